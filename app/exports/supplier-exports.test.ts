import { parse } from "csv-parse/sync";
import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { type DirectoryQuery, EMPTY_DIRECTORY_QUERY } from "#app/domain/directory.ts";
import { type Supplier, supplierSchema } from "#app/domain/supplier.ts";
import { openTestSearch, testWorld } from "#tests/factories/search.ts";
import { makeOffer, makeSupplier } from "#tests/factories/supplier.ts";
import { neutralised, SUPPLIER_COLUMNS } from "./supplier-columns.ts";
import { csvLines, ndjsonLines } from "./text-exports.server.ts";
import { xlsxStream } from "./xlsx-export.server.ts";

const query: DirectoryQuery = {
	...EMPTY_DIRECTORY_QUERY,
	near: { commune: "56260" },
	km: 200,
	sort: "distance",
	limit: 100,
};

const suppliers: Supplier[] = [
	makeSupplier({ id: "near", siret: "80746931700018", name: 'Atelier ; « guillemets " »' }),
	makeSupplier({
		id: "formula",
		name: '=HYPERLINK("http://exemple.test")',
		address: "+33 rue du Port",
		description: "@SUM(A1)",
		lat: 48.39,
		lon: -4.48,
		commune: "29019",
		turnoverEur: 123_456,
		offers: [makeOffer({ capacity: [{ unit: "m2", per: "week", max: 654_321 }] })],
	}),
	makeSupplier({ id: "unknown", name: "-Tiret", kinds: null, ess: null, lat: 47.7, lon: -2.8 }),
];

async function listed() {
	const { search } = await openTestSearch(suppliers);
	const { items } = await search.search(query);
	return { search, ids: items.map(({ id }) => id) };
}

async function textOf(lines: AsyncIterable<string>): Promise<string> {
	let text = "";
	for await (const line of lines) text += line;
	return text;
}

test("the CSV holds the list in its order, with SIRET, and opens in French spreadsheets", async () => {
	const { search, ids } = await listed();
	const text = await textOf(csvLines(search.export(query), testWorld.places));
	expect(text.startsWith("\ufeffIdentifiant;SIRET;Nom;")).toBe(true);
	const rows: Record<string, string>[] = parse(text, { bom: true, columns: true, delimiter: ";" });
	expect(rows.map((row) => row["Identifiant"])).toEqual(ids);
	expect(rows.find((row) => row["Identifiant"] === "near")).toMatchObject({
		SIRET: "80746931700018",
		Nom: 'Atelier ; « guillemets " »',
		Commune: "Vannes",
		ESS: "oui",
		"Zone d’intervention déclarée": "30\u202fkm autour du siège",
	});
});

test("no cell of any table begins like a formula", async () => {
	const { search } = await listed();
	const text = await textOf(csvLines(search.export(query), testWorld.places));
	const rows: string[][] = parse(text, { bom: true, delimiter: ";" });
	const cells = rows.flat();
	expect(cells).toContain('\'=HYPERLINK("http://exemple.test")');
	expect(cells).toContain("'+33 rue du Port");
	expect(cells).toContain("'-Tiret");
	expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
	expect(neutralised("＝1+1")).toBe("'＝1+1");
	expect(neutralised(-2.5)).toBe(-2.5);
});

test("the workbook holds the same cells, text as text", async () => {
	const { search, ids } = await listed();
	const stream = xlsxStream(search.export(query), testWorld.places, [["Liste", "=1+1"]]);
	const workbook = new ExcelJS.Workbook();
	await workbook.xlsx.read(stream);
	const sheet = workbook.getWorksheet("Structures");
	expect(sheet?.getRow(1).values).toEqual([
		undefined,
		...SUPPLIER_COLUMNS.map(({ title }) => title),
	]);
	const names = [2, 3, 4].map((row) => sheet?.getRow(row).getCell(1).value);
	expect(names).toEqual(ids);
	const formulas: unknown[] = [];
	workbook.eachSheet((each) => {
		each.eachRow((row) => {
			row.eachCell((cell) => {
				if (cell.type === ExcelJS.ValueType.Formula || /^=/.test(String(cell.value))) {
					formulas.push(cell.value);
				}
			});
		});
	});
	expect(formulas).toEqual([]);
	expect(workbook.getWorksheet("À propos")?.getCell("B1").value).toBe("'=1+1");
});

test("the NDJSON is the exchange format, in the same order, without what only buyers may see", async () => {
	const { search, ids } = await listed();
	const text = await textOf(ndjsonLines(search.export(query)));
	const read = text
		.trim()
		.split("\n")
		.map((line) => supplierSchema.parse(JSON.parse(line)));
	expect(read.map(({ id }) => id)).toEqual(ids);
	expect(text).not.toMatch(/123456|654321/);
});

test("a reader who leaves stops the workbook", async () => {
	const { search } = await listed();
	let leave = () => {};
	const reading = new Promise<void>((resolve) => {
		leave = resolve;
	});
	let stop = () => {};
	const stopped = new Promise<void>((resolve) => {
		stop = resolve;
	});
	async function* endless() {
		try {
			for (;;) {
				for await (const exported of search.export(query)) {
					yield exported;
					leave();
				}
			}
		} finally {
			stop();
		}
	}
	const stream = xlsxStream(endless(), testWorld.places, []);
	stream.resume();
	await reading;
	stream.destroy();
	await stopped;
	expect(stream.destroyed).toBe(true);
});
