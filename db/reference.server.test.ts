import { existsSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { openTestDb } from "#tests/factories/db.ts";
import { testFolder } from "#tests/factories/folder.ts";
import { getDataVersion } from "./open.server.ts";
import { loadReference, openReference } from "./reference.server.ts";
import { replaceCpv } from "./reference-load.server.ts";

/** Words that no synonym holds. */
const TEXT = "Zirconage xylofrage";

test("a need is read with the CPV labels that were loaded", async () => {
	const db = await openTestDb();
	await db
		.insertInto("cpv")
		.values({ code: "90911300", label: "Zirconage xylofrage", parent: "90911000" })
		.execute();
	const reading = loadReference(db).needReader.read(TEXT, { today: null });
	expect(reading.need.services.map(({ segment }) => segment)).toEqual(["vitrerie-nettoyage"]);
});

test("without the official list a need is read with the synonyms alone", async () => {
	const { needReader } = loadReference(await openTestDb());
	expect(needReader.read(TEXT, { today: null }).need.services).toEqual([]);
});

const LOAD = { origin: "liste.csv", loadedOn: "2026-11-22" };
const list = (label: string) => [{ code: "90911300", label, parent: null }];

test("labels loaded under a running site are taken up, and replaced by the next list of the same day", async () => {
	const db = await openTestDb();
	const { needReader } = loadReference(db);
	const segments = (text: string) =>
		needReader.read(text, { today: null }).need.services.map(({ segment }) => segment);
	expect(segments(TEXT)).toEqual([]);
	replaceCpv(db, list("Zirconage xylofrage"), LOAD);
	// The reading that notices it is answered by the labels it found.
	expect(segments(TEXT)).toEqual([]);
	await setImmediate();
	expect(segments(TEXT)).toEqual(["vitrerie-nettoyage"]);
	replaceCpv(db, list("Xylofrage mordoré"), LOAD);
	segments(TEXT);
	await setImmediate();
	expect(segments(TEXT)).toEqual([]);
	expect(segments("Xylofrage mordoré")).toEqual(["vitrerie-nettoyage"]);
});

test("nothing is built again while the labels stay the same", async () => {
	const db = await openTestDb();
	replaceCpv(db, list("Zirconage xylofrage"), LOAD);
	const { needReader } = loadReference(db);
	needReader.read(TEXT, { today: null });
	await db.deleteFrom("cpv").execute();
	await setImmediate();
	expect(needReader.read(TEXT, { today: null }).need.services).toHaveLength(1);
});

test("a load of labels changes the version of the data: kept pages show them", async () => {
	const db = await openTestDb();
	const before = await getDataVersion(db);
	replaceCpv(db, list("Zirconage xylofrage"), LOAD);
	expect(await getDataVersion(db)).toBe(before + 1);
});

test("a base that closes before its labels are built stops nothing", async () => {
	const db = await openTestDb();
	const { needReader } = loadReference(db);
	needReader.read(TEXT, { today: null });
	replaceCpv(db, list("Zirconage xylofrage"), LOAD);
	needReader.read(TEXT, { today: null });
	await db.destroy();
	await setImmediate();
});

test("the reference of a base that is not there is the committed one, and creates nothing", async () => {
	const file = join(testFolder(), "vivier.sqlite");
	const { reference, close } = openReference(file);
	expect(reference.taxonomy.segments.length).toBeGreaterThan(200);
	await close();
	expect(existsSync(file)).toBe(false);
});

test("a file that is not a base yet is left as it is", async () => {
	const file = join(testFolder(), "vivier.sqlite");
	writeFileSync(file, "");
	const { reference, close } = openReference(file);
	expect(reference.needReader.read(TEXT, { today: null }).need.services).toEqual([]);
	await close();
	expect(statSync(file).size).toBe(0);
});
