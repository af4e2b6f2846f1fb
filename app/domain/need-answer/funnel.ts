import { countOfWord } from "../french-format.ts";
import type { WaterfallStep } from "../match-types.ts";
import type { CheckId } from "../vocabulary.ts";

/** The waterfall as a reader needs it: the checks that remove somebody, the others told together. */

export interface FunnelRow {
	readonly check: CheckId;
	readonly remaining: number;
	readonly removed: number;
	readonly removedAlone: number;
}

export interface Funnel {
	/** The first row is where the count begins; then every check that removes somebody. */
	readonly rows: readonly FunnelRow[];
	/** Checks that remove nobody, because all pass or because nobody is left. */
	readonly quiet: readonly CheckId[];
	/** How many the widest bar stands for. */
	readonly widest: number;
}

/** Splits a waterfall. Those who have no offer in the trade are the rest of the base, not people put off: they are not counted as removed. */
export function funnelOf(waterfall: readonly WaterfallStep[]): Funnel {
	const [first, ...others] = waterfall;
	if (!first) return { rows: [], quiet: [], widest: 0 };
	const start = { ...first, removed: 0, removedAlone: 0 };
	return {
		rows: [start, ...others.filter((step) => step.removed > 0)],
		quiet: others.filter((step) => step.removed === 0).map((step) => step.check),
		widest: first.remaining,
	};
}

/** Why the quiet checks are quiet, in one sentence; null when there are none. */
export function quietSentence(
	{ rows, quiet }: Funnel,
	label: (check: CheckId) => string,
): string | null {
	if (quiet.length === 0) return null;
	const names = quiet.map((check) => label(check).toLocaleLowerCase("fr")).join(", ");
	const left = rows.at(-1)?.remaining ?? 0;
	return left === 0
		? `Plus personne à ce stade pour les autres critères\u202f: ${names}.`
		: `${countOfWord(quiet.length, "autre critère", "autres critères")} n’écarte${quiet.length > 1 ? "nt" : ""} personne de plus\u202f: ${names}.`;
}
