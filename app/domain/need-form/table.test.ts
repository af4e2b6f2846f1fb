import { expect, test } from "vitest";
import { makeFormReference, makeNeedForm, someCommunes } from "#tests/factories/need-form.ts";
import { MODEL_ROWS, toSheet, toTabs } from "./sheet.ts";
import { readPastedTable, type TableOptions, withTable } from "./table.ts";
import { readForm } from "./to-need.ts";

function options(overrides: Partial<TableOptions> = {}): TableOptions {
	return {
		services: [{ id: "s1", names: ["Nettoyage des locaux", "nettoyage-locaux"] }],
		service: null,
		takenIds: new Set(),
		finder: someCommunes,
		...overrides,
	};
}

const TWO_SERVICES = [
	{ id: "s1", names: ["Nettoyage des locaux"] },
	{ id: "s2", names: ["Vitrerie"] },
];

test("a table pasted from a spreadsheet gives sites and what each asks", () => {
	const table = readPastedTable(
		"Site\tCommune\tSurface (m²)\tNb jours / semaine\tHoraires\tBudget HT\n" +
			"Mairie\tVannes\t900\t5\t6h-8h\t18 000 €\n" +
			"École\tAuray\t600\t3\t\t12k€\n",
		options(),
	);
	expect(table.problems).toEqual([]);
	expect(table.sites.map(({ id, label, place, line }) => [id, label, place, line])).toEqual([
		["mairie", "Mairie", "Vannes", 2],
		["ecole", "École", "Auray", 3],
	]);
	expect(table.cells[0]?.conditions).toEqual({
		quantity: "900",
		amount: "18 000 €",
		days: "5",
		window: "6h-8h",
	});
});

test("semicolons, quotes and CRLF are read as a spreadsheet writes them", () => {
	const table = readPastedTable(
		'Commune;Adresse;Quantité\r\n"Vannes";"12, rue ""du Port""";"1 200 m²/semaine"\r\nAuray;;"40\n m²"\r\n',
		options(),
	);
	expect(table.sites.map((site) => [site.place, site.address])).toEqual([
		["Vannes", '12, rue "du Port"'],
		["Auray", ""],
	]);
	expect(table.cells[0]?.conditions).toMatchObject({ unit: "m2", per: "week" });
});

test("a broken quote stays a plain character and the lines after it are kept", () => {
	const table = readPastedTable('Site;Commune\n"Mairie;Vannes\nÉcole;Auray', options());
	expect(table.sites.map((site) => site.place)).toEqual(["Vannes", "Auray"]);
});

test("a bare list of communes is a table of one column", () => {
	const table = readPastedTable("Vannes\nAuray\n56250 Elven", options());
	expect(table.sites.map((site) => site.place)).toEqual(["Vannes", "Auray", "56250 Elven"]);
});

test("columns without headings are guessed from what they hold", () => {
	const table = readPastedTable("Mairie;Vannes;900 m²;6h-8h\nÉcole;Auray;600 m²;7h-9h", options());
	expect(table.sites[0]).toMatchObject({ label: "Mairie", place: "Vannes" });
	expect(table.cells[1]?.conditions).toMatchObject({ quantity: "600 m²", window: "7h-9h" });
});

test("a table that names no place says which column to add", () => {
	const table = readPastedTable("Site\tSurface\nMairie\t900", options());
	expect(table.problems[0]?.message).toMatch(/«\sCommune\s»/);
});

test("headings that name nothing we know are reported, not guessed", () => {
	const table = readPastedTable("Commune\tSurface\tTéléphone\nVannes\t900\t02", options());
	expect(table.ignoredColumns).toEqual(["Téléphone"]);
});

test("two sites of the same commune keep apart", () => {
	const table = readPastedTable("Commune\tSurface\nVannes\t900\nVannes\t600", options());
	expect(table.sites.map((site) => site.id)).toEqual(["vannes", "vannes-2"]);
});

test("a column of services ties each line to one, and a site may come back", () => {
	const table = readPastedTable(
		"Site\tCommune\tPrestation\tSurface\nMairie\tVannes\tNettoyage des locaux\t900\nMairie\tVannes\tVitrerie\t80\nÉcole\tAuray\tVitrerie\t40",
		options({ services: TWO_SERVICES }),
	);
	expect(table.sites).toHaveLength(2);
	expect(table.asked).toEqual(["s1/mairie", "s2/mairie", "s2/ecole"]);
});

test("a quantity for several services at once is refused with the line and the column", () => {
	const table = readPastedTable(
		"Commune\tSurface\nVannes\t900",
		options({ services: TWO_SERVICES }),
	);
	expect(table.problems).toEqual([
		expect.objectContaining({
			line: 2,
			column: "Quantité",
			message: expect.stringContaining("Prestation"),
		}),
	]);
});

test("a service the need does not have is refused by name", () => {
	const table = readPastedTable(
		"Commune\tPrestation\nVannes\tGardiennage",
		options({ services: TWO_SERVICES }),
	);
	expect(table.problems[0]).toMatchObject({
		line: 2,
		message: expect.stringContaining("Gardiennage"),
	});
});

test("what cannot be read is kept and named by its line and column", () => {
	const table = readPastedTable(
		"Commune\tJours par semaine\tMontant\nVannes\t9\t12 000 TTC\nNantesse\t5\t",
		options(),
	);
	const form = withTable(makeNeedForm(), table, "replace");
	const { need, problems } = readForm(form, makeFormReference());
	expect(need).toBeNull();
	expect(problems.map((problem) => problem.message)).toEqual([
		expect.stringMatching(/^Ligne 3, colonne «\sCommune\s».*Nantesse/),
		expect.stringMatching(/^Ligne 2, colonne «\sMontant annuel HT\s».*hors taxes/),
		expect.stringMatching(/^Ligne 2, colonne «\sJours par semaine\s».*0,5 à 7/),
	]);
	expect(form.cells[0]?.conditions.days).toBe("9");
});

test("a table added after another keeps both, without clashing ids", () => {
	const first = withTable(makeNeedForm(), readPastedTable("Commune\nVannes", options()), "replace");
	const taken = new Set(first.sites.map((site) => site.id));
	const both = withTable(
		first,
		readPastedTable("Commune\nVannes", options({ takenIds: taken })),
		"append",
	);
	expect(both.sites.map((site) => site.id)).toEqual(["vannes", "vannes-2"]);
});

test("the sheet of a form is read back to the same form", () => {
	const form = withTable(
		makeNeedForm(),
		readPastedTable(
			"Site\tCommune\tCode postal\tSurface\tJours\tHoraires\nMairie\tVannes\t56000\t900\tlun, mar\t6h-8h\nÉcole\tAuray\t\t\t3\t",
			options(),
		),
		"replace",
	);
	const sheet = toTabs(toSheet(form, (id) => id));
	expect(withTable(makeNeedForm(), readPastedTable(sheet, options()), "replace")).toEqual(form);
});

test("the model table is read without a problem", () => {
	const table = readPastedTable(toTabs(MODEL_ROWS), options());
	const reading = readForm(withTable(makeNeedForm(), table, "replace"), makeFormReference());
	expect(reading.problems).toEqual([]);
	expect(reading.need?.cells).toHaveLength(2);
});
