import { accessSync, constants, mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { EnvError } from "./env.server.ts";

/** Names of the database files in the data folder. */
export const MAIN_FILE = "vivier.sqlite";
export const SESSION_FILE = "sessions.sqlite";

/** Creates the data folder when it is not there. @throws {EnvError} when it cannot be created or written, in French */
export function makeDataDir(dataDir: string): void {
	try {
		makeFolder(resolve(dataDir));
		accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
	} catch (cause) {
		throw new EnvError(
			`Le dossier « ${dataDir} » (VIVIER_DATA_DIR) ne peut pas être créé ou écrit : vérifiez le chemin et les droits, ou donnez un autre dossier.`,
			{ cause },
		);
	}
}

/** Folder by folder: Node's own `recursive` never ends where a folder exists but takes no other, as in /proc. */
function makeFolder(path: string): void {
	const known = statSync(path, { throwIfNoEntry: false });
	if (known?.isDirectory()) return;
	if (known) throw new Error(`${path} is not a folder`);
	makeFolder(dirname(path));
	try {
		mkdirSync(path);
	} catch (error) {
		// Another process may have made it in between.
		if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw error;
	}
}
