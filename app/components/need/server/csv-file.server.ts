import { stringify } from "csv-stringify/sync";

/** A CSV to download, as French spreadsheets open it: semicolons, a byte order mark, formulas neutralised. */
export function csvResponse(fileName: string, rows: readonly (readonly string[])[]): Response {
	const text = stringify(rows as string[][], {
		delimiter: ";",
		escape_formulas: true,
		record_delimiter: "windows",
		bom: true,
	});
	return new Response(text, {
		headers: {
			"Content-Type": "text/csv; charset=utf-8",
			"Content-Disposition": `attachment; filename="${fileName}"`,
		},
	});
}
