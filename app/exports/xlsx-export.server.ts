import { once } from "node:events";
import { PassThrough } from "node:stream";
import ExcelJS from "exceljs";
import type { Places } from "#app/domain/reference.ts";
import type { ExportedSupplier } from "#search/port.ts";
import { neutralised, SUPPLIER_COLUMNS } from "./supplier-columns.ts";

/** Lines of the second sheet: what the list is. */
export type AboutLines = readonly (readonly [label: string, text: string])[];

/** A workbook written as it is read: memory does not grow with the list. Every cell is text or a number, never a formula. */
export function xlsxStream(
	suppliers: AsyncIterable<ExportedSupplier>,
	places: Places,
	about: AboutLines,
): PassThrough {
	const output = new PassThrough();
	writeWorkbook(suppliers, places, about, output).catch((error: unknown) => {
		output.destroy(error instanceof Error ? error : new Error(String(error)));
	});
	return output;
}

async function writeWorkbook(
	suppliers: AsyncIterable<ExportedSupplier>,
	places: Places,
	about: AboutLines,
	output: PassThrough,
): Promise<void> {
	const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: output, useStyles: true });
	const sheet = workbook.addWorksheet("Structures", { views: [{ state: "frozen", ySplit: 1 }] });
	sheet.columns = SUPPLIER_COLUMNS.map(({ title, width }) => ({ header: title, width }));
	sheet.getRow(1).font = { bold: true };
	for await (const exported of suppliers) {
		// The reader has left.
		if (output.destroyed) return;
		sheet
			.addRow(SUPPLIER_COLUMNS.map((column) => neutralised(column.value(exported, places))))
			.commit();
		if (output.writableNeedDrain)
			await Promise.race([once(output, "drain"), once(output, "close")]);
	}
	sheet.commit();
	const notes = workbook.addWorksheet("À propos");
	notes.columns = [{ width: 28 }, { width: 90 }];
	for (const [label, text] of about) notes.addRow([label, neutralised(text)]).commit();
	notes.commit();
	await workbook.commit();
}
