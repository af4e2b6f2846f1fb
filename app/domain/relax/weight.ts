import { monthsBetween, parseDay } from "../dates.ts";
import type { FactValue, RelaxationChange, RelaxationNature } from "../match-types.ts";
import type { Quantity } from "../need.ts";
import type { Window } from "../supplier.ts";
import { listOf } from "./fact-values.ts";
import { natureOf } from "./requirement-fields.ts";
import { movedMinutes } from "./window-values.ts";

const HALF_DAY_MINUTES = 720;
const FAR_KM = 50;
const LONG_VISIT_HOURS = 4;
const YEAR_MONTHS = 12;

/** How much a change asks of the buyer: 0 nothing, 1 to give the condition up. Only good for putting changes in order. */
export function weightOf({ check, from, to }: RelaxationChange): number {
	switch (check) {
		case "daysPerWeek":
		case "order":
			return 1 - (to as number) / (from as number);
		case "capacity":
			return 1 - amountOf(to) / amountOf(from);
		case "visitHours":
			return Math.min(1, ((to as number) - (from as number)) / LONG_VISIT_HOURS);
		case "window":
			return to === null
				? 1
				: Math.min(1, movedMinutes(asWindow(from), asWindow(to)) / HALF_DAY_MINUTES);
		case "near":
			return to === null ? 1 : Math.min(1, ((to as number) - (from as number)) / FAR_KM);
		case "leadTime":
		case "availability":
			return Math.min(1, monthsLater(from as string, to as string) / YEAR_MONTHS);
		case "weekdays":
		case "certificates":
		case "capabilities":
		case "area":
			return 1 - listOf(to).length / listOf(from).length;
		case "reservation":
			// The joint regime keeps those who were admitted.
			return to === null ? 1 : to === "joint" ? 0.5 : 0.75;
		default:
			return 1;
	}
}

/** Whose changes these are: the law's as soon as one is, else the allotment's, else the need's. */
export function natureOfAll(changes: readonly RelaxationChange[]): RelaxationNature {
	const natures = changes.map(({ check }) => natureOf(check));
	if (natures.includes("law")) return "law";
	return natures.includes("allotment") ? "allotment" : "need";
}

function amountOf(value: FactValue): number {
	return (value as unknown as Quantity).amount;
}

function asWindow(value: FactValue): Window {
	return value as unknown as Window;
}

function monthsLater(from: string, to: string): number {
	return monthsBetween(parseDay(from), parseDay(to)) + 1;
}
