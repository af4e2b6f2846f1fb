import type { View } from "./view.ts";

/** Parts that add up to one are tenths as often as halves. */
export const PART_EPSILON = 1e-9;

/** The sets of a few members, as bits, with the smaller non-empty sets that each holds. */
export interface Subsets {
	/** How many sets there are, the empty one included. */
	readonly count: number;
	/** Per set: its non-empty proper subsets. */
	readonly below: readonly (readonly number[])[];
}

const BY_SIZE = [0, 1, 2, 3].map((size): Subsets => {
	const count = 1 << size;
	const sets = Array.from({ length: count }, (_, set) => set);
	return {
		count,
		below: sets.map((set) =>
			sets.filter((other) => other > 0 && other !== set && (other & set) === other),
		),
	};
});

/** @param size of a group: 0 to 3 members */
export function subsetsOf(size: number): Subsets {
	return BY_SIZE[size] as Subsets;
}

/** Per set of members: the weight that cannot be left to the others. */
export function weighSubsets(
	items: Int32Array,
	weights: Float64Array,
	views: readonly View[],
	{ count, below }: Subsets,
	into: Float64Array,
): void {
	into.fill(0, 0, count);
	let partial = false;
	for (let m = 0; m < views.length; m++) partial ||= (views[m] as View).partial;
	for (let k = 0; k < items.length; k++) {
		const i = items[k] as number;
		const weight = weights[i] as number;
		let holders = 0;
		for (let m = 0; m < views.length; m++) {
			if (((views[m] as View).parts[i] as number) > 0) holders |= 1 << m;
		}
		if (!partial) {
			into[holders] = (into[holders] as number) + weight;
			continue;
		}
		for (let set = 1; set < count; set++) {
			let left = 1;
			for (let m = 0; m < views.length; m++) {
				if (((set >> m) & 1) === 0) left -= (views[m] as View).parts[i] as number;
			}
			if (left > PART_EPSILON) into[set] = (into[set] as number) + weight * left;
		}
	}
	if (!partial) sumBelow(into, below);
}

/** From weights by exact holders to weights held by nobody outside each set. */
function sumBelow(into: Float64Array, below: readonly (readonly number[])[]): void {
	for (let set = below.length - 1; set > 0; set--) {
		let sum = into[set] as number;
		for (const smaller of below[set] as readonly number[]) sum += into[smaller] as number;
		into[set] = sum;
	}
}
