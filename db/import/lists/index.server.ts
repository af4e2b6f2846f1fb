import {
	SegmentInference as Inference,
	type SegmentInference,
} from "#app/domain/inference/index.ts";
import type { Taxonomy } from "#app/domain/reference.ts";
import { foldedWords, slugOf } from "#app/domain/text.ts";
import { FORMATS, type FormatId, type ListReader, type ReadRow } from "../types.ts";
import { badFile } from "./bad-file.server.ts";
import { LIST_FORMATS } from "./formats/index.ts";
import type { ListContext, ListFormat, ListPlaces, ListRow, Reject } from "./list-format.ts";
import { dateInFileName, SOURCES } from "./source-table.ts";
import { openTable, type Table, type TableInput, type TableRow } from "./table.server.ts";
import { withoutContacts } from "./texts.ts";

export type { ListPlaces } from "./list-format.ts";

export interface OpenListOptions {
	/** As given by `--format`; recognised from the columns when absent. */
	readonly format?: FormatId | null;
	readonly places: ListPlaces;
	readonly taxonomy: Taxonomy;
	/** Built once and shared between lists; built here when absent. */
	readonly inference?: SegmentInference;
	/** Date of the list, when neither the file nor its name says it. */
	readonly listDate?: string | null;
}

/**
 * A known list, recognised and ready to be read: CSV, XLSX or JSON.
 *
 * @throws {AppError} "bad-file" | "file-too-large", with a French sentence that names the file, the place and what to do
 */
export async function openList(path: string, options: OpenListOptions): Promise<ListReader> {
	const input = { path };
	const { format, table } = await openKnown(input, options.format ?? null);
	const known = SOURCES[format.id];
	const { name: _, ...source } = known;
	const listDate =
		format.dateInside?.(table.sample) ??
		dateInFileName(table.fileName, known.listDate) ??
		options.listDate ??
		known.listDate;
	const context = {
		places: options.places,
		inference: options.inference ?? new Inference(options.taxonomy),
		sourceId: known.id,
		listDate,
	};
	return {
		format: format.id,
		source: { ...source, listDate },
		totalBytes: table.totalBytes,
		rows: () => readRows(format, table, context),
	};
}

/** The known list that a file is; null when its columns are none's. */
export async function detectFormat(input: TableInput): Promise<FormatId | null> {
	const open = tableOpener(input);
	for (const format of LIST_FORMATS) {
		if (recognises(format, await open(format))) return format.id;
	}
	return null;
}

/** Opens a table once for all the formats that read it alike. */
function tableOpener(input: TableInput): (format: ListFormat) => Promise<Table> {
	const opened = new Map<ListFormat["table"], Promise<Table>>();
	return ({ table }) => {
		const known = opened.get(table) ?? openTable(input, table ?? {});
		opened.set(table, known);
		return known;
	};
}

async function openKnown(
	input: TableInput,
	wanted: FormatId | null,
): Promise<{ format: ListFormat; table: Table }> {
	const formats =
		wanted === null ? LIST_FORMATS : LIST_FORMATS.filter((format) => format.id === wanted);
	const open = tableOpener(input);
	let last: Table | undefined;
	for (const format of formats) {
		last = await open(format);
		if (
			recognises(format, last) ||
			(wanted !== null && missingColumns(format, last.columns).length === 0)
		) {
			return { format, table: last };
		}
	}
	const titled = await openUnderTitles(input, formats);
	if (titled) return titled;
	const fileName = last?.fileName ?? ("path" in input ? input.path : input.fileName);
	const [only] = formats;
	if (wanted !== null && only && last) throw lackingColumns(fileName, only, last);
	throw unknownColumns(fileName, last);
}

/** A known list whose columns are named under a title or a note. */
async function openUnderTitles(input: TableInput, formats: readonly ListFormat[]) {
	const plain = formats.filter((format) => !format.table && !format.recognises);
	const table = await openTable(input, {
		isHeader: (cells) => plain.some((format) => missingColumns(format, cells).length === 0),
	});
	const format = plain.find((one) => recognises(one, table));
	return format ? { format, table } : null;
}

function lackingColumns(fileName: string, format: ListFormat, table: Table) {
	const columns = missingColumns(format, table.columns).map((column) => `« ${column} »`);
	return badFile(
		fileName,
		"en-tête",
		`Ce fichier n’a pas les colonnes du format ${format.id} : il manque ${columns.join(", ")}. Vérifiez le format, ou l’export.`,
	);
}

function unknownColumns(fileName: string, table: Table | undefined) {
	const columns = table?.columns ?? [];
	const sheet =
		table?.kind === "workbook"
			? " Seule la première feuille remplie est lue : mettez la liste dans celle-là."
			: "";
	const shown = columns.slice(0, 12).map((column) => `« ${shortened(column)} »`);
	return badFile(
		fileName,
		"en-tête",
		`Les colonnes de ce fichier ne sont celles d’aucune liste connue : ${shown.join(", ")}${columns.length > 12 ? "…" : ""}.${sheet} Précisez --format (${FORMATS.join(", ")}) ou convertissez la liste au format d’échange.`,
	);
}

/** A column without end is the sign of a file that is no table. */
function shortened(column: string): string {
	return column.length > 40 ? `${column.slice(0, 40)}…` : column;
}

function recognises(format: ListFormat, table: Table): boolean {
	if (format.recognises)
		return format.recognises(new Set(table.columns.map(columnWords)), table.fileName);
	return missingColumns(format, table.columns).length === 0;
}

function missingColumns(format: ListFormat, names: readonly string[]): string[] {
	const columns = new Set(names.map((name) => canonical(format, name)));
	return format.columns.filter((column) => !columns.has(column));
}

/** Fixed columns by their snake-case names; the others by their words. */
function canonical(format: ListFormat, column: string): string {
	return format.recognises ? columnWords(column) : slugOf(column).replaceAll("-", "_");
}

function columnWords(column: string): string {
	return foldedWords(column).join(" ");
}

type Context = Omit<ListContext, "warn" | "positions">;

async function* readRows(
	format: ListFormat,
	table: Table,
	context: Context,
): AsyncGenerator<ReadRow> {
	const columns = new Map(table.columns.map((column) => [column, canonical(format, column)]));
	const rename = (row: TableRow): ListRow => ({
		line: row.line,
		cells: Object.fromEntries(
			Object.entries(row.cells).map(([column, value]) => [columns.get(column) ?? column, value]),
		),
	});
	const { sizes, positions } = await surveyRows(format, table, rename);
	const groups = new Map<string, ListRow[]>();
	for await (const tableRow of table.rows()) {
		const row = rename(tableRow);
		if (tableRow.problem) {
			yield reject(tableRow, {
				column: null,
				value: Object.values(tableRow.cells).join(" | ").slice(0, 200),
				reason: tableRow.problem,
			});
			continue;
		}
		const group = format.groupBy?.(row) ?? null;
		let rows: [ListRow, ...ListRow[]] = [row];
		const size = group === null ? 1 : (sizes.get(group) ?? 1);
		if (group !== null && size > 1) {
			const waiting = [...(groups.get(group) ?? []), row];
			if (waiting.length < size) {
				groups.set(group, waiting);
				continue;
			}
			groups.delete(group);
			rows = waiting as [ListRow, ...ListRow[]];
		}
		const warnings: string[] = [];
		const reading = format.read(rows, {
			...context,
			positions,
			warn: (sentence) => warnings.push(sentence),
		});
		if (reading === null) continue;
		if ("reject" in reading) {
			for (const each of rows)
				yield reject({ line: each.line, bytes: tableRow.bytes }, reading.reject, group);
			continue;
		}
		yield {
			kind: "supplier",
			line: rows[0].line,
			key: reading.key,
			raw:
				rows.length === 1
					? withoutContacts(row.cells)
					: JSON.stringify(rows.map((each) => withoutContacts(each.cells))),
			supplier: reading.supplier,
			bytes: tableRow.bytes,
			...(warnings.length ? { warnings } : {}),
		};
	}
}

/** A first pass when the list needs it: how many rows each supplier has, and the positions given apart. */
async function surveyRows(format: ListFormat, table: Table, rename: (row: TableRow) => ListRow) {
	const sizes = new Map<string, number>();
	const positions = new Map<string, { lat: number; lon: number }>();
	if (!format.groupBy && !format.position) return { sizes, positions };
	for await (const tableRow of table.rows()) {
		const row = rename(tableRow);
		const position = format.position?.(row);
		if (position) positions.set(position.key, { lat: position.lat, lon: position.lon });
		const group = tableRow.problem ? null : (format.groupBy?.(row) ?? null);
		if (group !== null) sizes.set(group, (sizes.get(group) ?? 0) + 1);
	}
	return { sizes, positions };
}

/** `key`: the supplier that the row would have spoken of, so that the row does not count as gone. */
function reject(
	row: { line: number; bytes: number },
	{ column, value, reason }: Reject,
	key: string | null = null,
): ReadRow {
	const rejected = {
		kind: "reject",
		line: row.line,
		column,
		value,
		reason,
		bytes: row.bytes,
	} as const;
	return key === null ? rejected : { ...rejected, key };
}
