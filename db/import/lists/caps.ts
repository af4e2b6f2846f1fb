/** What a table may weigh before Vivier refuses it. Sizes are in bytes, times in milliseconds. */
export interface TableCaps {
	readonly bytes: number;
	readonly rows: number;
	readonly columns: number;
	/** Characters of one record: a quote never closed would otherwise swallow the file. */
	readonly recordChars: number;
	/** Sum of the sizes that the directory of a workbook declares. */
	readonly unzippedBytes: number;
	/** Unzipped over zipped, for workbooks above 10 MB unzipped. */
	readonly zipRatio: number;
	readonly workbookMs: number;
}

/** For lists imported from a file by an agent or the command line. */
export const LIST_CAPS: TableCaps = {
	bytes: 500_000_000,
	rows: 2_000_000,
	columns: 300,
	recordChars: 1_000_000,
	unzippedBytes: 200_000_000,
	zipRatio: 100,
	workbookMs: 120_000,
};

/** A workbook is read by a slower path: its rows are capped lower. */
export const WORKBOOK_ROWS = 200_000;

/** For a table of sites sent by a visitor. */
export const UPLOAD_CAPS: TableCaps = {
	bytes: 2_000_000,
	rows: 2_000,
	columns: 60,
	recordChars: 20_000,
	unzippedBytes: 40_000_000,
	zipRatio: 100,
	workbookMs: 10_000,
};
