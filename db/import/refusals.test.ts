import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { AppError } from "#app/domain/errors.ts";
import { openTestBase, toNdjson } from "#tests/factories/import.ts";
import { makeSupplier } from "#tests/factories/supplier.ts";

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
		{ ...good, id: "b8", name: "Ate\0lier" },
	];
	const lines = [JSON.stringify(good), ...rows.map((row) => JSON.stringify(row)), "{oups}"];
	const report = await base.import(base.file("a.ndjson", `${lines.join("\n")}\n`));
	expect(report.counts).toMatchObject({ created: 1, rejected: 10 });
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
		"10 name",
		"11 ",
	]);
	expect(rejects[5]).toContain("2026-02-30");
	expect(rejects[9]).toContain("Ate␀lier");
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
