import { readTableSmall } from "#db/import/lists/table.server.ts";

/** One row of a file that a visitor sent, headings included. */
export interface UploadedRow {
	readonly line: number;
	readonly cells: readonly string[];
}

/**
 * The rows of an XLSX or CSV, as they are. A workbook is read in a worker, under the caps of uploads.
 *
 * @throws {AppError} "bad-file" | "file-too-large", with a French sentence that names the place
 */
export async function readUploadedRows(
	fileName: string,
	bytes: Uint8Array,
): Promise<readonly UploadedRow[]> {
	const { columns, rows } = await readTableSmall(
		{ fileName, buffer: bytes },
		{ headers: (sample) => ({ columns: positions(sample), skip: 0, relaxQuotes: false }) },
	);
	return rows.map(({ line, cells }) => ({
		line,
		cells: columns.map((column) => cells[column] ?? ""),
	}));
}

/** Columns named by their place: what the headings mean is for the reader of the need. */
function positions(sample: readonly string[][]): string[] {
	const width = Math.max(1, ...sample.map((cells) => cells.length));
	return Array.from({ length: width }, (_, position) => String(position));
}
