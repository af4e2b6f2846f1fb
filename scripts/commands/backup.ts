import { join } from "node:path";
import { parseArgs } from "node:util";
import { readEnv } from "#app/env.server.ts";
import { MAIN_FILE } from "#app/services.server.ts";
import { backupTo } from "#db/backup.server.ts";
import { openDb } from "#db/open.server.ts";
import { existingFile, type Io, UsageError } from "#scripts/cli.ts";

const HELP = `Usage : vivier backup FICHIER

Copie la base dans FICHIER, sans arrêter le site, et contrôle la copie.
Les brouillons des visiteurs n’y sont pas : ils expirent d’eux-mêmes.
`;

export async function run(args: string[], io: Io): Promise<number> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: { help: { type: "boolean", short: "h", default: false } },
	});
	if (values.help) {
		io.stdout.write(HELP);
		return 0;
	}
	const [target] = positionals;
	if (target === undefined || positionals.length > 1) {
		throw new UsageError("backup attend un nom de fichier, et un seul.");
	}
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
