import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { type Supplier, supplierSchema } from "#app/domain/supplier.ts";
import { fixtureList, readList } from "#tests/factories/read-list.ts";
import { detectFormat } from "./index.server.ts";

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

test("a list read twice gives the same keys, ids and values", async () => {
	const [once, twice] = [
		await readList(fixtureList("siae-national.csv")),
		await readList(fixtureList("siae-national.csv")),
	];
	expect(twice.suppliers).toEqual(once.suppliers);
});

test("a title and a note above the columns are passed over, and lines keep their number", async () => {
	const folder = mkdtempSync(join(tmpdir(), "vivier-lists-"));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const path = join(folder, "geiq-titre.csv");
	const text = readFileSync(fixtureList("geiq_2019-11.csv"), "utf8");
	writeFileSync(path, `Liste des GEIQ,,,,,,,\nsource : fédération,,,,,,,\n${text}`);
	const plain = await readList(fixtureList("geiq_2019-11.csv"));
	const titled = await readList(path);
	expect(titled.list.format).toBe("geiq");
	expect(titled.suppliers.map(({ key }) => key)).toEqual(plain.suppliers.map(({ key }) => key));
	expect(titled.suppliers[0]?.line).toBe((plain.suppliers[0]?.line ?? 0) + 2);
});
