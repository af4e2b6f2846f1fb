import { once } from "node:events";
import { createWriteStream, existsSync, statSync } from "node:fs";
import { rename } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { MAIN_FILE } from "#app/data-dir.server.ts";
import { readEnv } from "#app/env.server.ts";
import { exportLines } from "#db/import/export.server.ts";
import { migrateToLatest, openDb } from "#db/open.server.ts";
import { type Io, UsageError } from "#scripts/cli.ts";

const HELP = `Usage : vivier export [FICHIER] [--format ndjson]

Écrit toutes les structures de la base au format d’échange, une par ligne, sur la sortie standard ou
dans FICHIER. Importer ce fichier dans la même base ne change rien.
`;

const OPTIONS = {
	format: { type: "string", default: "ndjson" },
	help: { type: "boolean", short: "h", default: false },
} as const;

/** `vivier export`: the whole base in the exchange format, without loss. */
export async function run(args: string[], io: Io): Promise<number> {
	const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
	if (values.help) {
		io.stdout.write(HELP);
		return 0;
	}
	const [file, ...extra] = positionals;
	if (extra.length > 0) throw new UsageError(`« ${extra.join(" ")} » est de trop.\n\n${HELP}`);
	if (values.format !== "ndjson") {
		throw new UsageError(
			`--format vaut « ${values.format} »\u202f: cette commande écrit du ndjson. Le CSV et le XLSX se téléchargent depuis l’annuaire.`,
		);
	}
	const base = join(readEnv().dataDir, MAIN_FILE);
	if (!existsSync(base)) {
		throw new UsageError(
			"il n’y a pas encore de base\u202f: importez d’abord un fichier, ou vérifiez VIVIER_DATA_DIR.",
		);
	}
	const db = openDb(base);
	try {
		await migrateToLatest(db);
		if (file) await writeFile(file, exportLines(db));
		else await writeAll(io.stdout, exportLines(db));
	} finally {
		await db.destroy();
	}
	return 0;
}

/** The file appears whole or not at all. */
async function writeFile(path: string, lines: AsyncIterable<string>): Promise<void> {
	if (existsSync(path) && statSync(path).isDirectory()) {
		throw new UsageError(`« ${path} » est un dossier\u202f: donnez le nom d’un fichier.`);
	}
	const partial = `${path}.partiel`;
	const stream = createWriteStream(partial);
	try {
		await once(stream, "open");
	} catch {
		throw new UsageError(
			`« ${path} » ne peut pas être écrit\u202f: vérifiez le dossier et les droits.`,
		);
	}
	await writeAll(stream, lines);
	stream.end();
	await once(stream, "close");
	await rename(partial, path);
}

async function writeAll(
	stream: NodeJS.WritableStream,
	lines: AsyncIterable<string>,
): Promise<void> {
	for await (const text of lines) {
		if (!stream.write(text)) await once(stream, "drain");
	}
}
