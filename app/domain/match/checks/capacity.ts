import { NO_DAY, parseDay } from "../../dates.ts";
import { formatDate, formatNumber, joinAnd } from "../../french-format.ts";
import { formatQuantity } from "../../french-labels.ts";
import type { FactValue } from "../../match-types.ts";
import type { Capacity } from "../../supplier.ts";
import { PERIODS, type Period, UNITS, type Unit } from "../../vocabulary.ts";
import type { OfferColumns } from "../columns.ts";
import { MET, type Outcome, UNKNOWN, UNMET } from "../masks.ts";
import type { Load, LoadQuantity, Terms } from "../prepared.ts";
import type { CheckDefinition } from "./definition.ts";
import { inFamilyUnit, periodFactor, unitFamily } from "./quantities.ts";
import { addOutcome } from "./rows.ts";

/** What is left counts for that many days; then the maximum does, and the check is at best unknown. */
const REMAINING_DAYS = 90;

/** A sum of converted quantities may differ from the limit by rounding alone. */
const ROUNDING = 1 + 1e-9;

export const capacity: CheckDefinition = {
	id: "capacity",
	level: "load",
	visibility: "buyers",
	asked: ({ hasQuantity }) => hasQuantity,
	bind(load, terms, columns, bit) {
		const families = familiesOf(load);
		return (start, count, out) => {
			for (let i = 0; i < count; i++) {
				let outcome: Outcome = load.quantityMissing ? UNKNOWN : MET;
				for (let f = 0; f < families.length && outcome !== UNMET; f++) {
					const family = families[f] as FamilyLoad;
					const one = againstEntries(columns, start + i, family, terms.on);
					if (one !== MET) outcome = one;
				}
				addOutcome(out, i, outcome, bit);
			}
		};
	},
	explain({ load, offer, terms }) {
		const units = new Set(load.quantities.map((quantity) => unitFamily(quantity.unit)));
		const entries = (offer.capacity ?? []).filter((entry) => units.has(unitFamily(entry.unit)));
		return {
			asked: askedQuantities(load),
			offered: entries.length === 0 ? null : (entries.map((entry) => ({ ...entry })) as never),
			margin: marginOf(load, entries, terms),
			fact: "capacity",
		};
	},
	sentence(result, verdict) {
		const asked = joinAnd((result.asked as unknown as LoadQuantity[]).map(formatQuantity));
		const offered = result.offered as unknown as Capacity[] | null | undefined;
		if (!offered) return `n’a pas dit sa capacité\u202f; vous demandez ${asked || "une quantité"}`;
		const words = joinAnd(offered.map(entryInWords));
		if (verdict === "met") return `peut prendre ${words}\u202f; vous demandez ${asked}`;
		if (verdict === "unmet")
			return `peut prendre ${words}, pas davantage\u202f; vous demandez ${asked}`;
		return `peut prendre ${words}, à vérifier\u202f; vous demandez ${asked || "une part du total"}`;
	},
	relaxation: { nature: "need", step: { type: "lower", increment: 1 } },
};

/** What is asked of one family of units, per each period. */
interface FamilyLoad {
	/** Per rank in UNITS: how many of the family's unit one is worth; 0 when it does not convert. */
	readonly toFamily: Float64Array;
	/** Sum per period, in the family's unit, of what converts. */
	readonly sums: Float64Array;
	/** Per period: something does not convert. */
	readonly lossy: readonly boolean[];
}

function familiesOf(load: Load): FamilyLoad[] {
	const families = new Set(load.quantities.map((quantity) => unitFamily(quantity.unit)));
	return [...families].map((family) => {
		const quantities = load.quantities.filter((quantity) => unitFamily(quantity.unit) === family);
		const sums = new Float64Array(PERIODS.length);
		const lossy = PERIODS.map(() => false);
		PERIODS.forEach((per, p) => {
			for (const quantity of quantities) {
				const amount = inPeriod(quantity, per);
				if (Number.isNaN(amount)) lossy[p] = true;
				else sums[p] = (sums[p] as number) + amount;
			}
		});
		const toFamily = Float64Array.from(UNITS, (unit) =>
			unitFamily(unit) === family ? inFamilyUnit(unit) : 0,
		);
		return { toFamily, sums, lossy };
	});
}

/** A quantity in its family's unit, per another period; NaN without conversion. */
function inPeriod(quantity: LoadQuantity, per: Period): number {
	return (
		quantity.amount *
		inFamilyUnit(quantity.unit) *
		periodFactor(quantity.per, per, quantity.daysPerWeek)
	);
}

/** Every entry of the family must hold the sum; without any, nothing is known. */
function againstEntries(
	{ offers, capacity: entries }: OfferColumns,
	row: number,
	family: FamilyLoad,
	on: number,
): Outcome {
	let outcome: Outcome = MET;
	let found = false;
	const end = offers.capacityStart[row + 1] as number;
	for (let entry = offers.capacityStart[row] as number; entry < end; entry++) {
		const unit = entries.unit[entry] as number;
		const toFamily = family.toFamily[unit] as number;
		if (toFamily === 0) continue;
		found = true;
		const per = entries.per[entry] as number;
		const remaining = entries.remaining[entry] as number;
		const remainingOn = entries.remainingOn[entry] as number;
		const known = !Number.isNaN(remaining);
		const fresh = known && remainingOn !== NO_DAY && on - remainingOn <= REMAINING_DAYS;
		const limit = (fresh ? remaining : (entries.max[entry] as number)) * toFamily;
		if ((family.sums[per] as number) > limit * ROUNDING) return UNMET;
		// A limit that is not known is NaN: no comparison holds.
		if (Number.isNaN(limit) || family.lossy[per] || (known && !fresh)) outcome = UNKNOWN;
	}
	return found ? outcome : UNKNOWN;
}

/** The quantities asked, summed where unit and period are the same. */
function askedQuantities(load: Load): FactValue {
	const sums = new Map<string, { amount: number; unit: Unit; per: Period }>();
	for (const { amount, unit, per } of load.quantities) {
		const known = sums.get(`${unit}/${per}`);
		if (known) known.amount += amount;
		else sums.set(`${unit}/${per}`, { amount, unit, per });
	}
	return [...sums.values()].map((sum) => ({ ...sum }));
}

/** What would be left of the tightest entry, in its unit and period; null when nothing compares. */
function marginOf(load: Load, entries: readonly Capacity[], terms: Terms): number | null {
	let margin: number | null = null;
	for (const entry of entries) {
		const limit = limitOf(entry, terms);
		if (limit === null) continue;
		let sum = 0;
		for (const quantity of load.quantities) {
			if (unitFamily(quantity.unit) !== unitFamily(entry.unit)) continue;
			sum += inPeriod(quantity, entry.per) / inFamilyUnit(entry.unit);
		}
		if (Number.isNaN(sum)) continue;
		if (margin === null || limit - sum < margin) margin = limit - sum;
	}
	return margin === null ? null : Math.round(margin * 1e6) / 1e6;
}

function limitOf(entry: Capacity, terms: Terms): number | null {
	const fresh =
		typeof entry.remaining === "number" &&
		entry.remainingOn &&
		terms.on - parseDay(entry.remainingOn) <= REMAINING_DAYS;
	return (fresh ? entry.remaining : entry.max) ?? null;
}

function entryInWords(entry: Capacity): string {
	const { unit, per, max, remaining, remainingOn } = entry;
	const parts: string[] = [];
	if (typeof max === "number") parts.push(formatQuantity({ amount: max, unit, per }));
	if (typeof remaining === "number") {
		const on = remainingOn ? ` au ${formatDate(remainingOn)}` : " (date inconnue)";
		parts.push(
			parts.length > 0
				? `dont ${formatNumber(remaining)} libres${on}`
				: `${formatQuantity({ amount: remaining, unit, per })} encore libres${on}`,
		);
	}
	return parts.join(", ") || "une quantité non précisée";
}
