import { expect, test } from "vitest";
import { openTestDb } from "#tests/factories/db.ts";
import { findLastUpdate } from "./site-facts.server.ts";

const RUN = {
	file_name: "liste.csv",
	format: "csv",
	started_at: "2026-03-01T08:00:00.000Z",
	counts: "{}",
} as const;

test("an empty base has no last update", async () => {
	expect(await findLastUpdate(await openTestDb())).toBeNull();
});

test("the last update is that of the last list applied, not of a failed one", async () => {
	const db = await openTestDb();
	const source = { label: "Liste", tier: "import", demo: 0 } as const;
	await db
		.insertInto("source")
		.values({ id: "liste", ...source })
		.execute();
	await db
		.insertInto("import_run")
		.values([
			{ ...RUN, source_id: "liste", status: "applied", finished_at: "2026-03-01T08:01:00.000Z" },
			{ ...RUN, source_id: "liste", status: "applied", finished_at: "2026-04-02T08:01:00.000Z" },
			{ ...RUN, source_id: "liste", status: "failed", finished_at: "2026-05-03T08:01:00.000Z" },
		])
		.execute();
	expect(await findLastUpdate(db)).toBe("2026-04-02");
});
