import type { PreparedRow, RejectedRow } from "./prepared.ts";

/** Rows read together. */
export interface RowBatch {
	readonly rows: readonly (PreparedRow | RejectedRow)[];
	/** French sentences about values set aside. */
	readonly warnings: readonly string[];
	/** How far the file has been read, in bytes. */
	readonly bytes: number;
}
