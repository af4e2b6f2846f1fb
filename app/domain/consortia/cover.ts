import type { Ledger, Level } from "./level.ts";
import { ordersFit, type TryBudget } from "./orders.ts";
import { PART_EPSILON, subsetsOf, weighSubsets } from "./subsets.ts";
import type { View } from "./view.ts";

/** Beyond that many offers that carry loads together, they are no longer told apart. */
const MAX_NODES = 12;

/**
 * Whether these members together can do everything at the level of their views.
 *
 * Parts: every item is wholly taken, each member taking no more of it than its days allow. Capacity: in each ledger, for every set of
 * members, what cannot be left to the others fits what the set carries. By the theorem of max-flow and min-cut this is exactly when some
 * sharing of the items fits everybody's capacity. Orders: see `ordersFit`.
 */
export function covers(level: Level, views: readonly View[], budget: TryBudget): boolean {
	return partsAddUp(level, views) && loadsFit(level, views) && ordersFit(level, views, budget);
}

/** Whether every item is wholly taken, each member taking no more of it than its days allow. */
export function partsAddUp({ items }: Level, views: readonly View[]): boolean {
	for (let i = 0; i < items.length; i++) {
		let sum = 0;
		for (let m = 0; m < views.length; m++) sum += (views[m] as View).parts[i] as number;
		if (sum < 1 - PART_EPSILON) return false;
	}
	return true;
}

/** Whether everything's weight fits the members' capacities. */
export function loadsFit(level: Level, views: readonly View[]): boolean {
	let simple = true;
	for (let m = 0; m < views.length; m++) simple &&= (views[m] as View).simple;
	for (let l = 0; l < level.ledgers.length; l++) {
		const ledger = level.ledgers[l] as Ledger;
		if (simple ? !ledgerFits(ledger, l, views) : !linkedLedgerFits(level, ledger, l, views)) {
			return false;
		}
	}
	return true;
}

const must = new Float64Array(1 << 3);

/** Each member carries the ledger with one offer at most. */
function ledgerFits(ledger: Ledger, l: number, views: readonly View[]): boolean {
	let all = 0;
	let least = Number.POSITIVE_INFINITY;
	for (let m = 0; m < views.length; m++) {
		const limit = (views[m] as View).limits[l] as number;
		all += limit;
		if (limit < least) least = limit;
	}
	// Most groups are settled by their whole capacity, or by one that nothing exceeds.
	if (ledger.total > all) return false;
	if (ledger.total <= least) return true;
	const subsets = subsetsOf(views.length);
	weighSubsets(ledger.items, ledger.weights, views, subsets, must);
	for (let set = 1; set < subsets.count; set++) {
		let room = 0;
		for (let m = 0; m < views.length; m++) {
			if ((set >> m) & 1) room += (views[m] as View).limits[l] as number;
		}
		if ((must[set] as number) > room) return false;
	}
	return true;
}

/**
 * Some member carries the ledger with several offers, each with its own capacity, because another's single offer links their segments:
 * the same condition over sets of offers.
 */
function linkedLedgerFits(
	level: Level,
	ledger: Ledger,
	l: number,
	views: readonly View[],
): boolean {
	const nodes = views.flatMap((view, m) =>
		(view.nodes[l] ?? []).map(({ limit, groups }) => ({ m, limit, groups })),
	);
	if (nodes.length > MAX_NODES) return false;
	for (let set = 1; set < 1 << nodes.length; set++) {
		let room = 0;
		nodes.forEach(({ limit }, n) => {
			if ((set >> n) & 1) room += limit;
		});
		if (room === Number.POSITIVE_INFINITY) continue;
		let asked = 0;
		for (const i of ledger.items) {
			const group = level.items[i]?.group ?? -1;
			let left = 1;
			nodes.forEach(({ m, groups }, n) => {
				if (((set >> n) & 1) === 0 && groups.includes(group)) left -= views[m]?.parts[i] as number;
			});
			if (left > PART_EPSILON) asked += (ledger.weights[i] as number) * left;
		}
		if (asked > room) return false;
	}
	return true;
}
