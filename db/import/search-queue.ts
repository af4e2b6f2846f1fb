import { setImmediate } from "node:timers/promises";
import type { RawDb } from "../open.server.ts";
import type { ImportProgress } from "./report.ts";

/** Suppliers indexed together: a batch is one short transaction of the search engine. */
const BATCH = 200;

/** Hands over to the search index the suppliers that changed since it last read them. */
export async function drainSearchQueue(
	raw: RawDb,
	index: (supplierIds: readonly number[]) => Promise<void> | void,
	onProgress?: (progress: ImportProgress) => void,
): Promise<void> {
	const total = raw.prepare("SELECT count(*) FROM search_pending").pluck().get() as number;
	const first = raw.prepare("SELECT supplier_id FROM search_pending LIMIT ?").pluck();
	const forget = raw.prepare(
		"DELETE FROM search_pending WHERE supplier_id IN (SELECT value FROM json_each(?))",
	);
	let done = 0;
	for (;;) {
		const ids = first.all(BATCH) as number[];
		if (ids.length === 0) return;
		await index(ids);
		forget.run(JSON.stringify(ids));
		done += ids.length;
		onProgress?.({ phase: "index", rows: done, done, total });
		await setImmediate();
	}
}
