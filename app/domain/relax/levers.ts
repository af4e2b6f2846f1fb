import { formatDay } from "../dates.ts";
import { type CheckMask, maskOf } from "../match/masks.ts";
import type { PreparedNeed } from "../match/prepared.ts";
import type { FactValue } from "../match-types.ts";
import type { Need, Service } from "../need.ts";
import { regimeOn } from "../regimes.ts";
import type { Window } from "../supplier.ts";
import { CHECK_IDS, type CheckId, type Reservation, WEEKDAYS } from "../vocabulary.ts";
import { cellsOf } from "./cells.ts";
import { listOf, sameValue } from "./fact-values.ts";
import type { Lever, LeverScale } from "./lever.ts";
import type { Offered } from "./offered.ts";
import {
	isRequirementCheck,
	natureOf,
	REQUIREMENT_FIELDS,
	type RequirementCheck,
} from "./requirement-fields.ts";
import { firstsOfMonthAfter, multiplesAbove, partsOf, roundValuesBelow } from "./round-values.ts";
import { amountOf, floorTo, isCounted, measuresOf, quantityOf } from "./volumes.ts";
import { windowValues } from "./window-values.ts";

/** Values tried at most where they come from what suppliers offer. */
const MAX_VALUES = 12;
/** A later start is tried month by month for a year. */
const MONTHS_LATER = 12;
const NEAR_STEPS = 10;
/** Regimes to try instead of one: the joint one is wider, the two others are its parts. The special ones are never proposed. */
const REGIMES: readonly Reservation[] = ["joint", "handicap", "insertion"];

/** The conditions of a need that may be asked otherwise, in check order then by service. */
export interface LeverContext {
	readonly prepared: PreparedNeed;
	readonly offered: Offered;
	/**
	 * Quantities and amounts step by step. Otherwise only large parts of what is asked: steps as fine as these would tell
	 * what suppliers say for identified buyers alone.
	 */
	readonly fine: boolean;
}

/** Every condition that can be relaxed, with the values to try; those of the allotment into lots are elsewhere. */
export function leversOf(context: LeverContext): Lever[] {
	const { prepared } = context;
	const { need } = prepared;
	const asked = CHECK_IDS.filter((_, i) => (prepared.asked >> i) & 1);
	const services = [...need.services].sort((a, b) => (a.id < b.id ? -1 : 1));
	return asked.flatMap((check) => {
		if (isRequirementCheck(check)) {
			return services.flatMap((service) => requirementLevers(context, check, service));
		}
		if (check === "capacity") {
			return services.flatMap((service) => quantityLevers(context, service));
		}
		return needLever(context, check);
	});
}

function needLever({ prepared, fine }: LeverContext, check: CheckId): Lever[] {
	const { need, terms } = prepared;
	switch (check) {
		case "near":
			return [
				lever("near", null, need.location?.km ?? null, {
					values: [...multiplesAbove(terms.nearKm ?? 0, 5, NEAR_STEPS), null],
					scale: "easing",
				}),
			];
		case "kind":
			return [lever("kind", null, [...(need.kinds ?? [])], { values: [null] })];
		case "reservation":
			return [lever("reservation", null, terms.reservation, { values: otherRegimes(prepared) })];
		case "leadTime":
			return [
				lever("leadTime", null, need.startsOn ?? null, {
					values: firstsOfMonthAfter(formatDay(terms.start), MONTHS_LATER),
					scale: "sliding",
					answers: START,
					repairs: START | maskOf(["continuity"]),
				}),
			];
		case "order": {
			const total = amountOf(need, { service: null, cell: null });
			const values = fine ? roundValuesBelow(total, true) : partsOf(total, true);
			return total > 0 ? [lever("order", null, total, { values, scale: "sliding" })] : [];
		}
		default:
			return [];
	}
}

const START = maskOf(["leadTime", "availability"]);

function otherRegimes({ terms }: PreparedNeed): FactValue[] {
	const on = formatDay(terms.on);
	const others = REGIMES.filter((one) => one !== terms.reservation && regimeOn(one, on));
	return [...others, null];
}

function quantityLevers({ prepared, fine }: LeverContext, service: Service): Lever[] {
	const { need } = prepared;
	return measuresOf(need, service).map((measure) => {
		const total = quantityOf(need, { service: service.id, cell: null }, measure);
		const whole = isCounted(measure.unit);
		const values = fine ? roundValuesBelow(total, whole) : partsOf(total, whole);
		return lever(
			"capacity",
			service.id,
			{ amount: total, ...measure },
			{ values: values.map((amount) => ({ amount, ...measure })), scale: "easing" },
		);
	});
}

function requirementLevers(
	{ prepared, offered }: LeverContext,
	check: RequirementCheck,
	service: Service,
): Lever[] {
	const asked = demandsOf(prepared.need, service, check);
	const of = (
		value: FactValue,
		values: readonly FactValue[],
		more: Partial<Pick<Lever, "scale" | "repairs">> = {},
	) => (values.length === 0 ? [] : [lever(check, service.id, value, { values, ...more })]);
	if (asked.length === 0) return [];
	switch (check) {
		case "daysPerWeek": {
			const most = Math.max(...(asked as number[]));
			const values = Array.from({ length: Math.ceil(most) - 1 }, (_, i) => Math.ceil(most) - 1 - i);
			return of(most, values, { scale: "easing", repairs: maskOf(["daysPerWeek", "capacity"]) });
		}
		case "visitHours": {
			const least = Math.min(...(asked as number[]));
			const longer = offered.visitHours.filter((hours) => hours > least).map(ceilToHalf);
			return of(least, [...new Set(longer)].slice(0, MAX_VALUES), { scale: "easing" });
		}
		case "window":
			return asked.flatMap((window) => {
				const values = windowValues(window as unknown as Window, offered.windows);
				return of(window, [...values.slice(0, MAX_VALUES).map((one) => ({ ...one })), null]);
			});
		case "weekdays":
		case "certificates":
		case "capabilities": {
			const codes = [...new Set(asked.flatMap(listOf))];
			const order =
				check === "weekdays" ? WEEKDAYS.filter((day) => codes.includes(day)) : codes.sort();
			const repairs = check === "weekdays" ? WEEKDAYS_REPAIR : maskOf([check]);
			return of([...order], withoutSome(order), { repairs });
		}
		case "mode":
		case "eInvoicing":
			return asked.flatMap((value) => of(value, [null]));
		default:
			return of(true, [false]);
	}
}

const WEEKDAYS_REPAIR = maskOf(["weekdays", "daysPerWeek", "capacity"]);

/** The list without each of its items in turn, then nothing. */
function withoutSome(list: readonly string[]): string[][] {
	if (list.length === 1) return [[]];
	return [...list.map((item) => list.filter((one) => one !== item)), []];
}

/** The distinct demands of a service's cells at a check, those of most cells first. */
function demandsOf(need: Need, service: Service, check: RequirementCheck): FactValue[] {
	const field = REQUIREMENT_FIELDS[check];
	const found: { value: FactValue; count: number }[] = [];
	for (const cell of cellsOf(need)) {
		if (cell.service !== service.id) continue;
		const value = (cell[field] ?? service[field] ?? null) as FactValue;
		if (value === null || value === false || (Array.isArray(value) && value.length === 0)) continue;
		const known = found.find((one) => sameValue(one.value, value));
		if (known) known.count++;
		else found.push({ value, count: 1 });
	}
	return found
		.sort(
			(a, b) => b.count - a.count || (JSON.stringify(a.value) < JSON.stringify(b.value) ? -1 : 1),
		)
		.map(({ value }) => value);
}

function ceilToHalf(hours: number): number {
	return -floorTo(-hours, 0.5);
}

function lever(
	check: CheckId,
	service: string | null,
	asked: FactValue,
	{
		values,
		scale = "choice",
		answers = maskOf([check]),
		repairs = answers,
	}: {
		readonly values: readonly FactValue[];
		readonly scale?: LeverScale;
		readonly answers?: CheckMask;
		readonly repairs?: CheckMask;
	},
): Lever {
	const nature = natureOf(check) ?? "need";
	return { check, service, nature, asked, values, scale, answers, repairs };
}
