import fc from "fast-check";
import { expect, test } from "vitest";
import { loadReference } from "#db/reference.server.ts";
import { openSearch } from "#search/embedded/engine.server.ts";
import { openTestBase, type TestBase, toNdjson } from "#tests/factories/import.ts";
import { makeSupplier } from "#tests/factories/supplier.ts";
import { supplierArb } from "#tests/factories/supplier-arb.ts";
import { rawOf } from "../open.server.ts";

function searchOf(base: TestBase) {
	return openSearch(base.db, loadReference(base.db), { today: () => "2026-11-21" });
}

/** The rows of the index, the stamp of their writing left out. */
function indexRows(base: TestBase): unknown[] {
	return rawOf(base.db)
		.prepare(
			"SELECT supplier_id, listed, draw, lat, lon, commune, verified_day, sort_name, facts FROM search_row ORDER BY supplier_id",
		)
		.all();
}

test("a new supplier enters the index with its row, as if the index had read it from the base", async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.uniqueArray(supplierArb, { selector: ({ id }) => id, minLength: 1, maxLength: 8 }),
			async (suppliers) => {
				const base = await openTestBase();
				const file = base.file("a.ndjson", toNdjson(suppliers));
				await base.import(file, { indexesNew: true });
				expect(base.value("SELECT count(*) FROM search_pending")).toBe(0);
				const written = indexRows(base);
				expect(written).toHaveLength(suppliers.length);
				await searchOf(base).reindex();
				expect(indexRows(base)).toEqual(written);
			},
		),
		{ numRuns: 15 },
	);
}, 60_000);

test("suppliers that are not new are left to the search engine", async () => {
	const base = await openTestBase();
	const search = searchOf(base);
	const options = {
		indexesNew: true,
		onSuppliersChanged: (ids: readonly number[]) => search.update(ids),
	};
	await base.import(base.file("a.ndjson", toNdjson([makeSupplier({ name: "Ajoncs" })])), options);
	await base.import(base.file("a.ndjson", toNdjson([makeSupplier({ name: "Genêts" })])), options);
	expect(base.value("SELECT sort_name FROM search_row")).toBe("genets");
	expect(base.value("SELECT count(*) FROM search_text WHERE search_text MATCH 'genets'")).toBe(1);
	expect(base.value("SELECT count(*) FROM search_text WHERE search_text MATCH 'ajoncs'")).toBe(0);
});
