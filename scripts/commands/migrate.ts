import { join } from "node:path";
import { MAIN_FILE, makeDataDir, SESSION_FILE } from "#app/data-dir.server.ts";
import { readEnv } from "#app/env.server.ts";
import { migrateToLatest, openDb } from "#db/open.server.ts";
import { openSessionDb } from "#db/session-db.server.ts";
import { type Io, plainWords } from "#scripts/cli.ts";

const HELP = `Usage : vivier migrate

Crée les bases du dossier VIVIER_DATA_DIR, ou met leur schéma à jour.
« vivier serve » et « vivier import » le font aussi en démarrant.
`;

export async function run(args: string[], io: Io): Promise<number> {
	if (plainWords(args, HELP, io, false) === null) return 0;
	const { dataDir } = readEnv();
	makeDataDir(dataDir);
	const db = openDb(join(dataDir, MAIN_FILE));
	try {
		await migrateToLatest(db);
	} finally {
		await db.destroy();
	}
	const sessions = await openSessionDb(join(dataDir, SESSION_FILE));
	await sessions.close();
	io.stdout.write(`Les bases de « ${dataDir} » sont à jour.\n`);
	return 0;
}
