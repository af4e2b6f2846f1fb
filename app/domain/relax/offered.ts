import type { OfferColumns } from "../match/columns.ts";

/** What the offers within reach say, where a value to try must come from what suppliers do. */
export interface Offered {
	/** Distinct windows, those of most offers first: start and length in minutes. */
	readonly windows: readonly (readonly [from: number, length: number])[];
	/** Distinct minimal hours of a visit, ascending. */
	readonly visitHours: readonly number[];
}

/** Reads once the hours of all the offers. */
export function offeredBy({ offers, sets, size }: OfferColumns): Offered {
	const windows = new Map<string, { window: [number, number]; count: number }>();
	const visitHours = new Set<number>();
	for (let row = 0; row < size; row++) {
		const hours = offers.minVisitHours[row] as number;
		if (!Number.isNaN(hours)) visitHours.add(hours);
		const set = offers.windows[row] as number;
		if (set < 0) continue;
		const values = sets.windows.get(set);
		for (let i = 0; i < values.length; i += 2) {
			const window: [number, number] = [values[i] as number, values[i + 1] as number];
			const known = windows.get(window.join());
			if (known) known.count++;
			else windows.set(window.join(), { window, count: 1 });
		}
	}
	return {
		windows: [...windows]
			.sort(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1))
			.map(([, { window }]) => window),
		visitHours: [...visitHours].sort((a, b) => a - b),
	};
}
