import type { Need } from "#app/domain/need.ts";
import type { Supplier } from "#app/domain/supplier.ts";

/** The same need and suppliers, every list of them in another order. `dice` gives a number a throw. */
export function shuffledWorld(
	need: Need,
	suppliers: readonly Supplier[],
	dice: Iterator<number>,
): { need: Need; suppliers: Supplier[] } {
	const shuffled = <T>(list: readonly T[]): T[] =>
		list
			.map((value) => ({ value, key: dice.next().value as number }))
			.sort((a, b) => a.key - b.key)
			.map(({ value }) => value);
	return {
		need: {
			...need,
			services: shuffled(need.services),
			sites: need.sites ? shuffled(need.sites) : need.sites,
			cells: need.cells ? shuffled(need.cells) : need.cells,
		},
		suppliers: shuffled(suppliers).map((supplier) => ({
			...supplier,
			offers: shuffled(supplier.offers),
		})),
	};
}
