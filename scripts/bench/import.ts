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
	const meter = new PhaseMeter();
	const report = await importFile(db, file, {
		today: "2026-11-21",
		...(withSearch ? { indexesNew: true, onSuppliersChanged: index } : {}),
		onProgress: ({ phase }) => meter.hear(phase),
	});
	const seconds = meter.finish();
	console.log(
		`${count} suppliers, ${(statSync(file).size / 1e6).toFixed(0)} MB: ${seconds.toFixed(1)} s, ${Math.round(count / seconds)} suppliers/s, peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB, base ${(statSync(join(folder, "vivier.sqlite")).size / 1e6).toFixed(0)} MB`,
	);
	console.log(JSON.stringify(report.counts));
	await db.destroy();
}

/** Clock, processor and memory of each phase. Measured where a phase ends: asking has a cost of its own. */
class PhaseMeter {
	readonly #start = performance.now();
	#phase: ImportProgress["phase"] = "read";
	#since = { at: this.#start, cpu: cpuSeconds() };
	#rss = 0;
	#heard = 0;

	hear(phase: ImportProgress["phase"]): void {
		if (phase !== this.#phase) this.#say(phase);
		this.#heard += 1;
		if (this.#heard % 16 === 0) this.#rss = Math.max(this.#rss, process.memoryUsage.rss());
	}

	/** @returns seconds since the start */
	finish(): number {
		this.#say(this.#phase);
		return (performance.now() - this.#start) / 1000;
	}

	#say(next: ImportProgress["phase"]): void {
		const now = { at: performance.now(), cpu: cpuSeconds() };
		// On a busy machine the processor's time says more than the clock's.
		console.log(
			`  ${this.#phase}: ${((now.at - this.#since.at) / 1000).toFixed(2)} s, ${(now.cpu - this.#since.cpu).toFixed(2)} s of processor, ${Math.round(this.#rss / 1e6)} MB`,
		);
		this.#phase = next;
		this.#since = now;
		this.#rss = 0;
	}
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
