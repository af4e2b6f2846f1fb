import type { PreparedRow, RejectedRow, RowContext } from "../prepared.ts";
import { linesOf } from "./lines.ts";
import { readExchangeLine } from "./read-line.ts";

/** What a block of lines gives. */
export interface BlockOutcome {
	readonly rows: readonly (PreparedRow | RejectedRow)[];
	readonly warnings: readonly string[];
	/** Number of the last line when it is broken JSON or not UTF-8; null otherwise. */
	readonly brokenLast: number | null;
	/** Number of the first line that holds something, when it is not even an object. */
	readonly foreignFirst: number | null;
}

export function readBlock(bytes: Buffer, firstLine: number, context: RowContext): BlockOutcome {
	const rows: (PreparedRow | RejectedRow)[] = [];
	const warnings: string[] = [];
	let brokenLast: number | null = null;
	let foreignFirst: number | null = null;
	let isFirst = true;
	let line = firstLine;
	for (const content of linesOf(bytes)) {
		const outcome = readExchangeLine(content, line, context);
		if (outcome.rows.length > 0) {
			if (isFirst && (outcome.isBroken || outcome.isForeign)) foreignFirst = line;
			isFirst = false;
			brokenLast = outcome.isBroken ? line : null;
			rows.push(...outcome.rows);
			warnings.push(...outcome.warnings);
		}
		line += 1;
	}
	return { rows, warnings, brokenLast, foreignFirst };
}
