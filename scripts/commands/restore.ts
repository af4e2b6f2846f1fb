import { join } from "node:path";
import { MAIN_FILE, makeDataDir } from "#app/data-dir.server.ts";
import { readEnv } from "#app/env.server.ts";
import { restoreFrom } from "#db/backup.server.ts";
import { migrateToLatest, openDb } from "#db/open.server.ts";
import { type Io, plainWords, UsageError } from "#scripts/cli.ts";

const HELP = `Usage : vivier restore FICHIER

Remplace la base par la copie FICHIER, après contrôle. Le site doit être arrêté.
L’ancienne base est gardée à côté.
`;

export async function run(args: string[], io: Io): Promise<number> {
	const words = plainWords(args, HELP, io);
	if (words === null) return 0;
	const [backup] = words;
	if (backup === undefined || words.length > 1) {
		throw new UsageError("restore attend un nom de fichier, et un seul.");
	}
	const { dataDir } = readEnv();
	makeDataDir(dataDir);
	const target = join(dataDir, MAIN_FILE);
	const former = await restoreFrom(backup, target);
	const db = openDb(target);
	try {
		await migrateToLatest(db);
	} finally {
		await db.destroy();
	}
	io.stdout.write(`La base vient maintenant de « ${backup} ».\n`);
	if (former !== null) io.stdout.write(`L’ancienne est gardée dans « ${former} ».\n`);
	return 0;
}
