import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { exportLines } from "#db/import/export.server.ts";
import { importFile } from "#db/import/run.server.ts";
import { type Db, migrateToLatest, openDb, rawOf } from "#db/open.server.ts";
import { packagedReference } from "#db/reference.server.ts";
import { loadReferenceFiles } from "#db/reference-tables.server.ts";
import { writeExchangeFile } from "#scripts/bench/import-file.ts";

/** Some seconds of writing, in transactions of a fraction of one: even a loaded machine sees the moment pass. */
const COUNT = 6000;
const WAIT_MS = 90_000;
const PAUSE_MS = 1;

async function openFileBase(): Promise<{ db: Db; folder: string; file: string }> {
	const folder = mkdtempSync(join(tmpdir(), "vivier-killed-"));
	const db = openDb(join(folder, "vivier.sqlite"));
	onTestFinished(async () => {
		await db.destroy();
		rmSync(folder, { recursive: true, force: true });
	});
	await migrateToLatest(db);
	loadReferenceFiles(db);
	const { places, taxonomy } = packagedReference();
	const file = join(folder, "liste.ndjson");
	writeExchangeFile(file, COUNT, {
		communes: places.rows.communes,
		segments: taxonomy.segments.filter(({ parent }) => parent !== null),
	});
	return { db, folder, file };
}

function startImport(folder: string, file: string): ChildProcess {
	return spawn(process.execPath, ["--import", "tsx", "scripts/vivier.ts", "import", file], {
		env: { ...process.env, VIVIER_DATA_DIR: folder },
		stdio: "ignore",
	});
}

/** Kills the process, without any notice, as soon as the run has come so far. */
async function killWhen(child: ChildProcess, db: Db, condition: string): Promise<void> {
	const reached = rawOf(db).prepare(`SELECT 1 FROM import_run WHERE ${condition}`);
	const over = rawOf(db).prepare("SELECT 1 FROM import_run WHERE status = 'applied'");
	const until = Date.now() + WAIT_MS;
	const pause = new Int32Array(new SharedArrayBuffer(4));
	// Nothing else runs in this thread meanwhile: the moment is short.
	while (reached.get() === undefined) {
		if (over.get() !== undefined || Date.now() > until) throw new Error("the moment was missed");
		Atomics.wait(pause, 0, 0, PAUSE_MS);
	}
	child.kill("SIGKILL");
	await once(child, "exit");
}

async function exportAll(db: Db): Promise<string> {
	let text = "";
	for await (const lines of exportLines(db)) text += lines;
	return text;
}

const value = (db: Db, query: string) => rawOf(db).prepare(query).pluck().get();

test("an import killed while it reads leaves the base as it was", {
	timeout: 120_000,
}, async () => {
	const { db, folder, file } = await openFileBase();
	await killWhen(startImport(folder, file), db, "status = 'staging'");
	expect(await exportAll(db)).toBe("");
	const report = await importFile(db, file, { today: "2026-11-21" });
	expect(report.counts).toMatchObject({ created: COUNT, unchanged: 0 });
	expect(value(db, "SELECT group_concat(status) FROM import_run")).toBe("abandoned,applied");
});

test("an import killed while it writes is finished by the next one", {
	timeout: 120_000,
}, async () => {
	const { db, folder, file } = await openFileBase();
	await killWhen(startImport(folder, file), db, "status = 'staged' AND applied_bytes > 0");
	const written = Number(value(db, "SELECT count(*) FROM supplier"));
	expect(written).toBeGreaterThan(0);
	expect(written).toBeLessThan(COUNT);
	expect(value(db, "SELECT value FROM meta WHERE key = 'data_version'")).toBe("0");
	const report = await importFile(db, file, { today: "2026-11-21" });
	expect(report.counts).toMatchObject({ created: 0, changed: 0, unchanged: COUNT });
	expect(value(db, "SELECT count(*) FROM supplier")).toBe(COUNT);
	expect(value(db, "SELECT value FROM meta WHERE key = 'data_version'")).toBe("1");
	expect(value(db, "SELECT count(*) FROM offer")).toBe(4 * COUNT);
	expect(rawOf(db).pragma("foreign_key_check")).toEqual([]);
	expect(rawOf(db).pragma("foreign_keys", { simple: true })).toBe(1);
});
