import { badFile, fileTooLarge, frenchNumber } from "./bad-file.server.ts";
import { type ByteSource, openBytes, type TableInput } from "./bytes.server.ts";
import { LIST_CAPS, type TableCaps, UPLOAD_CAPS } from "./caps.ts";
import { readCsv } from "./csv.server.ts";
import { type Delimiter, detectDelimiter, splitSample } from "./delimiter.server.ts";
import { decodeText, detectEncoding, type Encoding } from "./encoding.server.ts";
import { detectFileKind } from "./file-kind.server.ts";
import { readJsonObjects } from "./json.server.ts";
import { readWorkbook } from "./xlsx.server.ts";

export type { TableInput } from "./bytes.server.ts";
export { LIST_CAPS, type TableCaps, UPLOAD_CAPS } from "./caps.ts";

/** One row under its headers. Every header is present; an empty cell is "". */
export interface TableRow {
	/** Line in the file, 1 for the first; row number in a workbook. */
	readonly line: number;
	readonly cells: Record<string, string>;
	/** How far the file has been read, in bytes. */
	readonly bytes: number;
	/** French: why the row cannot be trusted (too many or too few cells). */
	readonly problem?: string;
}

/** A table recognised, not yet read. Reading it again starts from the top. */
export interface Table {
	readonly fileName: string;
	readonly kind: "csv" | "workbook" | "json";
	readonly encoding: Encoding | null;
	readonly delimiter: Delimiter | null;
	readonly totalBytes: number;
	/** Headers in order, trimmed; a nameless column is « colonne 5 », a repeated name gets « (2) ». */
	readonly columns: readonly string[];
	/** First records as they are, headers included. */
	readonly sample: readonly string[][];
	rows(): AsyncIterable<TableRow>;
}

export interface TableOptions {
	readonly caps?: TableCaps;
	/** Tells the header row when titles come before it. Default: the first row. */
	readonly isHeader?: (cells: readonly string[]) => boolean;
	/** True: cells keep the spaces around them, which may stand for something. */
	readonly keepSpaces?: boolean;
	/** For a file without headers: its columns; rows before `skip` are left out. */
	readonly headers?: (
		sample: readonly string[][],
	) => { columns: string[]; skip: number; ragged?: boolean } | null;
}

const SAMPLE_CHARS = 64 * 1024;
const HEADER_SEARCH = 15;

interface Layout {
	readonly columns: string[];
	/** Records before the first data row. */
	readonly skip: number;
	/** Rows of several kinds: their lengths differ, and their quotes are bare. */
	readonly ragged: boolean;
}

/** @throws {AppError} "bad-file" | "file-too-large", with a French sentence that names the file and the place */
export async function openTable(input: TableInput, options: TableOptions = {}): Promise<Table> {
	const caps = options.caps ?? LIST_CAPS;
	const source = await openBytes(input);
	const kind = await detectFileKind(source, caps);
	if (kind === "workbook") return openWorkbook(input, source, caps, options);
	const encoding = await detectEncoding(source);
	const sample = await sampleText(source, encoding);
	if (/^\s*[[{]/.test(sample)) return openJson(source, encoding, caps);
	return openCsv(source, encoding, sample, caps, options);
}

/** The rows of a table, with the line they come from. Rows with a problem are passed on with it. */
export async function* readTable(
	input: TableInput,
	caps: TableCaps = LIST_CAPS,
): AsyncGenerator<TableRow> {
	const table = await openTable(input, { caps });
	yield* table.rows();
}

/** A small table, whole: for what a visitor pastes or uploads. */
export async function readTableSmall(
	input: TableInput,
	options: TableOptions = {},
): Promise<{ columns: readonly string[]; rows: TableRow[] }> {
	const table = await openTable(input, { caps: UPLOAD_CAPS, ...options });
	const rows: TableRow[] = [];
	for await (const row of table.rows()) rows.push(row);
	return { columns: table.columns, rows };
}

async function sampleText(source: ByteSource, encoding: Encoding): Promise<string> {
	let text = "";
	for await (const piece of decodeText(source, encoding)) {
		text += piece;
		if (text.length >= SAMPLE_CHARS) break;
	}
	return text.slice(0, SAMPLE_CHARS);
}

function openCsv(
	source: ByteSource,
	encoding: Encoding,
	text: string,
	caps: TableCaps,
	options: TableOptions,
): Table {
	const delimiter = detectDelimiter(text);
	const sample = splitSample(text, delimiter, HEADER_SEARCH + 5);
	const layout = findLayout(sample, options, source.fileName);
	return {
		fileName: source.fileName,
		kind: "csv",
		encoding,
		delimiter,
		totalBytes: source.size,
		columns: layout.columns,
		sample,
		async *rows() {
			const records = readCsv(decodeText(source, encoding), {
				fileName: source.fileName,
				delimiter,
				caps,
				relaxQuotes: layout.ragged,
			});
			let seen = 0;
			for await (const { line, cells, chars, cut } of records) {
				if (++seen <= layout.skip) continue;
				checkRowCount(seen - layout.skip, caps, source.fileName);
				if (
					cut &&
					!layout.ragged &&
					cells.length < layout.columns.length &&
					seen > layout.skip + 1
				) {
					throw badFile(
						source.fileName,
						`ligne ${frenchNumber(line)}`,
						`Le fichier s’arrête au milieu de cette ligne (${cells.length} colonnes sur ${layout.columns.length}) : il est tronqué. Téléchargez-le de nouveau.`,
					);
				}
				yield toRow(
					layout,
					{ line, cells, bytes: Math.min(chars, source.size) },
					options.keepSpaces,
				);
			}
		},
	};
}

async function openWorkbook(
	input: TableInput,
	source: ByteSource,
	caps: TableCaps,
	options: TableOptions,
): Promise<Table> {
	const sample: string[][] = [];
	for await (const row of readWorkbook(input, source, caps)) {
		sample.push(row.cells);
		if (sample.length === HEADER_SEARCH + 5) break;
	}
	const layout = findLayout(sample, options, source.fileName);
	return {
		fileName: source.fileName,
		kind: "workbook",
		encoding: null,
		delimiter: null,
		totalBytes: source.size,
		columns: layout.columns,
		sample,
		async *rows() {
			let seen = 0;
			for await (const { line, cells } of readWorkbook(input, source, caps)) {
				if (++seen <= layout.skip) continue;
				while (cells.length < layout.columns.length) cells.push("");
				yield toRow(layout, { line, cells, bytes: 0 });
			}
		},
	};
}

async function openJson(source: ByteSource, encoding: Encoding, caps: TableCaps): Promise<Table> {
	const { fileName } = source;
	const objects = () => readJsonObjects(decodeText(source, encoding), { fileName, caps });
	const columns = new Set<string>();
	let seen = 0;
	for await (const { value } of objects()) {
		for (const key of Object.keys(value)) columns.add(key);
		if (++seen === 50) break;
	}
	if (columns.size === 0)
		throw badFile(fileName, null, "Ce fichier JSON ne contient aucun objet. Vérifiez l’export.");
	return {
		fileName,
		kind: "json",
		encoding,
		delimiter: null,
		totalBytes: source.size,
		columns: [...columns],
		sample: [],
		async *rows() {
			let count = 0;
			for await (const { line, value, chars } of objects()) {
				checkRowCount(++count, caps, fileName);
				const cells: Record<string, string> = {};
				for (const column of columns) cells[column] = jsonCell(value[column]);
				yield { line, cells, bytes: Math.min(chars, source.size) };
			}
		},
	};
}

function jsonCell(value: unknown): string {
	if (value === null || value === undefined) return "";
	if (Array.isArray(value)) return value.map(jsonCell).join(";");
	return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function findLayout(sample: readonly string[][], options: TableOptions, fileName: string): Layout {
	const given = options.headers?.(sample);
	if (given) return { ragged: false, ...given };
	const { isHeader } = options;
	const found = isHeader ? sample.slice(0, HEADER_SEARCH).findIndex((cells) => isHeader(cells)) : 0;
	const at = Math.max(0, found);
	const header = sample[at];
	if (!header)
		throw badFile(
			fileName,
			null,
			"Ce fichier ne contient aucune ligne. Vérifiez l’export, puis recommencez.",
		);
	return { columns: namedColumns(header), skip: at + 1, ragged: false };
}

function namedColumns(header: readonly string[]): string[] {
	const seen = new Map<string, number>();
	return header.map((cell, index) => {
		const name = cell.replace(/\s+/g, " ").trim() || `colonne ${index + 1}`;
		const count = (seen.get(name) ?? 0) + 1;
		seen.set(name, count);
		return count === 1 ? name : `${name} (${count})`;
	});
}

function toRow(
	{ columns, ragged }: Layout,
	{ line, cells: values, bytes }: { line: number; cells: readonly string[]; bytes: number },
	keepSpaces = false,
): TableRow {
	const cells: Record<string, string> = {};
	for (let at = 0; at < columns.length; at++) {
		const value = values[at] ?? "";
		cells[columns[at] ?? ""] = keepSpaces ? value : value.trim();
	}
	const extra = values.slice(columns.length).some((value) => value.trim() !== "");
	if (ragged || (!extra && values.length >= columns.length)) return { line, cells, bytes };
	return {
		line,
		cells,
		bytes,
		problem: `Cette ligne compte ${values.length} colonnes, l’en-tête en compte ${columns.length}. Vérifiez ses séparateurs et ses guillemets.`,
	};
}

function checkRowCount(count: number, caps: TableCaps, fileName: string): void {
	if (count > caps.rows) {
		throw fileTooLarge(
			fileName,
			`Ce fichier compte plus de ${frenchNumber(caps.rows)} lignes. Découpez-le en plusieurs fichiers.`,
		);
	}
}
