import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { WriteStream } from "node:tty";
import { parseArgs } from "node:util";
import { todayInParis } from "#app/clock.server.ts";
import { MAIN_FILE } from "#app/data-dir.server.ts";
import { isIsoDate } from "#app/domain/dates.ts";
import { formatNumber } from "#app/domain/french-format.ts";
import { MAX_READ_LENGTH } from "#app/domain/read/types.ts";
import { readEnv } from "#app/env.server.ts";
import { openReference } from "#db/reference.server.ts";
import { type Io, UsageError } from "#scripts/cli.ts";
import { readReport } from "./read-report.ts";
import { badFile, readableFile } from "./readable-file.ts";

const HELP = `Usage : vivier read "TEXTE" [options]
        vivier read --lines FICHIER --json

  --lines FICHIER   lit chaque ligne de ce fichier (UTF-8) comme un besoin
  --json            écrit la réponse de l’API ; avec --lines, une ligne JSON par ligne
  --on AAAA-MM-JJ   lit les dates comme ce jour-là (par défaut : aujourd’hui)

S’il y a une base dans VIVIER_DATA_DIR, les libellés CPV qui y sont chargés comptent.
`;

const OPTIONS = {
	lines: { type: "string" },
	json: { type: "boolean", default: false },
	on: { type: "string" },
	help: { type: "boolean", short: "h", default: false },
} as const;

const MAX_BYTES = 50_000_000;

/** `vivier read`: what a French sentence says of a need. */
export async function run(args: string[], io: Io): Promise<number> {
	const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
	if (values.help) {
		io.stdout.write(HELP);
		return 0;
	}
	const today = values.on === undefined ? todayInParis() : isoDay(values.on);
	const lines =
		values.lines === undefined ? [sentence(positionals)] : await linesOf(values.lines, positionals);
	const { reference, close } = openReference(join(readEnv().dataDir, MAIN_FILE));
	try {
		const { taxonomy, places, criteria, needReader } = reference;
		const color = io.stdout instanceof WriteStream && io.stdout.hasColors();
		for (const line of lines) {
			const reading = needReader.read(line, { today });
			const answer = values.json
				? `${JSON.stringify(reading)}\n`
				: readReport(line, reading, { taxonomy, places, criteria, color });
			if (!io.stdout.write(answer)) {
				await new Promise((resolve) => io.stdout.once("drain", resolve));
			}
		}
	} finally {
		await close();
	}
	return 0;
}

function sentence(positionals: readonly string[]): string {
	const text = positionals.join(" ");
	if (text.trim() === "") throw new UsageError(`il manque le texte du besoin.\n\n${HELP}`);
	return withinLimit(text, "le texte");
}

function withinLimit(text: string, what: string): string {
	if (text.length <= MAX_READ_LENGTH) return text;
	throw new UsageError(
		`${what} compte ${formatNumber(text.length)} caractères, la limite est de ${formatNumber(MAX_READ_LENGTH)}\u202f: gardez ce qui décrit le besoin.`,
	);
}

function isoDay(text: string): string {
	if (isIsoDate(text)) return text;
	throw new UsageError(`--on vaut « ${text} » : on attend une date, par exemple 2027-03-01.`);
}

async function linesOf(path: string, positionals: readonly string[]): Promise<string[]> {
	if (positionals.length > 0) {
		throw new UsageError(`« ${positionals.join(" ")} » est de trop avec --lines.\n\n${HELP}`);
	}
	await readableFile(path, MAX_BYTES);
	const bytes = await readFile(path).catch((cause: unknown) => {
		throw badFile(path, "ce fichier ne peut pas être lu ; vérifiez vos droits sur lui.", cause);
	});
	const lines = decoded(path, bytes).split(/\r?\n/);
	// The end of the last line begins no other.
	if (lines.at(-1) === "") lines.pop();
	if (lines.length === 0)
		throw badFile(path, "ce fichier est vide ; un besoin par ligne est attendu.");
	for (const [i, line] of lines.entries()) {
		if (line.includes("\0")) {
			throw badFile(
				path,
				`ligne ${i + 1} : ce n’est pas du texte ; enregistrez ce fichier en texte, un besoin par ligne.`,
			);
		}
		if (line.length > MAX_READ_LENGTH) {
			throw badFile(
				path,
				`ligne ${i + 1} : elle compte ${formatNumber(line.length)} caractères, la limite est de ${formatNumber(MAX_READ_LENGTH)}.`,
			);
		}
	}
	return lines;
}

function decoded(path: string, bytes: Buffer): string {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch (cause) {
		throw badFile(path, "ce fichier n’est pas en UTF-8 ; enregistrez-le dans cet encodage.", cause);
	}
}
