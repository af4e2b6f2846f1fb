import type { Level } from "./level.ts";
import { type Subsets, subsetsOf, weighSubsets } from "./subsets.ts";
import type { View } from "./view.ts";

/** Amounts are sums of euros and cents: rounding is far below a cent. */
const ROUNDING_EUR = 1e-6;

/** A share-out as tight as that many tries is taken as not existing. */
const MAX_TRIES = 2000;

/**
 * Whether the euros can be shared out within everybody's limits: an item that days and capacity leave whole goes to one member with all
 * its amount; an item that may be cut is divided as its takers agree, within the parts that their days allow.
 */
export function ordersFit(level: Level, views: readonly View[], budget: TryBudget): boolean {
	if (!level.orderAsked) return true;
	let binding = false;
	let min = 0;
	let max = 0;
	for (let m = 0; m < views.length; m++) {
		const { minEur, maxEur, heldEur } = views[m] as View;
		if (minEur > maxEur + ROUNDING_EUR) return false;
		min += minEur;
		max += maxEur;
		binding ||= minEur > 0 || heldEur > maxEur + ROUNDING_EUR;
	}
	if (!binding) return true;
	if (level.totalEur > max + ROUNDING_EUR || level.totalEur < min - ROUNDING_EUR) return false;
	return new OrderSearch(level, views, budget).run();
}

/** How many more takers may be tried in all: beyond, a way that was not found counts as not existing. */
export interface TryBudget {
	tries: number;
}

/** Whether some member's limits could be missed. */
export function isBinding({ orderAsked }: Level, views: readonly View[]): boolean {
	if (!orderAsked) return false;
	return views.some((view) => view.minEur > 0 || view.heldEur > view.maxEur + ROUNDING_EUR);
}

/** The takers of the items that go whole to one of several members, by item; null when the limits leave no way. */
export function wholeItems(level: Level, views: readonly View[]): Map<number, number> | null {
	const search = new OrderSearch(level, views, { tries: MAX_TRIES });
	return search.run() ? search.takers : null;
}

/** Whether the limits leave a way if every item could be cut. */
export function ordersFitInParts(level: Level, views: readonly View[]): boolean {
	return !isBinding(level, views) || new OrderSearch(level, views, { tries: 0 }).fitsInParts();
}

/** Tries takers for one item after the other, largest first; a way that would miss a limit however the rest is cut is given up. */
class OrderSearch {
	readonly takers = new Map<number, number>();
	readonly #level: Level;
	readonly #views: readonly View[];
	readonly #subsets: Subsets;
	/** Per set of members: the euros that cannot be left to the others. */
	readonly #must = new Float64Array(8);
	readonly #min = new Float64Array(8);
	readonly #max = new Float64Array(8);
	#items: readonly number[] = [];
	#tries = 0;

	readonly #budget: TryBudget;

	constructor(level: Level, views: readonly View[], budget: TryBudget) {
		this.#level = level;
		this.#budget = budget;
		this.#views = views;
		this.#subsets = subsetsOf(views.length);
		weighSubsets(level.byAmount, level.amounts, views, this.#subsets, this.#must);
		for (let set = 1; set < this.#subsets.count; set++) {
			views.forEach((view, m) => {
				if (((set >> m) & 1) === 0) return;
				this.#min[set] = (this.#min[set] as number) + view.minEur;
				this.#max[set] = (this.#max[set] as number) + view.maxEur;
			});
		}
	}

	run(): boolean {
		if (!this.fitsInParts()) return false;
		const whole: number[] = [];
		for (const item of this.#level.byAmount) {
			if (isWholeForSeveral(this.#views, item)) whole.push(item);
		}
		this.#items = whole;
		return this.#try(0);
	}

	/**
	 * Shares within the limits exist when, for every set of members, what cannot be left to the others is not above its maximum, and what
	 * it can hold at most is not below its minimum.
	 */
	fitsInParts(): boolean {
		const { count } = this.#subsets;
		const total = this.#level.totalEur;
		for (let set = 1; set < count; set++) {
			if ((this.#must[set] as number) > (this.#max[set] as number) + ROUNDING_EUR) return false;
			const others = count - 1 - set;
			const most = total - (others === 0 ? 0 : (this.#must[others] as number));
			if (most < (this.#min[set] as number) - ROUNDING_EUR) return false;
		}
		return true;
	}

	#try(place: number): boolean {
		const item = this.#items[place];
		if (item === undefined) return true;
		const amount = this.#level.amounts[item] as number;
		let holders = 0;
		this.#views.forEach((view, m) => {
			if ((view.parts[item] as number) > 0) holders |= 1 << m;
		});
		for (const m of this.#byRoom(holders)) {
			if (++this.#tries > MAX_TRIES || --this.#budget.tries < 0) return false;
			this.#give(holders, m, amount);
			if (this.fitsInParts() && this.#try(place + 1)) {
				this.takers.set(item, m);
				return true;
			}
			this.#give(holders, m, -amount);
		}
		return false;
	}

	/** Those who hold the item, the one with the most room first. */
	#byRoom(holders: number): number[] {
		const room = (m: number) => (this.#max[1 << m] as number) - (this.#must[1 << m] as number);
		return this.#views
			.map((_, m) => m)
			.filter((m) => (holders >> m) & 1)
			.sort((a, b) => (room(b) === room(a) ? a - b : room(b) - room(a)));
	}

	/** The item can no longer be left to the other holders. */
	#give(holders: number, taker: number, amount: number): void {
		for (let set = 1; set < this.#subsets.count; set++) {
			const already = (holders & set) === holders;
			if ((set >> taker) & 1 && !already) this.#must[set] = (this.#must[set] as number) + amount;
		}
	}
}

/** Whether several members hold the item and none of them may leave a part of it to the others. */
export function isWholeForSeveral(views: readonly View[], item: number): boolean {
	let holders = 0;
	for (const view of views) {
		if (view.cut[item] === 1) return false;
		if ((view.parts[item] as number) > 0) holders++;
	}
	return holders > 1;
}
