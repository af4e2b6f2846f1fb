import { NO_DAY } from "../dates.ts";
import { REMAINING_DAYS } from "../match/checks/capacity-rows.ts";
import { inFamilyUnit, periodFactor, unitFamily } from "../match/checks/quantities.ts";
import type { OfferColumns } from "../match/columns.ts";
import { PERIODS, type Period, UNITS, type Unit } from "../vocabulary.ts";
import type { ItemLoad, LoadBase } from "./items.ts";

/** A sum of converted quantities may differ from the limit by rounding alone. */
const ROUNDING = 1 + 1e-9;

/** How much an offer can carry of what adds up in one unit and base. */
export interface CapacityLimit {
	/** In the family's unit and the base; infinite when nothing is known that limits it. */
	readonly limit: number;
	/** Everything that limits it is known, recent and counted in a period that converts. */
	readonly sure: boolean;
}

/**
 * The limit that the capacity entries of an offer set on the given loads, all of one family and base. Every entry of the family holds, so
 * the smallest counts. What is left counts for 90 days, then the maximum does, and the limit is no longer sure. An entry by the day or the
 * visit converts when all the loads ask the same days a week; when they do not, it limits nothing that can be added up, and is not sure
 * unless it carries them all.
 */
export function capacityLimit(
	{ offers, capacity }: OfferColumns,
	row: number,
	loads: readonly ItemLoad[],
	on: number,
): CapacityLimit {
	const [first] = loads;
	if (!first) return { limit: Number.POSITIVE_INFINITY, sure: true };
	let limit = Number.POSITIVE_INFINITY;
	let sure = false;
	let doubtful = false;
	const end = offers.capacityStart[row + 1] as number;
	for (let entry = offers.capacityStart[row] as number; entry < end; entry++) {
		const unit = UNITS[capacity.unit[entry] as number] as Unit;
		if (unitFamily(unit) !== first.family) continue;
		const remaining = capacity.remaining[entry] as number;
		const remainingOn = capacity.remainingOn[entry] as number;
		const known = !Number.isNaN(remaining);
		const fresh = known && remainingOn !== NO_DAY && on - remainingOn <= REMAINING_DAYS;
		const own = fresh ? remaining : (capacity.max[entry] as number);
		sure = true;
		if (Number.isNaN(own) || (known && !fresh)) doubtful = true;
		if (Number.isNaN(own)) continue;
		const per = PERIODS[capacity.per[entry] as number] as Period;
		const inBase = limitInBase(own * inFamilyUnit(unit), per, first.base, loads);
		if (Number.isNaN(inBase)) doubtful = true;
		else if (inBase < limit) limit = inBase;
	}
	return { limit: limit * ROUNDING, sure: sure && !doubtful };
}

/** An entry's limit in the loads' base; infinite when it carries them all, NaN when it does not convert. */
function limitInBase(own: number, per: Period, base: LoadBase, loads: readonly ItemLoad[]): number {
	if (base !== "year") return per === base ? own : Number.NaN;
	if (per !== "day" && per !== "visit") return own * periodFactor(per, "year", null);
	const [first] = loads as [ItemLoad];
	if (loads.every((load) => load.daysPerWeek === first.daysPerWeek)) {
		return own * periodFactor(per, "year", first.daysPerWeek);
	}
	let asked = 0;
	for (const load of loads) asked += load.amount * periodFactor("year", per, load.daysPerWeek);
	return asked <= own * ROUNDING ? Number.POSITIVE_INFINITY : Number.NaN;
}
