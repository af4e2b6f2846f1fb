import { addMonths, civilOf, dayOf, formatDay, parseDay } from "../dates.ts";
import { floorTo } from "./volumes.ts";

/** How many round values lie below a total, about. */
const ABOUT = 16;

/** Round amounts below a total, the nearest first: 8 500, 8 000, … 500 for 8 600. */
export function roundValuesBelow(total: number, whole: boolean): number[] {
	const increment = roundIncrement(total / ABOUT, whole);
	const values: number[] = [];
	for (
		let value = floorTo(total, increment);
		value > 0;
		value = floorTo(value - increment / 2, increment)
	) {
		if (value < total) values.push(value);
	}
	return values;
}

/** Three quarters, half and a quarter of a total, rounded: values that tell nothing of those who could take them. */
export function partsOf(total: number, whole: boolean): number[] {
	const increment = roundIncrement(total / ABOUT, whole);
	const parts = [0.75, 0.5, 0.25].map((share) => floorTo(total * share, increment));
	return [...new Set(parts)].filter((part) => part > 0 && part < total);
}

/** The next value of two significant figures, itself included: 52 667 becomes 53 000. */
export function roundUp(value: number, whole: boolean): number {
	const power = 10 ** (Math.floor(Math.log10(value)) - 1);
	const increment = whole ? Math.max(1, power) : power;
	return -floorTo(-value, increment);
}

/** 1, 2 or 5 times a power of ten, the first that is not below the given one. */
function roundIncrement(atLeast: number, whole: boolean): number {
	const power = 10 ** Math.floor(Math.log10(atLeast));
	const increment = [1, 2, 5, 10].find((times) => times * power >= atLeast * (1 - 1e-9)) ?? 10;
	return whole ? Math.max(1, increment * power) : increment * power;
}

/** The first of each of the months that follow a date. */
export function firstsOfMonthAfter(iso: string, count: number): string[] {
	const { year, month } = civilOf(parseDay(iso));
	const first = dayOf(year, month, 1);
	return Array.from({ length: count }, (_, i) => formatDay(addMonths(first, i + 1)));
}

/** The multiples of an increment above a value, the nearest first. */
export function multiplesAbove(value: number, increment: number, count: number): number[] {
	const first = floorTo(value, increment);
	return Array.from({ length: count }, (_, i) => floorTo(first + (i + 1) * increment, increment));
}
