import { Readable } from "node:stream";
import { CsvError, type Info, parse } from "csv-parse";
import { badFile, frenchNumber } from "./bad-file.server.ts";
import type { TableCaps } from "./caps.ts";
import type { Delimiter } from "./delimiter.server.ts";

/** One record of a delimited text. `chars` counts the decoded characters read after it. */
export interface CsvRecord {
	readonly line: number;
	readonly cells: string[];
	readonly chars: number;
	/** True when the text stops right after this record, without an end of line. */
	readonly cut: boolean;
}

export interface CsvOptions {
	readonly fileName: string;
	readonly delimiter: Delimiter;
	readonly caps: TableCaps;
	/** For the published FINESS file, whose names hold bare quotes. */
	readonly relaxQuotes?: boolean;
}

/** @throws {AppError} "bad-file" at a broken quote, an endless record or too many columns: the sentence names line and column */
export async function* readCsv(
	text: AsyncIterable<string>,
	options: CsvOptions,
): AsyncGenerator<CsvRecord> {
	const { fileName, caps } = options;
	let lastChar = "\n";
	// The parser runs ahead of the reader: an error must name its own line.
	let parsedLine = 0;
	async function* watched() {
		for await (const piece of text) {
			lastChar = piece.at(-1) ?? lastChar;
			yield piece;
		}
	}
	const input = Readable.from(watched(), { objectMode: false, encoding: "utf8" });
	const parser = parse({
		delimiter: options.delimiter,
		record_delimiter: ["\r\n", "\n", "\r"],
		relax_column_count: true,
		relax_quotes: options.relaxQuotes ?? false,
		max_record_size: caps.recordChars,
		info: true,
		on_record(record, { lines }) {
			parsedLine = lines;
			return record;
		},
	});
	input.once("error", (error) => parser.destroy(error));
	input.pipe(parser);
	let lastLine = 0;
	let pending: Omit<CsvRecord, "cut"> | undefined;
	try {
		for await (const { record, info } of parser as AsyncIterable<{
			record: string[];
			info: Info;
		}>) {
			if (pending) yield { ...pending, cut: false };
			pending = undefined;
			const line = lastLine + 1;
			lastLine = info.lines;
			if (record.length === 1 && record[0]?.trim() === "") continue;
			if (record.length > caps.columns)
				throw tooManyColumns(fileName, line, record.length, caps.columns);
			pending = { line, cells: record, chars: info.bytes };
		}
		if (pending) yield { ...pending, cut: lastChar !== "\n" && lastChar !== "\r" };
	} catch (error) {
		throw error instanceof CsvError ? frenchCsvError(error, fileName, parsedLine + 1, caps) : error;
	} finally {
		input.destroy();
		parser.destroy();
	}
}

function tooManyColumns(fileName: string, line: number, found: number, limit: number) {
	return badFile(
		fileName,
		`ligne ${frenchNumber(line)}`,
		`Cette ligne compte ${frenchNumber(found)} colonnes, la limite est de ${frenchNumber(limit)}. Vérifiez le séparateur et les guillemets.`,
	);
}

function frenchCsvError(error: CsvError, fileName: string, startLine: number, caps: TableCaps) {
	const details = error as CsvError & { lines?: number; column?: number | string };
	const column = typeof details.column === "number" ? details.column + 1 : null;
	const where = (line: number) =>
		`ligne ${frenchNumber(line)}${column === null ? "" : `, colonne ${column}`}`;
	switch (error.code) {
		case "CSV_QUOTE_NOT_CLOSED":
			return badFile(
				fileName,
				where(startLine),
				'Un guillemet ouvert n’est jamais refermé : le fichier est tronqué, ou un guillemet manque. Exportez-le de nouveau, ou doublez les guillemets à l’intérieur des valeurs ("").',
				error,
			);
		case "CSV_MAX_RECORD_SIZE":
			return badFile(
				fileName,
				where(startLine),
				`L’enregistrement qui commence ici dépasse ${frenchNumber(caps.recordChars)} caractères : un guillemet ouvert n’est sans doute pas refermé. Corrigez cette ligne, puis recommencez.`,
				error,
			);
		default:
			return badFile(
				fileName,
				where(details.lines ?? startLine),
				'Guillemets mal placés : une valeur qui contient un guillemet doit être entourée de guillemets, et ceux de l’intérieur doublés (""). Corrigez cette ligne ou exportez de nouveau le fichier.',
				error,
			);
	}
}
