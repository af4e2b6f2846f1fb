import { stringify } from "csv-stringify/sync";
import type { Places } from "#app/domain/reference.ts";
import type { ExportedSupplier } from "#search/port.ts";
import { neutralised, SUPPLIER_COLUMNS } from "./supplier-columns.ts";

/** Without it Excel reads UTF-8 as Windows-1252. */
const BYTE_ORDER_MARK = "\ufeff";

/** Semicolons and CRLF, as French spreadsheets expect; formulas neutralised. */
export async function* csvLines(
	suppliers: AsyncIterable<ExportedSupplier>,
	places: Places,
): AsyncIterable<string> {
	yield BYTE_ORDER_MARK + csvRow(SUPPLIER_COLUMNS.map(({ title }) => title));
	for await (const exported of suppliers) {
		yield csvRow(SUPPLIER_COLUMNS.map((column) => neutralised(column.value(exported, places))));
	}
}

/** The exchange format, one supplier a line, public facts only. */
export async function* ndjsonLines(
	suppliers: AsyncIterable<ExportedSupplier>,
): AsyncIterable<string> {
	for await (const { supplier } of suppliers) yield `${JSON.stringify(supplier.supplier)}\n`;
}

function csvRow(cells: readonly (string | number | null)[]): string {
	return stringify([cells], { delimiter: ";", record_delimiter: "\r\n" });
}
