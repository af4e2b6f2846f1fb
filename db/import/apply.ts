import { rmSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { bumpDataVersion, type RawDb } from "../open.server.ts";
import { createIndexWriter } from "../search/index-rows.server.ts";
import { Layers, type RunContext } from "./layers.ts";
import type { ImportProgress } from "./report.ts";
import { StagedReader } from "./staging.ts";
import type { ListSource } from "./types.ts";

/**
 * Rows are applied for this long, then indexed: a transaction holds the write lock, and this thread, for some 100 ms. Readers are
 * never blocked; shorter ones would write the same pages to the log more often.
 */
const TRANSACTION_MS = 70;
/** Pages between two checkpoints while rows stream in: fewer, larger ones write each page fewer times. */
const BULK_CHECKPOINT_PAGES = 24_000;
const USUAL_CHECKPOINT_PAGES = 1_000;

export interface StagedRun {
	readonly id: number;
	readonly staged_path: string;
	readonly applied_bytes: number;
}

/**
 * Brings what is staged into the base, in short transactions that each remember how far they went: killed, it resumes there.
 * Ends with one more data version.
 */
export async function applyStaged(
	raw: RawDb,
	run: StagedRun,
	finishedAt: () => string,
	onProgress?: (progress: ImportProgress) => void,
	totalBytes = 0,
): Promise<void> {
	const reader = new StagedReader(run.staged_path, run.applied_bytes);
	const { source, receivedOn, author } = reader.header;
	const context: RunContext = { runId: run.id, source, author, receivedOn };
	const layers = new Layers(raw);
	const index = createIndexWriter(raw);
	const remember = raw.prepare("UPDATE import_run SET applied_bytes = ? WHERE id = ?");
	// Rows are only written under ids that their transaction has read or made. Checked one by one, they would also be undone
	// one by one, which costs a copy of each page.
	raw.pragma("foreign_keys = OFF");
	raw.pragma(`wal_autocheckpoint = ${BULK_CHECKPOINT_PAGES}`);
	let rows = 0;
	/** One short transaction; false when nothing is left. */
	const applySome = raw.transaction((): boolean => {
		const until = performance.now() + TRANSACTION_MS;
		if (rows === 0) saveSource(raw, source);
		let operation = reader.next();
		while (operation !== null) {
			if (operation.kind === "row") layers.apply(operation, context);
			else if (operation.kind === "gone") layers.markGone(operation.recordId, run.id);
			else layers.markBack(operation.recordId);
			rows += 1;
			if (performance.now() >= until) break;
			operation = reader.next();
		}
		const entries = layers.takeEntries();
		if (entries.length > 0) index.write(entries);
		remember.run(reader.offset, run.id);
		return operation !== null;
	});
	try {
		while (applySome.immediate()) {
			onProgress?.({ phase: "apply", rows, done: reader.offset, total: totalBytes });
			// Other work of this process gets its turn between two transactions.
			await setImmediate();
		}
		raw.transaction(() => finishRun(raw, run.id, finishedAt())).immediate();
	} finally {
		reader.close();
		raw.pragma("foreign_keys = ON");
		raw.pragma(`wal_autocheckpoint = ${USUAL_CHECKPOINT_PAGES}`);
	}
	rmSync(run.staged_path, { force: true });
}

function saveSource(raw: RawDb, source: ListSource): void {
	raw
		.prepare(
			`INSERT INTO source (id, label, origin_url, licence, list_date, tier, attribution, demo)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT (id) DO UPDATE SET label = excluded.label, origin_url = excluded.origin_url, licence = excluded.licence,
				list_date = excluded.list_date, tier = excluded.tier, attribution = excluded.attribution, demo = excluded.demo`,
		)
		.run(
			source.id,
			source.label,
			source.originUrl,
			source.licence,
			source.listDate,
			source.tier,
			source.attribution,
			source.demo ? 1 : 0,
		);
}

function finishRun(raw: RawDb, runId: number, finishedAt: string): void {
	raw
		.prepare(
			"UPDATE import_run SET status = 'applied', finished_at = ?, staged_path = NULL WHERE id = ?",
		)
		.run(finishedAt, runId);
	bumpDataVersion(raw);
}
