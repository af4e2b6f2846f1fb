import type { FormatId } from "./types.ts";

/** Rows by what they did. Their sum, with `rejected`, is the number of rows read. */
export interface ImportCounts {
	/** New suppliers. */
	created: number;
	/** Rows that say something new of a known supplier; those `joined` included. */
	changed: number;
	unchanged: number;
	rejected: number;
	/** Among `changed`: rows that named a supplier known from another source, or from another row. */
	joined: number;
	/** Rows of this source that the file no longer holds: kept, and counted. */
	gone: number;
}

export function noCounts(): ImportCounts {
	return { created: 0, changed: 0, unchanged: 0, rejected: 0, joined: 0, gone: 0 };
}

export interface ImportReport {
	/** Null for a dry run. */
	readonly runId: number | null;
	readonly format: FormatId;
	readonly sourceId: string;
	readonly sourceLabel: string;
	readonly counts: ImportCounts;
	/** Rows of the source before this file, gone ones left out. */
	readonly known: number;
	/** The file of rejected rows; null when there is none. */
	readonly rejectsPath: string | null;
	/** The first hundred, in French. */
	readonly warnings: readonly string[];
	readonly dataVersion: number;
}

export interface ImportProgress {
	readonly phase: "read" | "apply" | "index";
	/** Rows done in this phase. */
	readonly rows: number;
	/** Bytes (read, apply) or suppliers (index) done, of `total`. */
	readonly done: number;
	readonly total: number;
}
