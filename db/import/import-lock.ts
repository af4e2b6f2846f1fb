import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "#app/domain/errors.ts";

const held = new Set<string>();

/**
 * One import at a time in a base. A lock left by a process that is gone is taken over.
 *
 * @returns what gives it back
 * @throws {AppError} "bad-input" when another import is running
 */
export function takeImportLock(folder: string): () => void {
	const path = join(folder, "import.lock");
	if (!held.has(path) && isAbandoned(path)) rmSync(path, { force: true });
	try {
		const file = openSync(path, "wx");
		writeSync(file, String(process.pid));
		closeSync(file);
	} catch (cause) {
		throw new AppError(
			"bad-input",
			{ lock: path },
			{
				cause,
				problems: [
					{
						path: "",
						message:
							"Un autre import est en cours dans cette base\u202f: attendez qu’il finisse, puis recommencez.",
					},
				],
			},
		);
	}
	held.add(path);
	return () => {
		held.delete(path);
		rmSync(path, { force: true });
	};
}

function isAbandoned(path: string): boolean {
	let pid: number;
	try {
		pid = Number(readFileSync(path, "utf8"));
	} catch {
		return false;
	}
	if (pid === process.pid) return true;
	try {
		process.kill(pid, 0);
		return false;
	} catch (error) {
		return !(error instanceof Error && "code" in error && error.code === "EPERM");
	}
}
