/** A small seeded generator (mulberry32): the same seed gives the same draw on every machine. */
export interface Random {
	/** In [0, 1). */
	next(): number;
	/** Whole number in [min, max]. */
	int(min: number, max: number): number;
	chance(probability: number): boolean;
	pick<T>(items: readonly T[]): T;
	/** `count` different items, fewer when there are not enough. */
	sample<T>(items: readonly T[], count: number): T[];
	/** Index drawn in proportion to the weights. */
	weighted(weights: readonly number[]): number;
}

export function seededRandom(seed: number): Random {
	let state = seed >>> 0;
	function next(): number {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	}
	function int(min: number, max: number): number {
		return min + Math.floor(next() * (max - min + 1));
	}
	function pick<T>(items: readonly T[]): T {
		const item = items[int(0, items.length - 1)];
		if (item === undefined) throw new RangeError("nothing to pick from");
		return item;
	}
	function sample<T>(items: readonly T[], count: number): T[] {
		const rest = [...items];
		const taken: T[] = [];
		while (taken.length < count && rest.length > 0) {
			taken.push(...rest.splice(int(0, rest.length - 1), 1));
		}
		return taken;
	}
	function weighted(weights: readonly number[]): number {
		const total = weights.reduce((sum, weight) => sum + weight, 0);
		let draw = next() * total;
		for (const [index, weight] of weights.entries()) {
			draw -= weight;
			if (draw < 0) return index;
		}
		return weights.length - 1;
	}
	return { next, int, chance: (probability) => next() < probability, pick, sample, weighted };
}
