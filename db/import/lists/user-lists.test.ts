import { expect, test } from "vitest";
import { AppError } from "#app/domain/errors.ts";
import type { Supplier } from "#app/domain/supplier.ts";
import { fixtureList, readList } from "#tests/factories/read-list.ts";
import { fromLambert93 } from "./lambert.ts";
import { legalFormOf } from "./legal-forms.ts";
import { dateInFileName } from "./source-table.ts";

function segmentsOf(supplier: Supplier | undefined): string[] {
	return supplier?.offers.map((offer) => offer.segment) ?? [];
}

test("FINESS as published gives its ESAT only, with the date inside and positions from the end of the file", async () => {
	const { list, suppliers, rejects } = await readList(fixtureList("finess-brut.csv"));
	expect(list.source).toMatchObject({ id: "finess-esat", listDate: "2026-05-12" });
	expect(suppliers.map((row) => row.key)).toEqual(["560000011", "970400013"]);
	expect(suppliers[0]?.supplier).toMatchObject({
		name: "ESAT DES FABLES ESPACES VERTS",
		siret: "99990018600019",
		kinds: [{ code: "ESAT", proof: "registry", asOf: "2026-05-12" }],
		commune: "56260",
		address: "12 R DES ESSAIS, ZA Inventée",
		lat: expect.closeTo(47.66, 1),
		lon: expect.closeTo(-2.76, 1),
	});
	expect(suppliers[1]?.supplier).toMatchObject({
		name: 'ESAT "LES TOPAZES"',
		commune: "97411",
		group: "FINESS 970400999",
	});
	expect(suppliers[1]?.supplier.lat).toBeUndefined();
	expect(rejects).toMatchObject([{ line: 5, column: "siret" }]);
});

test("FINESS with headers reads the same, dated by its name", async () => {
	const { list, suppliers } = await readList(fixtureList("finess-avec-entete_2026-03.csv"));
	expect(list.source.listDate).toBe("2026-03-01");
	expect(suppliers[0]?.supplier).toMatchObject({ name: "ESAT DES FABLES", commune: "56260" });
});

test("a list of EA in Windows-1252, under a title row, with its own headers", async () => {
	const { suppliers, rejects } = await readList(
		fixtureList("entreprises-adaptees-bretagne_2025-06.csv"),
	);
	const [atelier, interim] = suppliers.map((row) => row.supplier);
	expect(atelier).toMatchObject({
		name: "Atelier Adapté de Fable",
		siret: "99990020200014",
		kinds: [{ code: "EA", proof: "registry", asOf: "2025-06-01", until: "2028-12-31" }],
		commune: "56121",
	});
	expect(segmentsOf(atelier)).toEqual(["espaces-verts", "blanchisserie", "conditionnement"]);
	expect(interim?.kinds).toEqual([{ code: "EATT", proof: "registry", asOf: "2025-06-01" }]);
	expect(rejects).toMatchObject([
		{ line: 5, column: "siret", reason: expect.stringContaining("12 chiffres") },
	]);
});

test("unknown columns are refused by name, and so are those a chosen format lacks", async () => {
	const problem = async (promise: Promise<unknown>) =>
		promise.then(
			() => null,
			(error: unknown) => (error instanceof AppError ? error.problems[0] : error),
		);
	expect(await problem(readList(fixtureList("geiq_2019-11.csv"), "siae-rome"))).toMatchObject({
		path: "geiq_2019-11.csv, en-tête",
		message: expect.stringMatching(/«\stype_structure\s».*«\scode_rome\s»/),
	});
	expect(await problem(readList(fixtureList("../sites/inconnu.csv")))).toMatchObject({
		message: expect.stringContaining("introuvable"),
	});
});

test("the date in a file's name wins over a known one of another year only", () => {
	expect(dateInFileName("geiq_2019-11.csv", "2019-11-01")).toBe("2019-11-01");
	expect(dateInFileName("reemploi_etat_2026.csv", "2026-09-16")).toBe("2026-09-16");
	expect(dateInFileName("siae_2027-02-03.csv", "2019-07-01")).toBe("2027-02-03");
	expect(dateInFileName("etalab-cs1100502-stock-20260512-0339.csv", null)).toBe("2026-05-12");
	expect(dateInFileName("liste.csv", null)).toBeNull();
});

test("legal forms are read from INSEE's codes and from words", () => {
	expect(legalFormOf("5458")).toBe("SCOP");
	expect(legalFormOf("9260")).toBe("ASSOCIATION");
	expect(legalFormOf("Centre communal d'action sociale")).toBe("CCAS");
	expect(legalFormOf("Association syndicale autorisée")).toBeNull();
	expect(legalFormOf("SAS, société par actions simplifiée")).toBe("SAS");
});

test("Lambert-93 metres become degrees", () => {
	// The Eiffel Tower.
	expect(fromLambert93(648_237, 6_862_271)).toEqual({
		lat: expect.closeTo(48.8584, 3),
		lon: expect.closeTo(2.2945, 3),
	});
	expect(fromLambert93(0, 0)).toBeNull();
});
