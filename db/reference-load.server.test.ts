import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { isAppError } from "#app/http-errors.ts";
import { openTestDb, openTestDbWithPlaces } from "#tests/factories/db.ts";
import { getDataVersion, rawOf } from "./open.server.ts";
import { loadPlaces } from "./places.server.ts";
import { readCentres, readCpvList } from "./reference-lists.server.ts";
import { replaceCpv, updateCentres } from "./reference-load.server.ts";
import { findReferenceLoad, listCpvUnder } from "./reference-origins.server.ts";

// Filling the place tables takes a second or two on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const LOAD = { origin: "liste.csv", loadedOn: "2026-11-21" };
const file = (text: string, encoding: BufferEncoding = "utf8") => ({
	buffer: Buffer.from(text, encoding),
	fileName: "liste.csv",
});

async function problemsOf(reading: Promise<unknown>): Promise<string[]> {
	const error: unknown = await reading.then(() => null).catch((reason: unknown) => reason);
	if (!isAppError(error)) throw new Error("expected a refusal", { cause: error });
	return error.problems.map(({ path, message }) => `${path}\u202F: ${message}`);
}

test("a CPV list is read whatever its delimiter, encoding and column names", async () => {
	const expected = [
		{ code: "03000000", label: "Produits de l’élevage", parent: null },
		{ code: "03100000", label: "Légumes", parent: "03000000" },
		{ code: "03111100", label: "Soja", parent: "03100000" },
	];
	const utf8 = "code,libelle_fr\n03111100,Soja\n03000000,Produits de l’élevage\n03100000,Légumes\n";
	expect(await readCpvList(file(utf8))).toEqual(expected);
	const excel = "CODE;FR\n03000000-1;Produits de l'élevage\n03100000-2;Légumes\n03111100-3;Soja\n";
	expect(await readCpvList(file(excel, "latin1"))).toEqual(
		expected.map((row) => ({ ...row, label: row.label.replace("’", "'") })),
	);
});

test("a bad CPV list is refused whole, each problem with its line and column", async () => {
	const text = "code;libelle\n03000000;Produits\n0310;Court\n03000000;Double\n03110000;\n";
	expect(await problemsOf(readCpvList(file(text)))).toEqual([
		"liste.csv, ligne 3, colonne « code » : « 0310 » n’est pas un code CPV de huit chiffres.",
		"liste.csv, ligne 4, colonne « code » : Le code 03000000 est déjà dans une ligne précédente.",
		"liste.csv, ligne 5, colonne « libelle » : Le libellé du code 03110000 est vide.",
	]);
	expect((await problemsOf(readCpvList(file("nom;ville\nA;B\n"))))[0]).toContain(
		"Il manque une colonne pour le code CPV",
	);
});

test("long lists of problems are counted, not poured out", async () => {
	const rows = Array.from({ length: 25 }, (_, i) => `${i};x`);
	const problems = await problemsOf(readCpvList(file(`code;libelle\n${rows.join("\n")}\n`)));
	expect(problems).toHaveLength(11);
	expect(problems[10]).toContain("15 autres lignes");
});

test("loading a CPV list replaces the one before, and remembers where it came from", async () => {
	const db = await openTestDb();
	replaceCpv(db, [{ code: "99000000", label: "Ancien", parent: null }], LOAD);
	const rows = [
		{ code: "90910000", label: "Nettoyage", parent: null },
		{ code: "90911200", label: "Nettoyage de bâtiments", parent: "90910000" },
		{ code: "90920000", label: "Désinfection", parent: null },
	];
	replaceCpv(db, rows, LOAD);
	expect((await listCpvUnder(db, ["9091"])).map(({ code }) => code)).toEqual([
		"90910000",
		"90911200",
	]);
	expect(await listCpvUnder(db, ["99"])).toEqual([]);
	expect(await findReferenceLoad(db, "cpv")).toEqual({ ...LOAD, rows: 3 });
	expect(await findReferenceLoad(db, "centres")).toBeNull();
	await db.destroy();
});

test("centres are read from a CSV with decimal commas, and from geo.api.gouv.fr’s JSON", async () => {
	const csv =
		"code_insee;nom;type;lat;lon\n56260;Vannes;commune-actuelle;47,6597;-2,7603\n75112;Paris 12;arrondissement-municipal;48,8;2,4\n98412;Kerguelen;commune-actuelle;;\n";
	expect(await readCentres(file(csv))).toEqual([{ code: "56260", lat: 47.6597, lon: -2.7603 }]);
	const json = JSON.stringify([
		{ code: "56260", nom: "Vannes", centre: { type: "Point", coordinates: [-2.7603, 47.6597] } },
	]);
	const input = { buffer: Buffer.from(json), fileName: "communes.json" };
	expect(await readCentres(input)).toEqual([{ code: "56260", lat: 47.6597, lon: -2.7603 }]);
});

test("a centre that is not one is refused with its line and column", async () => {
	const text = "code;lat;lon\n56260;47.65;-2.76\n56053;quarante;-2.59\n2A0;47;2\n";
	expect(await problemsOf(readCentres(file(text)))).toEqual([
		"liste.csv, ligne 3, colonne « lat » : « quarante » n’est pas une latitude en degrés.",
		"liste.csv, ligne 4, colonne « code » : « 2A0 » n’est pas un code INSEE de commune.",
	]);
	expect((await problemsOf(readCentres(file("code;nom\n56260;Vannes\n"))))[0]).toContain(
		"Il manque la position des communes",
	);
});

test("exact centres replace approximate ones and count as a change of the base", async () => {
	const db = await openTestDbWithPlaces();
	const before = await getDataVersion(db);
	const centres = [
		{ code: "56053", lat: 47.73, lon: -2.59 },
		{ code: "99999", lat: 0, lon: 0 },
	];
	expect(updateCentres(db, centres, LOAD)).toEqual({ updated: 1, unknown: 1, moved: 0 });
	expect(loadPlaces(db).commune("56053")).toMatchObject({ lat: 47.73, lon: -2.59, errorKm: 0 });
	expect(await getDataVersion(db)).toBe(before + 1);
	await db.destroy();
});

test("latitudes and longitudes the wrong way round change nothing", async () => {
	const db = await openTestDbWithPlaces();
	const swapped = [
		{ code: "56260", lat: -2.76, lon: 47.65 },
		{ code: "56053", lat: -2.59, lon: 47.73 },
	];
	expect(() => updateCentres(db, swapped, LOAD)).toThrow("bad-file");
	expect(loadPlaces(db).commune("56260")?.lat).toBeCloseTo(47.66, 1);
	expect(await findReferenceLoad(db, "centres")).toBeNull();
	await db.destroy();
});

test("a supplier known by its commune only moves with it, and so does the square round what it serves", async () => {
	const db = await openTestDbWithPlaces();
	const raw = rawOf(db);
	const addSupplier = raw.prepare(
		`INSERT INTO supplier (public_id, operator_key, name, commune, lat, lon, position, status, sort_name, document, demo)
		 VALUES (?, ?, 'Essai', '56053', 47, -2, ?, 'open', 'essai', '{}', 0)`,
	);
	const inCommune = addSupplier.run("a", "id:a", "commune").lastInsertRowid;
	const exact = addSupplier.run("b", "id:b", "exact").lastInsertRowid;
	raw
		.prepare(
			`INSERT INTO offer (supplier_id, position, segment, basis, includes_children, radius_km, country)
			 VALUES (?, 0, 'nettoyage-locaux', 'declared', 0, 10, 0)`,
		)
		.run(inCommune);
	const centre = { code: "56053", lat: 47.73, lon: -2.59 };
	expect(updateCentres(db, [centre], LOAD).moved).toBe(1);
	const latOf = (id: number | bigint) =>
		(raw.prepare("SELECT lat FROM supplier WHERE id = ?").get(id) as { lat: number }).lat;
	expect([latOf(inCommune), latOf(exact)]).toEqual([47.73, 47]);
	const circle = raw.prepare("SELECT * FROM supplier_circle WHERE id = ?").get(inCommune) as {
		min_lat: number;
		max_lat: number;
	};
	expect(circle.min_lat).toBeCloseTo(47.73 - 10 / 111.2, 2);
	expect(circle.max_lat).toBeCloseTo(47.73 + 10 / 111.2, 2);
	await db.destroy();
});

const SHARED = join(import.meta.dirname, "../../shared/data");

test.skipIf(!existsSync(SHARED))(
	"the official lists load (skipped without ../shared/data)",
	async () => {
		const cpv = await readCpvList({ path: join(SHARED, "codes/cpv_2008_fr.csv") });
		expect(cpv).toHaveLength(9454);
		expect(cpv.filter(({ parent }) => parent === null)).toHaveLength(45);
		const centres = await readCentres({ path: join(SHARED, "places/communes.csv") });
		expect(centres).toHaveLength(34_963);
	},
);
