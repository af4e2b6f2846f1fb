import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { AppError } from "#app/domain/errors.ts";
import { openTestBase, toNdjson } from "#tests/factories/import.ts";
import { makeAccreditation, makeOffer, makeSupplier } from "#tests/factories/supplier.ts";
import { supplierArb } from "#tests/factories/supplier-arb.ts";
import { getSupplier, listDisagreements, listRecords } from "../suppliers.server.ts";

const SIRET = "80746931700018";
const OTHER_SIRET = "55208131766522";

const many = (count: number) =>
	Array.from({ length: count }, (_, index) =>
		makeSupplier({ id: `s${index}`, name: `S ${index}` }),
	);

async function refusal(promise: Promise<unknown>): Promise<AppError> {
	return promise.then(
		() => expect.unreachable("the file was accepted"),
		(error: unknown) => error as AppError,
	);
}

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

test("bad rows are rejected with line, path and reason, and the others go on", async () => {
	const base = await openTestBase();
	const good = makeSupplier({ id: "bon" });
	const rows: Record<string, unknown>[] = [
		{ ...good, id: "b1", siret: "80746931700019" },
		{ ...good, id: "b2", commune: "56999" },
		{ ...good, id: "b3", offers: [{ segment: "inconnu" }] },
		{ ...good, id: "b4", offers: [{ segment: "traiteur", daysPerWeeks: 5 }] },
		{ ...good, id: "b5", offers: [{ segment: "traiteur", verifiedOn: "2026-02-30" }] },
		{ ...good, id: "b6", offers: [{ segment: "traiteur", area: { zones: ["epci:000000000"] } }] },
		{ ...good, id: "b7", name: "=HYPERLINK(1)", lat: 95 },
		{ ...good, id: "bon" },
	];
	const lines = [JSON.stringify(good), ...rows.map((row) => JSON.stringify(row)), "{oups}"];
	const report = await base.import(base.file("a.ndjson", `${lines.join("\n")}\n`));
	expect(report.counts).toMatchObject({ created: 1, rejected: 9 });
	const rejects = readFileSync(report.rejectsPath ?? "", "utf8").split("\n");
	const columns = rejects.slice(1, -1).map((line) => line.split(";").slice(0, 2).join(" "));
	expect(columns).toEqual([
		"2 siret",
		"3 commune",
		"4 offers[0].segment",
		"5 offers[0].daysPerWeeks",
		"6 offers[0].verifiedOn",
		"7 offers[0].area.zones[0]",
		"8 lat",
		"9 id",
		"10 ",
	]);
	expect(rejects[5]).toContain("2026-02-30");
});

test("a newer minor version is read; what it adds is set aside with a warning and kept as received", async () => {
	const base = await openTestBase();
	const newer = { ...makeSupplier(), schemaVersion: 1.1, mascot: "ajonc" };
	const report = await base.import(base.file("a.ndjson", `${JSON.stringify(newer)}\n`));
	expect(report.counts).toMatchObject({ created: 1, rejected: 0 });
	expect(report.warnings[0]).toContain("mascot");
	expect(base.value("SELECT raw FROM source_record")).toContain('"mascot":"ajonc"');
	const next = { ...makeSupplier({ id: "b" }), schemaVersion: 2 };
	const refused = await base.import(base.file("b.ndjson", `${JSON.stringify(next)}\n`));
	expect(refused.counts).toMatchObject({ created: 0, rejected: 1 });
});

test("a byte order mark, CRLF line ends, blank lines and a last line without end are read", async () => {
	const base = await openTestBase();
	const [one, two] = many(2).map((supplier) => JSON.stringify(supplier));
	const report = await base.import(base.file("a.ndjson", `\ufeff${one}\r\n\r\n${two}`));
	expect(report.counts).toMatchObject({ created: 2, rejected: 0 });
});

test("a file cut in its last line is refused and the base is unchanged", async () => {
	const base = await openTestBase();
	const text = toNdjson(many(30));
	const error = await refusal(base.import(base.file("a.ndjson", text.slice(0, -40))));
	expect(error.code).toBe("bad-file");
	expect(error.problems[0]?.path).toContain("ligne 30");
	expect(await base.export()).toBe("");
	expect(base.value("SELECT status FROM import_run")).toBe("failed");
});

test("a file that is not NDJSON is refused by its first line", async () => {
	const base = await openTestBase();
	for (const text of ["nom;siret\nAjoncs;1\n", "[\n{}]\n", "<html></html>\n"]) {
		const error = await refusal(base.import(base.file("a.ndjson", text)));
		expect(error.problems[0]?.path).toContain("ligne 1");
	}
});

test("a missing file, one too large and a line without end are refused", async () => {
	const base = await openTestBase();
	expect((await refusal(base.import("/nulle/part.ndjson"))).code).toBe("bad-file");
	const large = base.file("a.ndjson", toNdjson(many(3)));
	expect((await refusal(base.import(large, { maxBytes: 100 }))).code).toBe("file-too-large");
	const endless = base.file("b.ndjson", `{"id":"${"x".repeat(9 << 20)}"}\n`);
	expect((await refusal(base.import(endless))).problems[0]?.message).toContain("trop longue");
});

test("a dry run says what would change and changes nothing", async () => {
	const base = await openTestBase();
	const file = base.file("a.ndjson", toNdjson(many(3)));
	const report = await base.import(file, { dryRun: true });
	expect(report).toMatchObject({ runId: null, counts: { created: 3 } });
	expect(await base.export()).toBe("");
	expect(base.value("SELECT count(*) FROM import_run")).toBe(0);
});

test("rows gone from the source are counted and kept; more than a tenth is held for a human", async () => {
	const base = await openTestBase();
	await base.import(base.file("a.ndjson", toNdjson(many(20))));
	const fewer = base.file("a.ndjson", toNdjson(many(18)));
	expect((await base.import(fewer)).counts).toMatchObject({ unchanged: 18, gone: 2 });
	expect(base.value("SELECT count(*) FROM source_record WHERE gone_run_id IS NOT NULL")).toBe(2);
	expect(base.value("SELECT count(*) FROM supplier")).toBe(20);
	const half = base.file("a.ndjson", toNdjson(many(9)));
	const error = await refusal(base.import(half));
	expect(error.problems[0]?.message).toContain("--confirm");
	expect((await base.import(half, { confirm: true })).counts).toMatchObject({ gone: 9 });
	const back = await base.import(base.file("a.ndjson", toNdjson(many(20))));
	expect(back.counts).toMatchObject({ created: 0, unchanged: 20, gone: 0 });
	expect(base.value("SELECT count(*) FROM source_record WHERE gone_run_id IS NOT NULL")).toBe(0);
});

test("a row in error is not a row gone", async () => {
	const base = await openTestBase();
	await base.import(base.file("a.ndjson", toNdjson(many(5))));
	const [broken, ...rest] = many(5);
	const rows = [{ ...broken, commune: "00000" }, ...rest];
	const report = await base.import(base.file("a.ndjson", toNdjson(rows)));
	expect(report.counts).toMatchObject({ unchanged: 4, rejected: 1, gone: 0 });
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
