import fc from "fast-check";
import { expect, test } from "vitest";
import { openTestBase, toNdjson } from "#tests/factories/import.ts";
import { makeOffer, makeSupplier } from "#tests/factories/supplier.ts";
import { supplierArb } from "#tests/factories/supplier-arb.ts";
import { getSupplier, listRecords } from "../suppliers.server.ts";

const SIRET = "80746931700018";

const many = (count: number) =>
	Array.from({ length: count }, (_, index) =>
		makeSupplier({ id: `s${index}`, name: `S ${index}` }),
	);

test("a supplier comes out as it came in, with its origin", async () => {
	const base = await openTestBase();
	const supplier = makeSupplier({ siret: SIRET });
	const report = await base.import(base.file("fichier-cress.ndjson", toNdjson([supplier])));
	expect(report.counts).toMatchObject({ created: 1, changed: 0, unchanged: 0, rejected: 0 });
	expect(report).toMatchObject({ sourceId: "fichier-cress", rejectsPath: null, dataVersion: 1 });
	const shown = await getSupplier(base.db, "807 469 317 00018");
	expect(shown).toEqual({
		...supplier,
		facts: { "*": { source: "fichier-cress", on: "2026-11-21" } },
	});
	expect(await listRecords(base.db, supplier.id)).toMatchObject([
		{ source: { id: "fichier-cress", tier: "import" }, key: supplier.id, line: 1, isGone: false },
	]);
});

test("the tables hold the offers with their defaults, areas, capacities, certificates and accreditations", async () => {
	const base = await openTestBase();
	const offer = makeOffer({
		area: { radiusKm: 20, zones: ["departement:56", "commune:56260"] },
		capacity: [{ unit: "m2", per: "week", max: 6000 }],
		certificates: [{ code: "certibiocide", until: "2028-01-01" }],
	});
	const supplier = makeSupplier({ defaults: { daysPerWeek: 4 }, offers: [offer] });
	await base.import(base.file("a.ndjson", toNdjson([supplier])));
	expect(base.value("SELECT days_per_week FROM offer")).toBe(4);
	expect(base.value("SELECT group_concat(zone) FROM offer_zone")).toBe(
		"commune:56260,departement:56",
	);
	expect(base.value("SELECT max FROM offer_capacity")).toBe(6000);
	expect(base.value("SELECT until FROM offer_certificate")).toBe("2028-01-01");
	expect(base.value("SELECT proof || source_id FROM accreditation")).toBe("registrya");
	const inside = "min_lat < 47.7 AND max_lat > 47.7 AND min_lon < -2.7 AND max_lon > -2.7";
	expect(base.value(`SELECT count(*) FROM supplier_circle WHERE ${inside}`)).toBe(1);
	expect(base.value("SELECT verified_on FROM supplier")).toBe("2026-06-01");
});

test("a supplier without position is put at the centre of its commune, a former commune at its current one", async () => {
	const base = await openTestBase();
	const supplier = makeSupplier({ commune: "56990", lat: null, lon: null });
	await base.import(base.file("a.ndjson", toNdjson([supplier])));
	expect(base.value("SELECT position FROM supplier")).toBe("commune");
	expect(base.value("SELECT commune FROM supplier")).toBe("56260");
	expect(base.value("SELECT lat FROM supplier")).toBe(47.6582);
	expect((await getSupplier(base.db, supplier.id)).commune).toBe("56990");
});

test("the same file twice changes nothing, on another day either", async () => {
	const base = await openTestBase();
	const file = base.file("a.ndjson", toNdjson(many(20)));
	await base.import(file);
	const before = await base.export();
	const report = await base.import(file, { today: "2026-12-25" });
	expect(report.counts).toEqual({
		created: 0,
		changed: 0,
		unchanged: 20,
		rejected: 0,
		joined: 0,
		gone: 0,
	});
	expect(report.dataVersion).toBe(1);
	expect(await base.export()).toBe(before);
});

test("a changed row changes its supplier, and its offers with it", async () => {
	const base = await openTestBase();
	await base.import(base.file("a.ndjson", toNdjson(many(2))));
	const [first, second] = many(2);
	const changed = { ...second, offers: [makeOffer({ segment: "traiteur" })] };
	const report = await base.import(base.file("a.ndjson", toNdjson([first ?? {}, changed])));
	expect(report.counts).toMatchObject({ created: 0, changed: 1, unchanged: 1 });
	expect(base.value("SELECT group_concat(segment) FROM offer")).toBe("nettoyage-locaux,traiteur");
	expect(base.value("SELECT count(*) FROM supplier_circle")).toBe(2);
});

test("a dry run says what would change and changes nothing", async () => {
	const base = await openTestBase();
	const file = base.file("a.ndjson", toNdjson(many(3)));
	const report = await base.import(file, { dryRun: true });
	expect(report).toMatchObject({ runId: null, counts: { created: 3 } });
	expect(await base.export()).toBe("");
	expect(base.value("SELECT count(*) FROM import_run")).toBe(0);
});

test("suppliers that changed reach the search index, once", async () => {
	const base = await openTestBase();
	const indexed: number[] = [];
	const index = (ids: readonly number[]) => {
		indexed.push(...ids);
	};
	const file = base.file("a.ndjson", toNdjson(many(3)));
	await base.import(file);
	await base.import(file, { onSuppliersChanged: index });
	expect(indexed.sort()).toEqual([1, 2, 3]);
	await base.import(file, { onSuppliersChanged: index });
	expect(indexed).toHaveLength(3);
});

test("an export into the same base changes nothing, under any name", async () => {
	const base = await openTestBase();
	await base.import(base.file("a.ndjson", toNdjson(many(5))));
	await base.import(base.file("b.ndjson", toNdjson([makeSupplier({ id: "x", siret: SIRET })])));
	await base.import(
		base.file("c.ndjson", toNdjson([makeSupplier({ id: "y", siret: SIRET, ess: null })])),
	);
	const before = await base.export();
	const report = await base.import(base.file("export.ndjson", before), { today: "2027-01-01" });
	expect(report.counts).toMatchObject({ created: 0, changed: 0, unchanged: 6, rejected: 0 });
	expect(await base.export()).toBe(before);
});

test("export, import into an empty base, export: the same bytes, for any supplier", async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.uniqueArray(supplierArb, { selector: ({ id }) => id, minLength: 1, maxLength: 8 }),
			fc.array(supplierArb, { minLength: 1, maxLength: 3 }),
			async (suppliers, others) => {
				const [first, second] = [await openTestBase(), await openTestBase()];
				await first.import(first.file("a.ndjson", toNdjson(suppliers)));
				await first.import(first.file("b.ndjson", toNdjson(others)));
				const exported = await first.export();
				const report = await second.import(second.file("autre.ndjson", exported));
				expect(report.counts.rejected).toBe(0);
				expect(await second.export()).toBe(exported);
			},
		),
		{ numRuns: 20 },
	);
}, 60_000);
