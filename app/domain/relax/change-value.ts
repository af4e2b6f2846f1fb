import { CHECKS } from "../match/checks/index.ts";
import type { FactValue } from "../match-types.ts";
import { listOf, sameValue } from "./fact-values.ts";
import type { RequirementCheck } from "./requirement-fields.ts";

/** A requirement's value going from one to another. */
export interface ValueChange {
	readonly check: RequirementCheck;
	readonly from: FactValue;
	readonly to: FactValue;
}

/**
 * What a value that stands somewhere in the need becomes.
 *
 * - Lists (weekdays, certificates, capabilities): what left the list leaves this one, what came in comes in; the rest stays.
 * - Days per week and hours of a visit, when they are made easier: a harder value comes down to the new one, an easier one stays.
 *   When they are made harder, only the values that were `from` follow: an easier one was meant for its site.
 * - A requirement given up (`to` null or false) is given up everywhere.
 * - Anything else (a window moved): only the values that were `from` follow.
 */
export function changedValue(value: FactValue, { check, from, to }: ValueChange): FactValue {
	if (to === null || to === false) return to;
	if (Array.isArray(to)) return changedList(listOf(value), listOf(from), listOf(to));
	if (typeof value === "number" && typeof to === "number" && typeof from === "number") {
		const { type } = CHECKS[check].relaxation.step;
		const sign = type === "raise" ? -1 : 1;
		if (sign * (from - to) > 0) return sign * (value - to) > 0 ? to : value;
	}
	return sameValue(value, from) ? to : value;
}

function changedList(
	list: readonly string[],
	from: readonly string[],
	to: readonly string[],
): string[] {
	const removed = from.filter((one) => !to.includes(one));
	const added = to.filter((one) => !from.includes(one) && !list.includes(one));
	return [...list.filter((one) => !removed.includes(one)), ...added];
}
