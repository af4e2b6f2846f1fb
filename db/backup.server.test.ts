import { existsSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { testFolder } from "#tests/factories/folder.ts";
import { backupTo, checkBackup, restoreFrom } from "./backup.server.ts";
import { bumpDataVersion, getDataVersion, migrateToLatest, openDb, rawOf } from "./open.server.ts";

test("a backup taken while the base is open brings the base back", async () => {
	const folder = testFolder();
	const base = join(folder, "vivier.sqlite");
	const copy = join(folder, "copie.sqlite");
	const db = openDb(base);
	await migrateToLatest(db);
	bumpDataVersion(rawOf(db));
	await backupTo(db, copy);
	bumpDataVersion(rawOf(db));
	await db.destroy();

	const former = await restoreFrom(copy, base);

	const restored = openDb(base);
	expect(await getDataVersion(restored)).toBe(1);
	await restored.destroy();
	expect(former !== null && existsSync(former)).toBe(true);
});

test("a base in service is not replaced", async () => {
	const folder = testFolder();
	const base = join(folder, "vivier.sqlite");
	const copy = join(folder, "copie.sqlite");
	const db = openDb(base);
	await migrateToLatest(db);
	await backupTo(db, copy);

	await expect(restoreFrom(copy, base)).rejects.toMatchObject({ code: "bad-input" });
	expect(await getDataVersion(db)).toBe(0);
	await db.destroy();
});

test("a backup never overwrites a file", async () => {
	const folder = testFolder();
	const copy = join(folder, "copie.sqlite");
	writeFileSync(copy, "autre chose");
	const db = openDb(":memory:");
	await migrateToLatest(db);
	await expect(backupTo(db, copy)).rejects.toMatchObject({ code: "bad-input" });
	await db.destroy();
});

test("a truncated copy, another file and a missing one are refused by name", async () => {
	const folder = testFolder();
	const cut = join(folder, "tronquee.sqlite");
	const db = openDb(":memory:");
	await migrateToLatest(db);
	await backupTo(db, cut);
	await db.destroy();
	truncateSync(cut, Math.floor(statSync(cut).size / 2));
	const text = join(folder, "texte.sqlite");
	writeFileSync(text, "ceci n’est pas une base\n".repeat(100));

	for (const path of [cut, text, join(folder, "absente.sqlite")]) {
		expect(() => checkBackup(path)).toThrow(expect.objectContaining({ code: "bad-file" }));
	}
});
