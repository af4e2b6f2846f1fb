import { z } from "zod";

/**
 * Words and what they say of each segment, learned from the titles of public contracts (DECP, 2018–2020, Licence Ouverte),
 * the labels of the CPV (CC BY 4.0) and the labels, descriptions and synonyms of the taxonomy. `npm run read:train` writes it;
 * `docs/decisions/` tells how. It holds words and weights, no title.
 */
export const segmentModelSchema = z.strictObject({
	/** « velos:-112 »: what a line of `words` calls 0, 1, 2…, each with its bias in hundredths. */
	segments: z.array(z.string().regex(/^[a-z0-9-]+:-?\d+$/)),
	/** « tont pelous:12 45 17 -12 »: a feature, then segment numbers each followed by its weight in hundredths. */
	words: z.array(z.string().regex(/^[\p{L}* ]+:\d+ -?\d+( \d+ -?\d+)*$/u)),
});

export type SegmentModelData = z.infer<typeof segmentModelSchema>;

/** Weights of a feature: segment numbers, and beside each its weight. */
export interface FeatureWeights {
	readonly segments: readonly number[];
	readonly weights: readonly number[];
}

export interface SegmentModel {
	readonly segments: readonly string[];
	readonly biases: readonly number[];
	readonly features: ReadonlyMap<string, FeatureWeights>;
}

const HUNDREDTHS = 100;

/** The model as it is used. Its file is checked by its tests, not each time it is read. */
export function loadModel(data: SegmentModelData): SegmentModel {
	const segments = data.segments.map((line) => line.split(":"));
	const features = new Map<string, FeatureWeights>();
	for (const line of data.words) {
		const colon = line.indexOf(":");
		const numbers = line.slice(colon + 1).split(" ");
		const owners: number[] = [];
		const weights: number[] = [];
		for (let i = 0; i < numbers.length; i += 2) {
			owners.push(Number(numbers[i]));
			weights.push(Number(numbers[i + 1]) / HUNDREDTHS);
		}
		features.set(line.slice(0, colon), { segments: owners, weights });
	}
	return {
		segments: segments.map(([code = ""]) => code),
		biases: segments.map(([, bias]) => Number(bias) / HUNDREDTHS),
		features,
	};
}

/** How a model is written: weights in hundredths, those under `smallest` left out, features in alphabetical order. */
export function packModel(model: SegmentModel, smallest: number): SegmentModelData {
	const words: string[] = [];
	for (const [key, { segments, weights }] of model.features) {
		const parts = segments.flatMap((segment, i) => {
			const weight = weights[i] ?? 0;
			return Math.abs(weight) < smallest ? [] : [`${segment} ${Math.round(weight * HUNDREDTHS)}`];
		});
		if (parts.length > 0) words.push(`${key}:${parts.join(" ")}`);
	}
	return {
		segments: model.segments.map(
			(code, place) => `${code}:${Math.round((model.biases[place] ?? 0) * HUNDREDTHS)}`,
		),
		words: words.sort((a, b) => (a < b ? -1 : 1)),
	};
}
