import type { OfferColumns } from "./columns.ts";
import type { IntSets } from "./int-sets.ts";
import { type CheckMask, compareMasks, countOf } from "./masks.ts";

/** What an offer, or a set of offers, gives on what is asked. */
export interface Choice {
	failed: CheckMask;
	unknown: CheckMask;
	stale: boolean;
}

/** Best first: fewest unmet, fewest unknown, not stale, then failed and unknown lists in check order. 0 when equally good. */
export function compareChoices(a: Choice, b: Choice): number {
	return (
		compareCounts(a, b) || compareMasks(a.failed, b.failed) || compareMasks(a.unknown, b.unknown)
	);
}

/** How good two choices are, whichever checks they fail: fewest unmet, fewest unknown, not stale. 0 when equally good. */
export function compareCounts(a: Choice, b: Choice): number {
	return (
		countOf(a.failed) - countOf(b.failed) ||
		countOf(a.unknown) - countOf(b.unknown) ||
		Number(a.stale) - Number(b.stale)
	);
}

/**
 * Order of two offers of one supplier that are equally good: by what they say, so that their order in the file changes nothing;
 * the most recently verified first. Two offers that say the same keep their order.
 */
export function compareOffers(columns: OfferColumns, a: number, b: number): number {
	const { offers, sets } = columns;
	return (
		compareNumbers(offers.verifiedOn[b], offers.verifiedOn[a]) ||
		compareNumbers(offers.radiusKm[a], offers.radiusKm[b]) ||
		compareNumbers(offers.daysPerWeek[a], offers.daysPerWeek[b]) ||
		compareNumbers(offers.orderMin[a], offers.orderMin[b]) ||
		compareNumbers(offers.orderMax[a], offers.orderMax[b]) ||
		compareNumbers(offers.minVisitHours[a], offers.minVisitHours[b]) ||
		compareNumbers(offers.leadTimeDays[a], offers.leadTimeDays[b]) ||
		compareNumbers(offers.availableFrom[a], offers.availableFrom[b]) ||
		compareNumbers(offers.flags[a], offers.flags[b]) ||
		compareNumbers(offers.flexible[a], offers.flexible[b]) ||
		compareSets(sets.windows, offers.windows[a], offers.windows[b]) ||
		compareSets(sets.closures, offers.closures[a], offers.closures[b]) ||
		compareCapacity(columns, a, b) ||
		compareText(columns.textOf(a), columns.textOf(b)) ||
		compareNumbers(offers.position[a], offers.position[b])
	);
}

/** Unknown (NaN) last. */
function compareNumbers(a: number | undefined, b: number | undefined): number {
	const [x, y] = [a ?? Number.NaN, b ?? Number.NaN];
	if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
	return x - y;
}

function compareSets(sets: IntSets, a: number | undefined, b: number | undefined): number {
	if (a === b) return 0;
	return compareText(textOfSet(sets, a), textOfSet(sets, b));
}

function textOfSet(sets: IntSets, id: number | undefined): string {
	return id === undefined || id < 0 ? "" : sets.get(id).join();
}

function compareCapacity({ offers, capacity }: OfferColumns, a: number, b: number): number {
	const text = (row: number): string => {
		const entries: string[] = [];
		const end = offers.capacityStart[row + 1] as number;
		for (let i = offers.capacityStart[row] as number; i < end; i++) {
			entries.push(
				[
					capacity.unit[i],
					capacity.per[i],
					capacity.max[i],
					capacity.remaining[i],
					capacity.remainingOn[i],
				].join("/"),
			);
		}
		return entries.join();
	};
	return compareText(text(a), text(b));
}

function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
