import { expect, test } from "vitest";
import { AppError } from "#app/domain/errors.ts";
import { type Supplier, supplierSchema } from "#app/domain/supplier.ts";
import { fixtureList, readList } from "#tests/factories/read-list.ts";
import { detectFormat } from "./index.server.ts";
import { fromLambert93 } from "./lambert.ts";
import { legalFormOf } from "./legal-forms.ts";
import { dateInFileName } from "./source-table.ts";

const FIXTURES = {
	"siae-national.csv": "siae-national",
	"siae-autre-source.csv": "siae-autre-source",
	"siae-rome.csv": "siae-rome",
	"geiq_2019-11.csv": "geiq",
	"reemploi-etat.csv": "reemploi-etat",
	"reemploi-osm.csv": "reemploi-osm",
	"circulaire-calaisis.csv": "circulaire-calaisis",
	"initiatives-niort.csv": "initiatives-niort",
	"ess-numerique.csv": "ess-numerique",
	"mediation-numerique.csv": "mediation-numerique",
	"finess-brut.csv": "finess",
	"finess-avec-entete_2026-03.csv": "finess",
	"entreprises-adaptees-bretagne_2025-06.csv": "entreprises-adaptees",
} as const;

async function suppliersOf(name: keyof typeof FIXTURES): Promise<Supplier[]> {
	return (await readList(fixtureList(name))).suppliers.map((row) => row.supplier);
}

function segmentsOf(supplier: Supplier | undefined): string[] {
	return supplier?.offers.map((offer) => offer.segment) ?? [];
}

test("each known list is recognised by its columns", async () => {
	for (const [name, format] of Object.entries(FIXTURES)) {
		expect(await detectFormat({ path: fixtureList(name) }), name).toBe(format);
	}
});

test("every supplier read is a valid exchange row with its source on it, and an offer inferred says from what", async () => {
	for (const name of Object.keys(FIXTURES)) {
		const { list, suppliers } = await readList(fixtureList(name));
		expect(suppliers.length, name).toBeGreaterThan(0);
		for (const { supplier, key } of suppliers) {
			expect(supplierSchema.safeParse(supplier).error, `${name} ${key}`).toBeUndefined();
			expect(supplier.facts?.["*"]?.source).toBe(list.source.id);
			expect(supplier.id.startsWith(`${list.source.id}-`)).toBe(true);
			supplier.offers.forEach((offer, index) => {
				expect(offer.basis).toBe("inferred");
				expect(
					supplier.facts?.[`offers[${index}].segment`]?.because,
					`${name} ${key}`,
				).toBeTruthy();
			});
		}
	}
});

test("what a list does not say stays unknown: no area, no capacity, no schedule", async () => {
	for (const name of Object.keys(FIXTURES)) {
		if (name === "reemploi-etat.csv") continue;
		for (const { supplier } of (await readList(fixtureList(name))).suppliers) {
			for (const offer of supplier.offers) {
				expect(
					Object.keys(offer).filter((key) => !["segment", "basis", "modes"].includes(key)),
				).toEqual([]);
			}
		}
	}
});

test("telephones and e-mails are never kept, neither in the supplier nor in the row as received", async () => {
	for (const name of Object.keys(FIXTURES)) {
		const text = JSON.stringify((await readList(fixtureList(name))).suppliers);
		expect(text, name).not.toMatch(/@[a-z]|0[1-9]([ .]?\d\d){4}(?!\d)/);
	}
});

test("the rows of one SIRET make one supplier with all its kinds and the best position", async () => {
	const [first] = await suppliersOf("siae-national.csv");
	expect(first).toMatchObject({
		id: "siae-national-99990000400014",
		siret: "99990000400014",
		kinds: [
			{ code: "ACI", proof: "registry", asOf: "2019-07-01" },
			{ code: "AI", proof: "registry", asOf: "2019-07-01" },
		],
		ess: true,
		legalForm: "ASSOCIATION",
		commune: "56260",
		lat: 47.6582,
		website: "https://sillons.test",
		description: "Chantier : tonte et débroussaillage. Écrire à ou .",
	});
	expect(segmentsOf(first)).toEqual([
		"entretien-espaces-verts",
		"mise-a-disposition",
		"creation-paysagere",
		"debroussaillage-fauchage",
	]);
});

test("a point that is only the commune's centre is not a position; an arrondissement leads to its commune", async () => {
	const [, atelier, interim] = await suppliersOf("siae-national.csv");
	expect(atelier?.lat).toBeUndefined();
	expect(atelier?.ess).toBeUndefined();
	expect(interim).toMatchObject({
		commune: "75056",
		kinds: [{ code: "ETTI", proof: "declared", asOf: "2020-01-01" }],
	});
});

test("a wrong SIRET key and an unknown kind are rejected with line, column, value and reason", async () => {
	const { rejects } = await readList(fixtureList("siae-national.csv"));
	expect(rejects).toMatchObject([
		{
			line: 6,
			column: "siret",
			value: "99990003800013",
			reason: expect.stringContaining("clé de ce SIRET"),
		},
		{
			line: 7,
			column: "type_structure",
			value: "XXX",
			reason: expect.stringContaining("Types connus"),
		},
	]);
});

test("a missing SIRET is rejected, a tab before it is not", async () => {
	const { suppliers, rejects } = await readList(fixtureList("geiq_2019-11.csv"));
	expect(suppliers.map((row) => row.key)).toEqual(["99990006100014"]);
	expect(rejects).toMatchObject([{ line: 3, column: "siret", value: "" }]);
});

test("a user's test account does not prove a kind, nor give its name", async () => {
	const [first, second] = await suppliersOf("siae-autre-source.csv");
	expect(first).toMatchObject({
		name: "ASSOC LES SILLONS FICTIFS",
		kinds: [
			{ code: "ACI", proof: "registry" },
			{ code: "EI", proof: "declared" },
		],
	});
	expect(first?.turnoverEur).toBeUndefined();
	expect(second).toMatchObject({
		turnoverEur: 650000,
		employees: "20 à 49 salariés",
		legalForm: "SARL",
	});
});

test("jobs gathered by SIRET say what a structure does, and lend people for an AI", async () => {
	const { suppliers } = await readList(fixtureList("siae-rome.csv"));
	const byName = new Map(suppliers.map(({ supplier }) => [supplier.name, supplier]));
	expect(segmentsOf(byName.get("RESSOURCERIE INVENTEE"))).toEqual([
		"ressourcerie-debarras",
		"entretien-espaces-verts",
	]);
	expect(byName.get("BRAS DESSUS FICTIF")?.offers).toEqual([
		{ segment: "mise-a-disposition", basis: "inferred", modes: ["staffing"] },
		{ segment: "nettoyage-locaux", basis: "inferred", modes: ["staffing"] },
	]);
});

test("zones in words become areas when understood, and stay words when not", async () => {
	const [ordi, meubles, siren] = await suppliersOf("reemploi-etat.csv");
	expect(ordi?.offers[0]?.area).toEqual({ zones: ["region:53"] });
	expect(ordi?.facts?.["offers[0].area"]?.because).toContain("Régionale");
	expect(meubles?.offers[0]?.area).toBeUndefined();
	expect(meubles?.description).toContain("Autour de chez nous");
	expect(siren?.offers[0]?.area).toEqual({ country: true });
});

test("kinds named by a list that is no register are declared, at the date of the row", async () => {
	const [ordi, meubles, siren] = await suppliersOf("reemploi-etat.csv");
	expect(ordi?.kinds).toEqual([
		{ code: "EA", proof: "declared", asOf: "2026-03-12" },
		{ code: "ESUS", proof: "declared", asOf: "2026-03-12" },
	]);
	expect(ordi?.offers[0]?.certificates).toBeUndefined();
	expect(meubles?.kinds).toBeUndefined();
	expect(meubles?.ess).toBeUndefined();
	expect(siren).toMatchObject({ siren: "999900111", ess: true, tags: ["reemploi"] });
	expect(siren?.siret).toBeUndefined();
});

test("OpenStreetMap gives no kind, no word on ESS, and the nearest commune when none is written", async () => {
	const [recyclerie, repair, vrac] = await suppliersOf("reemploi-osm.csv");
	expect(recyclerie).toMatchObject({
		commune: "49007",
		lon: -0.5478,
		tags: ["reemploi"],
		group: "Association Rêvée",
	});
	expect(repair).toMatchObject({ commune: "44109", tags: ["reemploi"] });
	expect(vrac?.tags).toEqual(["vrac"]);
	for (const supplier of [recyclerie, repair, vrac]) {
		expect(supplier?.kinds).toBeUndefined();
		expect(supplier?.ess).toBeUndefined();
	}
});

test("ids that differ by their capitals stay apart", async () => {
	expect((await suppliersOf("initiatives-niort.csv")).map((supplier) => supplier.id)).toEqual([
		"initiatives-niort-3pa-h",
		"initiatives-niort-3pah",
	]);
});

test("ESS by Sirene, by agreement or by form; closed ones are closed; names not disclosed are rejected", async () => {
	const { suppliers, rejects } = await readList(fixtureList("ess-numerique.csv"));
	const [coop, club, sas] = suppliers.map((row) => row.supplier);
	expect(coop).toMatchObject({
		ess: true,
		legalForm: "SCOP",
		kinds: [{ code: "ESUS", proof: "registry", asOf: "2026-01-01" }],
		employees: "20 à 49 salariés",
	});
	expect(club).toMatchObject({ ess: true, status: "closed", postcode: "01000", commune: "01053" });
	expect(sas?.ess).toBeUndefined();
	expect(rejects).toMatchObject([{ line: 5, column: "denomination" }]);
});

test("an actor of the circular economy is ESS only when the list says so", async () => {
	const [retouches, jardin] = await suppliersOf("circulaire-calaisis.csv");
	expect(retouches?.ess).toBeUndefined();
	expect(retouches).toMatchObject({ tags: ["reemploi"], commune: "62193" });
	expect(retouches?.website).toBeUndefined();
	expect(jardin).toMatchObject({ ess: true, website: "https://www.jardin.test" });
});

test("digital mediation keeps the date of each row", async () => {
	const [clics, chantier] = await suppliersOf("mediation-numerique.csv");
	expect(clics).toMatchObject({
		ess: true,
		commune: "72181",
		facts: { "*": { on: "2018-09-17" } },
	});
	expect(segmentsOf(clics)).toEqual(["mediation-numerique"]);
	expect(chantier?.kinds).toEqual([{ code: "ACI", proof: "declared", asOf: "2022-05-02" }]);
});

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

test("a list read twice gives the same keys, ids and values", async () => {
	const [once, twice] = [
		await readList(fixtureList("siae-national.csv")),
		await readList(fixtureList("siae-national.csv")),
	];
	expect(twice.suppliers).toEqual(once.suppliers);
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
