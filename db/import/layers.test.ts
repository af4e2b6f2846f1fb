import { expect, test } from "vitest";
import { openTestBase, toNdjson } from "#tests/factories/import.ts";
import { makeAccreditation, makeOffer, makeSupplier } from "#tests/factories/supplier.ts";
import { getSupplier, listDisagreements, listRecords } from "../suppliers.server.ts";

const SIRET = "80746931700018";
const OTHER_SIRET = "55208131766522";

test("a row that names a known SIRET joins it, and its id stays", async () => {
	const base = await openTestBase();
	const known = makeSupplier({ id: "ajoncs", siret: SIRET });
	await base.import(base.file("a.ndjson", toNdjson([known])));
	const other = makeSupplier({
		id: "z9",
		siret: SIRET,
		name: "Autre nom",
		kinds: [makeAccreditation({ code: "EA" })],
		offers: [makeOffer({ segment: "traiteur" })],
	});
	const report = await base.import(base.file("b.ndjson", toNdjson([other])), {
		today: "2026-11-22",
	});
	expect(report.counts).toMatchObject({ created: 0, changed: 1, joined: 1 });
	const shown = await getSupplier(base.db, SIRET);
	expect(shown.id).toBe("ajoncs");
	expect(shown.kinds?.map(({ code }) => code)).toEqual(["EA", "ESAT"]);
	expect(shown.offers.map(({ segment }) => segment).sort()).toEqual([
		"nettoyage-locaux",
		"traiteur",
	]);
	expect(await listDisagreements(base.db, "ajoncs")).toMatchObject([
		{ field: "name", sourceId: "a", value: "Atelier des Ajoncs" },
	]);
	expect((await listRecords(base.db, "ajoncs")).map(({ source }) => source.id)).toEqual(["a", "b"]);
});

test("what the supplier said survives a later list", async () => {
	const base = await openTestBase();
	const theirs = makeSupplier({ siret: SIRET, offers: [makeOffer({ daysPerWeek: 3 })] });
	await base.import(base.file("a.ndjson", toNdjson([theirs])));
	const listed = makeOffer({ daysPerWeek: 5, verifiedBy: "import" });
	await base.import(base.file("b.ndjson", toNdjson([{ ...theirs, offers: [listed] }])), {
		today: "2026-12-01",
	});
	expect((await getSupplier(base.db, SIRET)).offers[0]?.daysPerWeek).toBe(3);
});

test("ids are scoped by their file: the same id elsewhere is another supplier", async () => {
	const base = await openTestBase();
	await base.import(base.file("a.ndjson", toNdjson([makeSupplier({ id: "s1", name: "Ajoncs" })])));
	const report = await base.import(
		base.file("b.ndjson", toNdjson([makeSupplier({ id: "s1", name: "Genêts" })])),
	);
	expect(report.counts).toMatchObject({ created: 1, joined: 0 });
	expect((await getSupplier(base.db, "s1")).name).toBe("Ajoncs");
	expect((await getSupplier(base.db, "b-s1")).name).toBe("Genêts");
});

test("a corrected SIRET stays on the same supplier", async () => {
	const base = await openTestBase();
	await base.import(base.file("a.ndjson", toNdjson([makeSupplier({ siret: SIRET })])));
	await base.import(base.file("a.ndjson", toNdjson([makeSupplier({ siret: OTHER_SIRET })])));
	expect(base.value("SELECT count(*) FROM supplier")).toBe(1);
	expect((await getSupplier(base.db, OTHER_SIRET)).id).toBe("atelier-des-ajoncs");
});

test("a row that moves to another known SIRET leaves a tombstone behind", async () => {
	const base = await openTestBase();
	const first = makeSupplier({ id: "s1", name: "Un", siret: SIRET });
	const second = makeSupplier({ id: "s2", name: "Deux", siret: OTHER_SIRET });
	await base.import(base.file("a.ndjson", toNdjson([first, second])));
	const moved = { ...first, siret: OTHER_SIRET };
	await base.import(base.file("a.ndjson", toNdjson([moved, second])));
	expect((await getSupplier(base.db, "s1")).status).toBe("withdrawn");
	expect(base.value("SELECT count(*) FROM offer WHERE supplier_id = 1")).toBe(0);
});

test("a closed supplier keeps its row and offers nothing", async () => {
	const base = await openTestBase();
	await base.import(base.file("a.ndjson", toNdjson([makeSupplier({ status: "closed" })])));
	expect(base.value("SELECT status FROM supplier")).toBe("closed");
	for (const table of ["offer", "offer_zone", "accreditation", "supplier_circle"]) {
		expect(base.value(`SELECT count(*) FROM ${table}`)).toBe(0);
	}
	expect((await getSupplier(base.db, "atelier-des-ajoncs")).offers).toHaveLength(1);
});

test("two rows of a file with one SIRET make one supplier, and nothing the second time", async () => {
	const base = await openTestBase();
	const rows = [
		makeSupplier({ id: "aci", siret: SIRET, kinds: [makeAccreditation({ code: "ACI" })] }),
		makeSupplier({ id: "ei", siret: SIRET, kinds: [makeAccreditation({ code: "EI" })] }),
	];
	const file = base.file("a.ndjson", toNdjson(rows));
	expect((await base.import(file)).counts).toMatchObject({ created: 1, changed: 1, joined: 1 });
	expect((await getSupplier(base.db, "aci")).kinds?.map(({ code }) => code)).toEqual(["EI", "ACI"]);
	expect((await base.import(file)).counts).toMatchObject({ created: 0, changed: 0, unchanged: 2 });
});

test("a supplier known from one record has one copy of it, before and after a change", async () => {
	const base = await openTestBase();
	await base.import(base.file("a.ndjson", toNdjson([makeSupplier()])));
	expect(base.value("SELECT value FROM assertion")).toBeNull();
	await base.import(base.file("a.ndjson", toNdjson([makeSupplier({ ess: null })])));
	expect(base.value("SELECT value FROM assertion")).toBeNull();
	expect((await getSupplier(base.db, "atelier-des-ajoncs")).ess).toBeUndefined();
});

test("a supplier that its list reopens is a tombstone no more", async () => {
	const base = await openTestBase();
	const supplier = makeSupplier({ siret: SIRET });
	await base.import(base.file("a.ndjson", toNdjson([{ ...supplier, status: "closed" }])));
	await base.import(base.file("a.ndjson", toNdjson([{ ...supplier, status: "open" }])));
	expect((await getSupplier(base.db, SIRET)).status).toBe("open");
	expect(base.value("SELECT count(*) FROM offer")).toBe(1);
});
