import { expect, test } from "vitest";
import { openTestDb } from "#tests/factories/db.ts";
import { findCpvLabels } from "./cpv.server.ts";

test("a prefix takes the label of the code it stands for", async () => {
	const db = await openTestDb();
	await db
		.insertInto("cpv")
		.values([
			{ code: "90910000", label: "Services de nettoyage", parent: "90900000" },
			{ code: "90911300", label: "Services de nettoyage de vitres", parent: "90911000" },
		])
		.execute();
	const labels = await findCpvLabels(db, ["9091", "909113", "77"]);
	expect([...labels]).toEqual([
		["9091", "Services de nettoyage"],
		["909113", "Services de nettoyage de vitres"],
	]);
});

test("without the official list there are no labels", async () => {
	expect((await findCpvLabels(await openTestDb(), ["9091"])).size).toBe(0);
});
