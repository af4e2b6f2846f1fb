import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type ImportProgress, importFile } from "#db/import/run.server.ts";
import { migrateToLatest, openDb } from "#db/open.server.ts";
import { loadReference, packagedReference } from "#db/reference.server.ts";
import { loadReferenceFiles } from "#db/reference-tables.server.ts";
import { openSearch } from "#search/embedded/engine.server.ts";
import type { SearchEngine } from "#search/port.ts";
import { writeExchangeFile } from "./import-file.ts";

/** Import speed and memory: `node --import tsx scripts/bench/import.ts --suppliers 20000 [--no-search]`. */
async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			suppliers: { type: "string", default: "20000" },
			/** Only writes the file. */
			generate: { type: "string" },
			"no-search": { type: "boolean", default: false },
		},
	});
	const count = Number(values.suppliers);
	if (values.generate) {
		const { places, taxonomy } = packagedReference();
		const segments = taxonomy.segments.filter(({ parent }) => parent !== null);
		writeExchangeFile(values.generate, count, { communes: places.rows.communes, segments });
		return;
	}
	const folder = mkdtempSync(join(tmpdir(), "vivier-bench-"));
	try {
		const file = join(folder, "banc.ndjson");
		// In a process of its own: what generating takes is not what importing takes.
		execFileSync(process.execPath, [
			...process.execArgv.filter((argument) => !argument.startsWith("--cpu-prof")),
			fileURLToPath(import.meta.url),
			...["--suppliers", String(count), "--generate", file],
		]);
		await measure(folder, file, count, !values["no-search"]);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

async function measure(
	folder: string,
	file: string,
	count: number,
	withSearch: boolean,
): Promise<void> {
	const db = openDb(join(folder, "vivier.sqlite"), { mmapMb: 0, cacheMb: 32 });
	await migrateToLatest(db);
	loadReferenceFiles(db);
	// As the command does: opened when the rows are in.
	let search: SearchEngine | undefined;
	const index = (ids: readonly number[]) => {
		search ??= openSearch(db, loadReference(db), { today: () => "2026-11-21" });
		return search.update(ids);
	};
	const start = { at: performance.now(), cpu: cpuSeconds() };
	let heard = 0;
	const ends = new Map<ImportProgress["phase"], { at: number; cpu: number; rss: number }>();
	const report = await importFile(db, file, {
		today: "2026-11-21",
		...(withSearch ? { indexesNew: true, onSuppliersChanged: index } : {}),
		onProgress: ({ phase }) => {
			// Asking for the memory has a cost of its own.
			heard += 1;
			const known = ends.get(phase)?.rss ?? 0;
			const rss = heard % 16 === 0 ? Math.max(known, process.memoryUsage.rss()) : known;
			ends.set(phase, { at: performance.now(), cpu: cpuSeconds(), rss });
		},
	});
	const seconds = (performance.now() - start.at) / 1000;
	let from: { at: number; cpu: number } = start;
	for (const [phase, end] of ends) {
		// On a busy machine the processor's time says more than the clock's.
		console.log(
			`  ${phase}: ${((end.at - from.at) / 1000).toFixed(2)} s, ${(end.cpu - from.cpu).toFixed(2)} s of processor, ${Math.round(end.rss / 1e6)} MB`,
		);
		from = end;
	}
	console.log(
		`${count} suppliers, ${(statSync(file).size / 1e6).toFixed(0)} MB: ${seconds.toFixed(1)} s, ${Math.round(count / seconds)} suppliers/s, peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB, base ${(statSync(join(folder, "vivier.sqlite")).size / 1e6).toFixed(0)} MB`,
	);
	console.log(JSON.stringify(report.counts));
	await db.destroy();
}

/** User and system, all threads. */
function cpuSeconds(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1e6;
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
