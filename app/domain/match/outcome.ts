import { addMonths, type Day } from "../dates.ts";
import type { CheckId, Verdict } from "../vocabulary.ts";
import { CHECK_IDS } from "../vocabulary.ts";
import type { OfferColumns } from "./columns.ts";
import { VERIFIED_BY_CRESS, VERIFIED_BY_SUPPLIER } from "./facts.ts";
import { FLAG_FIELDS, readFlag } from "./flags.ts";
import {
	AREA_BIT,
	type CheckMask,
	countOf,
	firstOf,
	SEGMENT_BIT,
	THEORETICAL_MASK,
} from "./masks.ts";

export const CONFIRMED = 0;
export const POSSIBLE = 1;
export const EXCLUDED = 2;
/** A verdict in the order of a list. */
export type VerdictRank = typeof CONFIRMED | typeof POSSIBLE | typeof EXCLUDED;

const VERDICTS: readonly Verdict[] = ["confirmed", "possible", "excluded"];

/** Word for a verdict's rank. */
export function verdictWord(rank: number): Verdict {
	return VERDICTS[rank] ?? "excluded";
}

/** Verdict on what a choice of offers gives. */
export function verdictRank(failed: CheckMask, unknown: CheckMask, stale: boolean): VerdictRank {
	if (failed !== 0) return EXCLUDED;
	return unknown !== 0 || stale ? POSSIBLE : CONFIRMED;
}

/** The oldest verification that still counts: the same day one year earlier. */
export function oldestVerification(on: Day): Day {
	return addMonths(on, -12);
}

/** Whether nobody but an import, or nobody within a year, said that the offer of a row is true. */
export function isStale({ offers }: OfferColumns, row: number, oldest: Day): boolean {
	// NO_DAY comes before every day.
	if ((offers.verifiedOn[row] as number) < oldest) return true;
	const verifier = readFlag(offers.flags[row] as number, FLAG_FIELDS.verifiedBy);
	return verifier !== VERIFIED_BY_SUPPLIER && verifier !== VERIFIED_BY_CRESS;
}

/** Rank that stands for "removed by no check". */
export const NOT_REMOVED = CHECK_IDS.length;

/** Combinations hold that many checks at most. */
export const MAX_COMBINATION = 3;

/**
 * The failing sets of one supplier over all cells and choices of offers, folded as they come: what the waterfall, the theoretical
 * offer and the combinations need of them.
 */
export class FailingSets {
	/** Rank of the check that removes the supplier in order; NOT_REMOVED when some set is empty. */
	removedAt = 0;
	/** Checks that alone keep out one of its cells; meaningless when `real`. */
	alone: CheckMask = 0;
	theoretical = false;
	/** Checks that every set holds: without a change of each of them, it cannot come in. */
	always: CheckMask = -1;
	/** Of the theoretical checks, some set holds the area alone. */
	missesArea = false;
	/** The first `minimalCount` are the minimal failing sets that a combination could hold. */
	readonly minimal: CheckMask[] = [];
	minimalCount = 0;
	#last = -1;

	get real(): boolean {
		return this.removedAt === NOT_REMOVED;
	}

	reset(): void {
		this.removedAt = 0;
		this.alone = 0;
		this.always = -1;
		this.theoretical = false;
		this.missesArea = false;
		this.minimalCount = 0;
		this.#last = -1;
	}

	add(failed: CheckMask): void {
		// Cells of one offer fail alike: the same set comes again and again.
		if (failed === this.#last) return;
		this.#last = failed;
		this.always &= failed;
		const first = firstOf(failed);
		if (first > this.removedAt) this.removedAt = first;
		const theoretical = failed & THEORETICAL_MASK;
		if (theoretical === 0) this.theoretical = true;
		else if (theoretical === AREA_BIT) this.missesArea = true;
		if ((failed & (failed - 1)) === 0) this.alone |= failed;
		if ((failed & SEGMENT_BIT) === 0 && countOf(failed) <= MAX_COMBINATION) this.#keep(failed);
	}

	#keep(failed: CheckMask): void {
		const { minimal } = this;
		let kept = 0;
		for (let i = 0; i < this.minimalCount; i++) {
			const set = minimal[i] as CheckMask;
			if ((set & failed) === set) return;
			if ((set & failed) !== failed) minimal[kept++] = set;
		}
		// Counted apart: to set the length of an array for each supplier would cost more than the rest.
		minimal[kept] = failed;
		this.minimalCount = kept + 1;
	}
}

/** The check of a rank, undefined for NOT_REMOVED. */
export function checkAt(rank: number): CheckId | undefined {
	return CHECK_IDS[rank];
}
