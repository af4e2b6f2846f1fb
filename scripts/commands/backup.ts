import { dirname, join } from "node:path";
import { MAIN_FILE } from "#app/data-dir.server.ts";
import { readEnv } from "#app/env.server.ts";
import { backupTo } from "#db/backup.server.ts";
import { openDb } from "#db/open.server.ts";
import { existingFile, type Io, plainWords, UsageError } from "#scripts/cli.ts";

const HELP = `Usage : vivier backup FICHIER

Copie la base dans FICHIER, sans arrêter le site, et contrôle la copie.
Les brouillons des visiteurs n’y sont pas : ils expirent d’eux-mêmes.
`;

export async function run(args: string[], io: Io): Promise<number> {
	const words = plainWords(args, HELP, io);
	if (words === null) return 0;
	const [target] = words;
	if (target === undefined || words.length > 1) {
		throw new UsageError("backup attend un nom de fichier, et un seul.");
	}
	existingFile(dirname(target), "Le dossier de la copie n’existe pas");
	const source = join(readEnv().dataDir, MAIN_FILE);
	existingFile(source, "Il n’y a pas encore de base à copier");
	const db = openDb(source);
	try {
		await backupTo(db, target);
	} finally {
		await db.destroy();
	}
	io.stdout.write(`La base est copiée dans « ${target} ».\n`);
	return 0;
}
