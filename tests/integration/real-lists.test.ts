import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { supplierSchema } from "#app/domain/supplier.ts";
import type { FormatId } from "#db/import/types.ts";
import { type ReadResult, readList } from "#tests/factories/read-list.ts";

const FOLDER = fileURLToPath(new URL("../../../shared/data/suppliers/", import.meta.url));
/** The machine may be busy. */
const TIMEOUT_MS = 60_000;
const ABSENT = existsSync(FOLDER) ? "" : " (passé : ../shared/data/suppliers est absent)";

interface Expected {
	readonly file: string;
	readonly format: FormatId;
	/** As the list's notice gives them. */
	readonly rows: number;
	/** Rows of one establishment make one supplier. */
	readonly suppliers: number;
	readonly rejects: number;
	/** At least so many have a commune, and at least so many a guessed segment. */
	readonly communes: number;
	readonly segments: number;
}

const LISTS: readonly Expected[] = [
	{
		file: "siae_national.csv",
		format: "siae-national",
		rows: 4038,
		suppliers: 3834,
		rejects: 13,
		communes: 3834,
		segments: 2000,
	},
	{
		file: "siae_autre_source_2021.csv",
		format: "siae-autre-source",
		rows: 3853,
		suppliers: 3828,
		rejects: 13,
		communes: 3828,
		segments: 2000,
	},
	{
		file: "geiq_2019-11.csv",
		format: "geiq",
		rows: 171,
		suppliers: 170,
		rejects: 1,
		communes: 169,
		segments: 170,
	},
	{
		file: "siae_metiers_rome_2019.csv",
		format: "siae-rome",
		rows: 308,
		suppliers: 118,
		rejects: 0,
		communes: 90,
		segments: 110,
	},
	{
		file: "reemploi_etat_2026.csv",
		format: "reemploi-etat",
		rows: 29,
		suppliers: 29,
		rejects: 0,
		communes: 29,
		segments: 29,
	},
	{
		file: "reemploi_pays_de_la_loire_osm.csv",
		format: "reemploi-osm",
		rows: 157,
		suppliers: 157,
		rejects: 0,
		communes: 157,
		segments: 157,
	},
	{
		file: "economie_circulaire_calaisis.csv",
		format: "circulaire-calaisis",
		rows: 198,
		suppliers: 198,
		rejects: 0,
		communes: 198,
		segments: 150,
	},
	{
		file: "initiatives_niort.csv",
		format: "initiatives-niort",
		rows: 100,
		suppliers: 100,
		rejects: 0,
		communes: 100,
		segments: 50,
	},
	{
		file: "ess_numerique.csv",
		format: "ess-numerique",
		rows: 3667,
		suppliers: 3667,
		rejects: 0,
		communes: 40,
		segments: 3500,
	},
	{
		file: "structures_mediation_numerique.csv",
		format: "mediation-numerique",
		rows: 187,
		suppliers: 186,
		rejects: 0,
		communes: 186,
		segments: 150,
	},
];

function rowsRead({ suppliers, rejects }: ReadResult): number {
	const gathered = suppliers.map(({ raw }) =>
		typeof raw === "string" ? (JSON.parse(raw) as unknown[]).length : 1,
	);
	return gathered.reduce((sum, count) => sum + count, 0) + rejects.length;
}

for (const expected of LISTS) {
	test.skipIf(ABSENT !== "")(
		`${expected.file} is read whole${ABSENT}`,
		{ timeout: TIMEOUT_MS },
		async () => {
			const result = await readList(`${FOLDER}${expected.file}`);
			const { list, suppliers, rejects } = result;
			expect(list.format).toBe(expected.format);
			expect(rowsRead(result)).toBe(expected.rows);
			expect(suppliers.length).toBe(expected.suppliers);
			expect(rejects.length).toBe(expected.rejects);
			expect(new Set(suppliers.map((row) => row.key)).size).toBe(suppliers.length);
			expect(new Set(suppliers.map((row) => row.supplier.id)).size).toBe(suppliers.length);
			expect(suppliers.filter((row) => row.supplier.commune).length).toBeGreaterThanOrEqual(
				expected.communes,
			);
			expect(suppliers.filter((row) => row.supplier.offers.length).length).toBeGreaterThanOrEqual(
				expected.segments,
			);
			expect(suppliers.at(-1)?.bytes).toBeLessThanOrEqual(list.totalBytes);
			for (const { supplier } of suppliers) {
				expect(supplierSchema.safeParse(supplier).error, supplier.id).toBeUndefined();
				expect(supplier.offers.length).toBeLessThanOrEqual(6);
			}
			for (const reject of rejects) {
				expect(reject).toMatchObject({ column: expect.any(String), line: expect.any(Number) });
				expect(reject.value).toMatch(/^\d{14}$/);
				expect(reject.reason).toContain("clé");
			}
		},
	);
}

test.skipIf(ABSENT !== "")(
	`no list brings a telephone or an e-mail${ABSENT}`,
	{ timeout: TIMEOUT_MS },
	async () => {
		for (const { file } of LISTS) {
			const { suppliers } = await readList(`${FOLDER}${file}`);
			for (const { supplier, raw } of suppliers) {
				const texts = `${supplier.name} ${supplier.address ?? ""} ${supplier.description ?? ""} ${JSON.stringify(raw)}`;
				expect(texts, supplier.id).not.toMatch(
					/[\w.]+@[\w-]+\.[a-z]{2,}|(?<![\d.])0[1-9]([ .]\d\d){4}(?!\d)/,
				);
			}
		}
	},
);
