import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import type { Supplier } from "#app/domain/supplier.ts";
import { exportLines } from "#db/import/export.server.ts";
import { type ImportOptions, type ImportReport, importFile } from "#db/import/run.server.ts";
import { type Db, rawOf } from "#db/open.server.ts";
import { placeFilesDigest } from "#db/reference-files.server.ts";
import { openTestDb } from "./db.ts";
import { testFolder } from "./folder.ts";

export interface TestBase {
	readonly db: Db;
	/** Writes a file in a folder of this test. */
	file(name: string, content: string | Buffer): string;
	/** Imports it on 21 November 2026. */
	import(path: string, options?: Partial<ImportOptions>): Promise<ImportReport>;
	/** The whole base as exchange lines. */
	export(): Promise<string>;
	/** The first column of the first row. */
	value(query: string): unknown;
}

/** An empty base of its own, in memory, with three communes, and a folder for files. */
export async function openTestBase(): Promise<TestBase> {
	const db = await openTestDb();
	putPlaces(db);
	const folder = testFolder();
	onTestFinished(async () => {
		// Imports write without having foreign keys checked: whatever a test does, none may be broken.
		const broken = rawOf(db).pragma("foreign_key_check");
		await db.destroy();
		expect(broken).toEqual([]);
	});
	return {
		db,
		file(name, content) {
			const path = join(folder, name);
			writeFileSync(path, content);
			return path;
		},
		import: (path, options) =>
			importFile(db, path, { today: "2026-11-21", workDir: join(folder, "imports"), ...options }),
		async export() {
			let text = "";
			for await (const lines of exportLines(db)) text += lines;
			return text;
		},
		value: (query) => rawOf(db).prepare(query).pluck().get(),
	};
}

/** Suppliers as an exchange file. */
export function toNdjson(suppliers: readonly Partial<Supplier>[]): string {
	return suppliers.map((supplier) => `${JSON.stringify(supplier)}\n`).join("");
}

/** Vannes, Brest and Nantes, a former commune of Vannes, and their départements: what most tests need of the reference data. */
function putPlaces(db: Db): void {
	const raw = rawOf(db);
	const put = raw.prepare(
		"INSERT INTO place (code, kind, name, name_folded, parent_code, departement, region, lat, lon, error_km, source) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 'test')",
	);
	put.run("56260", "commune", "Vannes", "vannes", null, "56", "53", 47.6582, -2.7608);
	put.run("56990", "delegated", "Ancienne", "ancienne", "56260", "56", "53", 47.6582, -2.7608);
	put.run("29019", "commune", "Brest", "brest", null, "29", "53", 48.3905, -4.486);
	put.run("44109", "commune", "Nantes", "nantes", null, "44", "52", 47.2184, -1.5536);
	raw.exec(
		"INSERT INTO zone (zone, name, name_folded) VALUES ('departement:56', 'Morbihan', 'morbihan')",
	);
	// The import then takes the reference data for loaded.
	raw
		.prepare("INSERT INTO meta (key, value) VALUES ('reference_files', ?)")
		.run(placeFilesDigest());
}
