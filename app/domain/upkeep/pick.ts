import { fold } from "../text.ts";
import { type Candidate, compareCandidates } from "./precedence.ts";
import type { StatedValue } from "./provenance.ts";

/** A word that lost: its source says otherwise than the value shown. A matter to settle, for a human. */
export interface Disagreement {
	/** As in `facts`: `name`, `offers[0].daysPerWeek`. */
	readonly field: string;
	readonly sourceId: string;
	readonly value: unknown;
	readonly statedOn: string | null;
}

/** What a merge writes down as it goes. */
export interface Ledger {
	readonly stated: StatedValue[];
	readonly disagreements: Disagreement[];
}

/** How two values of a field are found to say the same. */
export type Sameness = (a: unknown, b: unknown) => boolean;

/** The value shown for `path`; its provenance and the sources that say otherwise go to the ledger. Undefined without candidates. */
export function pick<T>(
	ledger: Ledger,
	path: string,
	candidates: readonly Candidate<T>[],
	same: Sameness | null = isSame,
): Candidate<T> | undefined {
	const sorted = [...candidates].sort(compareCandidates);
	const winner = sorted[0];
	if (!winner) return undefined;
	ledger.stated.push([path, winner.provenance]);
	if (same) noteDisagreements(ledger, path, winner, sorted.slice(1), same);
	return winner;
}

function noteDisagreements<T>(
	ledger: Ledger,
	field: string,
	winner: Candidate<T>,
	others: readonly Candidate<T>[],
	same: Sameness,
): void {
	const heard = new Set([winner.statement.sourceId]);
	for (const { value, statement, provenance } of others) {
		// A source speaks once, with its own strongest word.
		if (heard.has(statement.sourceId)) continue;
		heard.add(statement.sourceId);
		if (same(winner.value, value)) continue;
		ledger.disagreements.push({
			field,
			sourceId: statement.sourceId,
			value,
			statedOn: provenance.on ?? statement.statedOn,
		});
	}
}

/** Equal values; in lists the order does not count, in objects nor does the order of keys. */
export function isSame(a: unknown, b: unknown): boolean {
	return normalText(a) === normalText(b);
}

/** Equal but for case, accents, punctuation and spaces. */
export function isSameText(a: unknown, b: unknown): boolean {
	return bareText(a) === bareText(b);
}

function bareText(value: unknown): string {
	return fold(String(value)).replace(/[^a-z0-9]+/g, "");
}

function normalText(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(normalText).sort().join(",")}]`;
	if (value !== null && typeof value === "object") {
		const entries = Object.entries(value)
			.filter(([, item]) => item !== null && item !== undefined)
			.map(([key, item]) => `${JSON.stringify(key)}:${normalText(item)}`);
		return `{${entries.sort().join(",")}}`;
	}
	return JSON.stringify(value) ?? "null";
}
