import { expect, test } from "vitest";
import { openTestDb } from "#tests/factories/db.ts";
import { bumpDataVersion, getDataVersion, migrateToLatest, rawOf } from "./open.server.ts";

test("every table is strict, except the R-tree's own", async () => {
	const db = await openTestDb();
	const tables = rawOf(db)
		.prepare("SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
		.all() as { name: string; strict: number }[];
	const loose = tables.filter(
		({ name, strict }) => !strict && !/^(sqlite_|kysely_|supplier_circle)/.test(name),
	);
	expect(tables.length).toBeGreaterThan(15);
	expect(loose.map(({ name }) => name)).toEqual([]);
});

test("foreign keys are enforced", async () => {
	const db = await openTestDb();
	await expect(
		db
			.insertInto("accreditation")
			.values({
				supplier_id: 999,
				code: "ESAT",
				proof: "registry",
				as_of: null,
				until: null,
				source_id: "x",
			})
			.execute(),
	).rejects.toThrow(/FOREIGN KEY/);
});

test("migrating twice changes nothing", async () => {
	const db = await openTestDb();
	await migrateToLatest(db);
	expect(await getDataVersion(db)).toBe(0);
});

test("the data version grows by one", async () => {
	const db = await openTestDb();
	bumpDataVersion(rawOf(db));
	bumpDataVersion(rawOf(db));
	expect(await getDataVersion(db)).toBe(2);
});
