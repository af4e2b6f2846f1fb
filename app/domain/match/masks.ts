import { CHECK_IDS, type CheckId, type CheckVerdict } from "../vocabulary.ts";

/** Outcome of one check in the columns' numeric code. */
export const MET = 0;
export const UNMET = 1;
export const UNKNOWN = 2;
export type Outcome = typeof MET | typeof UNMET | typeof UNKNOWN;

/** A set of checks: bit i stands for the i-th check in their one order. */
export type CheckMask = number;

const INDEX = Object.fromEntries(CHECK_IDS.map((id, i) => [id, i])) as Record<CheckId, number>;

/** Rank of a check in their one order. */
export function checkIndex(check: CheckId): number {
	return INDEX[check];
}

/** The set holding one check. */
export function bitOf(check: CheckId): CheckMask {
	return 1 << INDEX[check];
}

/** The set of the given checks. */
export function maskOf(checks: readonly CheckId[]): CheckMask {
	let mask = 0;
	for (const check of checks) mask |= 1 << INDEX[check];
	return mask;
}

/** The checks of a set, in order. */
export function checksOf(mask: CheckMask): CheckId[] {
	return CHECK_IDS.filter((_, i) => (mask >> i) & 1);
}

/** How many checks a set holds. */
export function countOf(mask: CheckMask): number {
	let bits = mask - ((mask >>> 1) & 0x55555555);
	bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
	return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** Rank of the first check of a set; the number of checks when the set is empty. */
export function firstOf(mask: CheckMask): number {
	return mask === 0 ? CHECK_IDS.length : 31 - Math.clz32(mask & -mask);
}

/** Compares two sets as their lists in check order: the one with the earlier check first. */
export function compareMasks(a: CheckMask, b: CheckMask): number {
	if (a === b) return 0;
	const difference = (a ^ b) & -(a ^ b);
	// Both lists agree before this check. The list that holds it comes first, unless the other one stops there.
	const holder = (a & difference) !== 0 ? a : b;
	const other = holder === a ? b : a;
	const otherGoesOn = (other & ~(difference | (difference - 1))) !== 0;
	const holderFirst = otherGoesOn;
	return (holder === a) === holderFirst ? -1 : 1;
}

/** Name of an outcome. */
export function verdictOf(outcome: Outcome): CheckVerdict {
	return outcome === MET ? "met" : outcome === UNMET ? "unmet" : "unknown";
}

/** Outcome of a check from the failed and unknown sets. */
export function outcomeIn(failed: CheckMask, unknown: CheckMask, check: CheckId): Outcome {
	const bit = bitOf(check);
	if (failed & bit) return UNMET;
	return unknown & bit ? UNKNOWN : MET;
}

export const SEGMENT_BIT = bitOf("segment");
export const AREA_BIT = bitOf("area");

/** The checks a directory would have looked at: no unmet among them makes the theoretical offer. */
export const THEORETICAL_MASK = maskOf(["segment", "area", "near", "kind", "reservation"]);

/** Checks that nobody can discuss, whatever `negotiable` and `flexible` say. */
export const NEVER_NEGOTIABLE = maskOf(["segment", "near", "kind", "reservation"]);

/** The sets of 1 to `max` of these bits, each after the smaller ones that begin it. */
export function subsetsOf(bits: readonly CheckMask[], max: number): CheckMask[] {
	const sets: CheckMask[] = [];
	const extend = (set: CheckMask, from: number): void => {
		for (let i = from; i < bits.length; i++) {
			const larger = set | (bits[i] as number);
			sets.push(larger);
			if (countOf(larger) < max) extend(larger, i + 1);
		}
	};
	extend(0, 0);
	return sets;
}
