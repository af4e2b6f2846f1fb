import type { PreparedNeed } from "../match/prepared.ts";
import type { Unit } from "../vocabulary.ts";
import { demandOf, type Item, type ItemLoad, type LoadBase } from "./items.ts";

/** Loads that add up: one family of units, one base of periods, and the segments whose offers may be the same. */
export interface Ledger {
	readonly family: Unit;
	readonly base: LoadBase;
	/** Segment groups it spans. */
	readonly groups: readonly number[];
	/** Per item: what it weighs. */
	readonly weights: Float64Array;
	readonly total: number;
	/** Items that weigh something. */
	readonly items: Int32Array;
	/** Per item, the loads behind the weight. */
	readonly loads: readonly (readonly ItemLoad[])[];
}

/**
 * What a group must share out, to be confirmed (`strict`: everything known) or to be possible (nothing unmet).
 * Numbers of a view refer to the items of its level.
 */
export interface Level {
	readonly strict: boolean;
	readonly items: readonly Item[];
	readonly ledgers: readonly Ledger[];
	/** Per item, euros. */
	readonly amounts: Float64Array;
	readonly totalEur: number;
	/** Items with an amount, largest first. */
	readonly byAmount: Int32Array;
	readonly orderAsked: boolean;
	/** Per item: 1 when some of its euros are not known. */
	readonly unpriced: Uint8Array;
}

/** @param linked segment groups that one offer of a candidate serves together, as sets */
export function levelOf(
	prepared: PreparedNeed,
	strict: boolean,
	linked: readonly (readonly number[])[],
): Level {
	const { items, orderAsked, unpriced } = demandOf(prepared, strict);
	const amounts = Float64Array.from(items, (item) => item.amountEur);
	return {
		strict,
		items,
		ledgers: linked.flatMap((groups) => ledgersOf(items, groups)),
		amounts,
		totalEur: amounts.reduce((sum, amount) => sum + amount, 0),
		byAmount: Int32Array.from(
			items
				.map((_, i) => i)
				.filter((i) => (amounts[i] as number) > 0)
				.sort(
					(a, b) => (amounts[b] as number) - (amounts[a] as number) || compareKeys(items, a, b),
				),
		),
		orderAsked,
		unpriced: Uint8Array.from(items, ({ cells }) => Number(cells.some((c) => unpriced.has(c)))),
	};
}

function compareKeys(items: readonly Item[], a: number, b: number): number {
	return (items[a]?.key ?? "") < (items[b]?.key ?? "") ? -1 : 1;
}

function ledgersOf(items: readonly Item[], groups: readonly number[]): Ledger[] {
	const ledgers = new Map<string, { family: Unit; base: LoadBase; loads: ItemLoad[][] }>();
	items.forEach((item, i) => {
		if (!groups.includes(item.group)) return;
		for (const load of item.loads) {
			const key = `${load.family} ${load.base}`;
			let ledger = ledgers.get(key);
			if (!ledger) {
				const { family, base } = load;
				ledger = { family, base, loads: items.map(() => []) };
				ledgers.set(key, ledger);
			}
			ledger.loads[i]?.push(load);
		}
	});
	return [...ledgers.values()].map(({ family, base, loads }) => {
		const weights = Float64Array.from(loads, (own) =>
			own.reduce((sum, load) => sum + load.amount, 0),
		);
		const heavy = items.flatMap((_, i) => ((weights[i] as number) > 0 ? [i] : []));
		const total = weights.reduce((sum, weight) => sum + weight, 0);
		return { family, base, groups, weights, total, items: Int32Array.from(heavy), loads };
	});
}
