/** The number of the parent of a segment; its own for a parent. */
export type Family = number;

/** Spreads the values of the model so that a score of 0.6 is right about six times in ten; chosen by cross-validation. */
const SHARPNESS = 4;
/** How much a segment gains from the chances of its whole family; chosen by cross-validation. */
const FAMILY_WEIGHT = 0.8;

/** Chances that sum to 1, from the values of a linear model: a leaf is helped by what speaks for its family. */
export function chances(values: Float64Array, families: readonly Family[]): Float64Array {
	const alone = shared(values.map((value) => value * SHARPNESS));
	const family = new Float64Array(values.length);
	for (const [segment, parent] of families.entries()) {
		family[parent] = (family[parent] ?? 0) + (alone[segment] ?? 0);
	}
	const helped = alone.map(
		(chance, segment) =>
			Math.log(chance) + FAMILY_WEIGHT * Math.log(family[families[segment] ?? 0] ?? 1),
	);
	return shared(helped);
}

function shared(logs: Float64Array): Float64Array {
	const highest = logs.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
	const raised = logs.map((value) => Math.exp(value - highest));
	const total = raised.reduce((a, b) => a + b, 0);
	return raised.map((value) => value / total);
}
