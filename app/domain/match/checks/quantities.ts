import type { Period, Unit } from "../../vocabulary.ts";
import type { LoadQuantity } from "../prepared.ts";

/** A year is 12 months and 52 weeks. */
const PER_YEAR: Partial<Record<Period, number>> = { year: 1, month: 12, week: 52 };

const KG_PER_T = 1000;

/** Units that convert into one another: kg and t. Every other unit is alone. */
export function unitFamily(unit: Unit): Unit {
	return unit === "kg" ? "t" : unit;
}

/** How many of a unit's family one unit is worth: a kg is 0.001 t. */
export function inFamilyUnit(unit: Unit): number {
	return unit === "kg" ? 1 / KG_PER_T : 1;
}

/**
 * What to multiply a quantity per `from` by to have it per `to`; NaN when there is no conversion.
 * Equal periods compare as they are; a day or a visit becomes a week by the days asked; an order compares only with an order.
 */
export function periodFactor(from: Period, to: Period, daysPerWeek: number | null): number {
	if (from === to) return 1;
	return timesPerYear(from, daysPerWeek) / timesPerYear(to, daysPerWeek);
}

function timesPerYear(period: Period, daysPerWeek: number | null): number {
	if (period === "day" || period === "visit") {
		return daysPerWeek === null ? Number.NaN : 52 * daysPerWeek;
	}
	return PER_YEAR[period] ?? Number.NaN;
}

/** A quantity in its family's unit, per another period; NaN without conversion. */
export function inPeriod(quantity: LoadQuantity, per: Period): number {
	return (
		quantity.amount *
		inFamilyUnit(quantity.unit) *
		periodFactor(quantity.per, per, quantity.daysPerWeek)
	);
}
