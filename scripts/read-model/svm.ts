import { seededRandom } from "#scripts/seeded-random.ts";

/** Texts as lists of feature numbers, each feature worth 1/√(features of the text), with the class and the cost of each text. */
export interface Examples {
	readonly features: readonly Int32Array[];
	readonly classes: readonly number[];
	readonly costs: readonly number[];
	readonly featureCount: number;
}

/** One-against-all linear separator of a class. */
export interface Separator {
	readonly weights: Float64Array;
	readonly bias: number;
}

const SEED = 20_261_122;
const MAX_PASSES = 40;
const TOLERANCE = 0.02;

/**
 * The linear support vector machine of one class against all others: squared hinge loss, L2 regularisation, dual coordinate
 * descent with shrinking (Hsieh et al., 2008). The order of visits is drawn from a fixed seed: the same examples give the same weights.
 */
export function separate(examples: Examples, target: number): Separator {
	const { features, classes, costs, featureCount } = examples;
	const count = features.length;
	const weights = new Float64Array(featureCount);
	let bias = 0;
	const alpha = new Float64Array(count);
	const order = Int32Array.from({ length: count }, (_, i) => i);
	const random = seededRandom(SEED);
	let active = count;
	let shrinkAbove = Number.POSITIVE_INFINITY;
	for (let pass = 0; pass < MAX_PASSES; pass++) {
		let highest = Number.NEGATIVE_INFINITY;
		let lowest = Number.POSITIVE_INFINITY;
		for (let i = 0; i < active; i++) swap(order, i, i + Math.floor(random.next() * (active - i)));
		for (let at = 0; at < active; at++) {
			const i = order[at] ?? 0;
			const own = features[i] ?? new Int32Array();
			const value = own.length > 0 ? 1 / Math.sqrt(own.length) : 0;
			const sign = classes[i] === target ? 1 : -1;
			const diagonal = 0.5 / (costs[i] ?? 1);
			const old = alpha[i] ?? 0;
			let sum = 0;
			for (const feature of own) sum += weights[feature] ?? 0;
			const gradient = sign * (sum * value + bias) - 1 + old * diagonal;
			if (old === 0 && gradient > shrinkAbove) {
				active--;
				swap(order, at, active);
				at--;
				continue;
			}
			const projected = old === 0 ? Math.min(gradient, 0) : gradient;
			highest = Math.max(highest, projected);
			lowest = Math.min(lowest, projected);
			if (Math.abs(projected) < 1e-12) continue;
			const squared = own.length > 0 ? 2 : 1;
			const next = Math.max(old - gradient / (squared + diagonal), 0);
			alpha[i] = next;
			const step = (next - old) * sign;
			for (const feature of own) weights[feature] = (weights[feature] ?? 0) + step * value;
			bias += step;
		}
		if (highest - lowest <= TOLERANCE) {
			if (active === count) break;
			active = count;
			shrinkAbove = Number.POSITIVE_INFINITY;
		} else {
			shrinkAbove = highest <= 0 ? Number.POSITIVE_INFINITY : highest;
		}
	}
	return { weights, bias };
}

function swap(list: Int32Array, a: number, b: number): void {
	const kept = list[a] ?? 0;
	list[a] = list[b] ?? 0;
	list[b] = kept;
}
