import type { Capacity } from "#app/domain/supplier.ts";
import type { CheckVerdict } from "#app/domain/vocabulary.ts";
import { asked, type OracleCell, type OracleNeed, plusDays, type Quantity } from "./world.ts";

const PER_YEAR: Record<string, number> = { year: 1, month: 12, week: 52 };

/** Null: no conversion. */
function converted(quantity: Quantity, days: number | null, entry: Capacity): number | null {
	const mass = (unit: string) => (unit === "kg" ? 0.001 : 1);
	const amount = (quantity.amount * mass(quantity.unit)) / mass(entry.unit);
	if (quantity.per === entry.per) return amount;
	const yearly = (per: string) =>
		per === "day" || per === "visit" ? (days === null ? null : 52 * days) : (PER_YEAR[per] ?? null);
	const [from, to] = [yearly(quantity.per), yearly(entry.per)];
	return from === null || to === null ? null : (amount * from) / to;
}

export function capacityCheck(
	need: OracleNeed,
	cells: readonly OracleCell[],
	entries: readonly Capacity[] | null,
): CheckVerdict {
	const family = (unit: string) => (unit === "kg" ? "t" : unit);
	const quantities = cells.flatMap((cell) =>
		cell.quantity
			? [{ quantity: cell.quantity, days: asked(need, cell, "daysPerWeek") ?? null }]
			: [],
	);
	const verdicts: CheckVerdict[] = [];
	for (const unit of new Set(quantities.map(({ quantity }) => family(quantity.unit)))) {
		const own = quantities.filter(({ quantity }) => family(quantity.unit) === unit);
		const matching = (entries ?? []).filter((entry) => family(entry.unit) === unit);
		if (matching.length === 0) verdicts.push("unknown");
		for (const entry of matching) {
			const amounts = own.map(({ quantity, days }) => converted(quantity, days, entry));
			const known = amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0);
			const remaining = entry.remaining ?? null;
			const fresh =
				remaining !== null &&
				Boolean(entry.remainingOn) &&
				plusDays(entry.remainingOn as string, 90) >= need.on;
			const limit = fresh ? remaining : (entry.max ?? null);
			if (limit !== null && known > limit * (1 + 1e-9)) verdicts.push("unmet");
			else if (limit === null || amounts.includes(null) || (remaining !== null && !fresh)) {
				verdicts.push("unknown");
			}
		}
	}
	if (verdicts.includes("unmet")) return "unmet";
	return verdicts.includes("unknown") ? "unknown" : "met";
}

export function orderCheck(
	cells: readonly OracleCell[],
	limits: { min?: number | null | undefined; max?: number | null | undefined } | null,
): CheckVerdict {
	const min = limits?.min ?? null;
	const max = limits?.max ?? null;
	if (min === null && max === null) return "unknown";
	const amounts = cells.map((cell) => cell.amountEur ?? null);
	const known = amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0);
	if (max !== null && known > max) return "unmet";
	if (amounts.includes(null)) return "unknown";
	return min !== null && known < min ? "unmet" : "met";
}
