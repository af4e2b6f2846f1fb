import { expect, test, vi } from "vitest";
import { openTestDbWithPlaces } from "#tests/factories/db.ts";
import { rawOf } from "./open.server.ts";
import { loadPlaces, packagedPlaces } from "./places.server.ts";
import { loadReferenceFiles } from "./reference-tables.server.ts";

// Filling the place tables takes a second or two on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const places = packagedPlaces();
const nameOf = (hint: Parameters<typeof places.findCommune>[0]) =>
	places.findCommune(hint)?.name ?? null;

test.each([
	[{ inseeCode: "56260" }, "Vannes"],
	[{ inseeCode: "2a004" }, "Ajaccio"],
	[{ inseeCode: "1004" }, "Ambérieu-en-Bugey"],
	[{ inseeCode: "69383" }, "Lyon"],
	[{ inseeCode: "20004" }, "Ajaccio"],
	[{ inseeCode: "99999", postcode: "56000", name: "Vannes" }, "Vannes"],
	[{ postcode: "56000" }, "Vannes"],
	[{ postcode: "56019", name: "VANNES CEDEX" }, "Vannes"],
	[{ postcode: "75012", name: "PARIS 12" }, "Paris"],
	[{ postcode: "75017", name: "Paris 17e Arrondissement" }, "Paris"],
	[{ postcode: "93200", name: "st denis" }, "Saint-Denis"],
	[{ postcode: "72000", name: "MANS (LE)" }, "Le Mans"],
	[{ postcode: "17000", name: "Rochelle" }, "La Rochelle"],
	[{ postcode: "71100", name: "CHALON S/SAONE" }, "Chalon-sur-Saône"],
	[{ postcode: "56890", name: "Saint Avé" }, "Saint-Avé"],
	[{ postcode: "20000", name: "AJACCIO" }, "Ajaccio"],
	[{ postcode: "1300", name: "Arbignieu" }, "Arboys en Bugey"],
	[{ postcode: "35000", name: "RENNE" }, "Rennes"],
	[{ name: "Concarneau" }, "Concarneau"],
	[{ name: "Clermont Ferrand" }, "Clermont-Ferrand"],
] as const)("%o is %s", (hint, name) => {
	expect(nameOf(hint)).toBe(name);
});

test.each([
	[{ name: "Saint-Denis" }],
	[{ postcode: "56250" }],
	[{ postcode: "56250", name: "Trifouilly" }],
	[{ name: "Trifouilly" }],
	[{ inseeCode: "", postcode: "", name: "" }],
	[{}],
])("%o is not guessed", (hint) => {
	expect(nameOf(hint)).toBeNull();
});

const labels = (query: string, limit = 5) =>
	places.searchPlaces(query, limit).map(({ label }) => label);

test("the autocomplete proposes communes, EPCI, départements and régions in words", () => {
	expect(labels("vannes")).toContain("Vannes (56) — commune");
	expect(labels("vannes agglo")).toEqual([
		"Golfe du Morbihan - Vannes Agglomération (56) — intercommunalité",
	]);
	expect(labels("morb")[0]).toBe("Morbihan (56) — département");
	expect(labels("bretagne")[0]).toBe("Bretagne — région");
});

test("accents, articles and abbreviations are forgiven, and the largest comes first", () => {
	expect(labels("st ave")[0]).toBe("Saint-Avé (56) — commune");
	expect(labels("rochelle")[0]).toBe("La Rochelle (17) — commune");
	expect(labels("VANDOEUVRE")[0]).toBe("Vandœuvre-lès-Nancy (54) — commune");
	expect(labels("st")).toContain("Strasbourg (67) — commune");
	expect(labels("saint")).not.toContain("Strasbourg (67) — commune");
});

test("a postcode, a département code or both with a name lead to the place", () => {
	expect(labels("56000")).toEqual(["Vannes (56) — commune"]);
	expect(labels("56")[0]).toBe("Morbihan (56) — département");
	expect(labels("2a")[0]).toBe("Corse-du-Sud (2A) — département");
	expect(labels("saint denis 974")[0]).toBe("Saint-Denis (974) — commune");
	expect(labels("paris 12")[0]).toBe("Paris (75) — commune");
	expect(labels("arbignieu")).toEqual([
		"Arbignieu (01) — commune déléguée, aujourd’hui Arboys en Bugey",
	]);
});

test("a label, sent back by a form, is the place it named", () => {
	for (const label of [
		"Vannes (56) — commune",
		"Saint-Denis (93) — commune",
		"Paris (75) — département",
		"Bretagne — région",
	])
		expect(places.search.resolve(label)?.label).toBe(label);
	expect(places.search.resolve("Paris")?.zone).toBe("commune:75056");
	expect(places.search.resolve("Saint-Denis")).toBeNull();
	expect(places.search.resolve("Trifouilly")).toBeNull();
});

test("a centre that a user loaded wins over the packaged one, and survives the next load", async () => {
	const db = await openTestDbWithPlaces();
	rawOf(db)
		.prepare(
			"UPDATE place SET lat = 47.5, lon = -2.5, error_km = 0, source = 'officiel' WHERE code = '56053'",
		)
		.run();
	expect(loadReferenceFiles(db)).toBe(false);
	rawOf(db).prepare("UPDATE meta SET value = 'older' WHERE key = 'reference_files'").run();
	expect(loadReferenceFiles(db)).toBe(true);
	expect(loadPlaces(db).commune("56053")).toMatchObject({ lat: 47.5, lon: -2.5, errorKm: 0 });
	expect(loadPlaces(db).commune("56260")).toEqual(places.commune("56260"));
	await db.destroy();
});

test("the tables hold every commune, its other codes and its postcodes", async () => {
	const db = await openTestDbWithPlaces();
	const count = (sql: string) => (rawOf(db).prepare(sql).get() as { n: number }).n;
	expect(count("SELECT count(*) n FROM place WHERE kind = 'commune'")).toBe(34_963);
	expect(count("SELECT count(*) n FROM place WHERE kind = 'arrondissement'")).toBe(45);
	expect(count("SELECT count(*) n FROM place_postcode WHERE postcode = '56260'")).toBe(
		places.rows.communes.filter((commune) => commune.postcodes.includes("56260")).length,
	);
	expect(count("SELECT count(*) n FROM zone WHERE population > 0")).toBe(1255 + 107 + 18);
	await db.destroy();
});
