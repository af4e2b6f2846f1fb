import { expect, test } from "vitest";
import { openTestDb } from "#tests/factories/db.ts";
import { loadReference } from "./reference.server.ts";

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
