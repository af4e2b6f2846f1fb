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
export function ordersFit(level: Level, views: readonly View[]): boolean {
	if (views.some(({ minEur, maxEur }) => minEur > maxEur + ROUNDING_EUR)) return false;
	return !isBinding(level, views) || wholeItems(level, views) !== null;
}

/** Whether some member's limits could be missed. */
export function isBinding({ orderAsked }: Level, views: readonly View[]): boolean {
	if (!orderAsked) return false;
	return views.some((view) => view.minEur > 0 || view.heldEur > view.maxEur + ROUNDING_EUR);
}

/** The takers of the items that go whole to one of several members, by item; null when the limits leave no way. */
export function wholeItems(level: Level, views: readonly View[]): Map<number, number> | null {
	const search = new OrderSearch(level, views);
	return search.run() ? search.takers : null;
}

/** Whether the limits leave a way if every item could be cut. */
export function ordersFitInParts(level: Level, views: readonly View[]): boolean {
	return !isBinding(level, views) || new OrderSearch(level, views).fitsInParts();
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
	readonly #items: number[];
	#tries = 0;

	constructor(level: Level, views: readonly View[]) {
		this.#level = level;
		this.#views = views;
		this.#subsets = subsetsOf(views.length);
		const all = level.items.map((_, i) => i);
		weighSubsets(Int32Array.from(all), level.amounts, views, this.#subsets, this.#must);
		for (let set = 1; set < this.#subsets.count; set++) {
			views.forEach((view, m) => {
				if (((set >> m) & 1) === 0) return;
				this.#min[set] = (this.#min[set] as number) + view.minEur;
				this.#max[set] = (this.#max[set] as number) + view.maxEur;
			});
		}
		const { amounts } = level;
		this.#items = all
			.filter((i) => (amounts[i] as number) > 0 && isWholeForSeveral(views, i))
			.sort(
				(a, b) =>
					(amounts[b] as number) - (amounts[a] as number) || (this.#key(a) < this.#key(b) ? -1 : 1),
			);
	}

	#key(item: number): string {
		return this.#level.items[item]?.key ?? "";
	}

	run(): boolean {
		return this.fitsInParts() && this.#try(0);
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
			if (++this.#tries > MAX_TRIES) return false;
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
