import { parseDay } from "../../dates.ts";
import { formatDate, formatNumber, joinAnd } from "../../french-format.ts";
import { formatQuantity } from "../../french-labels.ts";
import type { FactValue } from "../../match-types.ts";
import type { Capacity } from "../../supplier.ts";
import type { Period, Unit } from "../../vocabulary.ts";
import type { Load, LoadQuantity, Terms } from "../prepared.ts";
import { bindCapacity, REMAINING_DAYS } from "./capacity-rows.ts";
import type { CheckDefinition } from "./definition.ts";
import { inFamilyUnit, inPeriod, unitFamily } from "./quantities.ts";

export const capacity: CheckDefinition = {
	id: "capacity",
	level: "load",
	visibility: "buyers",
	asked: ({ hasQuantity }) => hasQuantity,
	bind: bindCapacity,
	explain({ load, offer, terms }) {
		const units = new Set(load.quantities.map((quantity) => unitFamily(quantity.unit)));
		// A total that is not split may be in any unit: what the offer declares is then shown whole.
		const entries = (offer.capacity ?? []).filter(
			(entry) => load.quantityMissing || units.has(unitFamily(entry.unit)),
		);
		return {
			asked: askedQuantities(load),
			offered: entries.length === 0 ? null : (entries.map((entry) => ({ ...entry })) as never),
			margin: load.quantityMissing ? null : marginOf(load, entries, terms),
			fact: "capacity",
		};
	},
	sentence(result, verdict) {
		const asked = joinAnd((result.asked as unknown as LoadQuantity[]).map(formatQuantity));
		const offered = result.offered as unknown as Capacity[] | null | undefined;
		if (!offered)
			return `n’a pas dit sa capacité\u202f; vous demandez ${asked || "une part du total"}`;
		const words = joinAnd(offered.map(entryInWords));
		if (verdict === "met") return `peut prendre ${words}\u202f; vous demandez ${asked}`;
		if (verdict === "unmet")
			return `peut prendre ${words}, pas davantage\u202f; vous demandez ${asked}`;
		return `peut prendre ${words}, à vérifier\u202f; vous demandez ${asked || "une part du total"}`;
	},
	relaxation: { nature: "need", step: { type: "lower", increment: 1 } },
};

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
				? `${formatNumber(remaining)} libres${on}`
				: `${formatQuantity({ amount: remaining, unit, per })} encore libres${on}`,
		);
	}
	return parts.join(", ") || "une quantité non précisée";
}
