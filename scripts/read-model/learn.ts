import { FeatureReader } from "#app/domain/read/segments/features.ts";
import {
	type FeatureWeights,
	packModel,
	type SegmentModelData,
} from "#app/domain/read/segments/model.ts";
import type { TaxonomyIndex } from "#app/domain/taxonomy.ts";
import { reuseTexts } from "./reuse.ts";
import { separate } from "./svm.ts";
import type { Title } from "./titles.ts";
import { chooseVocabulary } from "./vocabulary.ts";

/** A text that says what a segment is: a contract's title, a synonym, a label. */
export interface Lesson {
	readonly segment: string;
	readonly keys: readonly string[];
	/** 1 for the title of a contract of wider procurement. */
	readonly weight: number;
}

/** What the training may be tuned by, chosen by cross-validation inside the training titles. */
export interface Settings {
	/** Cost of an error: higher fits the examples closer. */
	readonly cost: number;
	/** Weight of a synonym, label or description beside a title. */
	readonly ownWords: number;
	/** Weight of the label of a CPV code beside a title. */
	readonly cpvLabels: number;
	/** Weight of the segments of insertion and reuse beside the others. */
	readonly core: number;
	/** Buyers that must have used a word that neither the taxonomy nor the CPV has. */
	readonly buyers: number;
	/** Weights under it are left out of the file. */
	readonly smallest: number;
}

export const SETTINGS: Settings = {
	cost: 0.3,
	ownWords: 1,
	cpvLabels: 0.1,
	core: 2,
	buyers: 3,
	smallest: 0.12,
};

/** Learns the weights of words from titles, the taxonomy's own words, and the labels of the CPV. */
export function learn(
	titles: readonly Title[],
	taxonomy: TaxonomyIndex,
	cpvLabels: ReadonlyMap<string, string>,
	settings: Settings = SETTINGS,
): SegmentModelData {
	const reader = new FeatureReader();
	const keysOf = (text: string) => reader.read(text).map(({ key }) => key);
	const used = titles.map(({ text, buyer, segment }) => ({ buyer, segment, keys: keysOf(text) }));
	const own = taxonomy.segments.flatMap(({ code, label, description, synonyms }) =>
		[label, description, ...synonyms].map((text) => ({ segment: code, keys: keysOf(text) })),
	);
	const reused = reuseTexts(taxonomy).map(({ segment, text }) => ({ segment, keys: keysOf(text) }));
	const labels = [...cpvLabels].flatMap(([cpv, label]) => {
		const segment = taxonomy.ofCpv(cpv);
		return segment ? [{ segment: segment.code, keys: keysOf(label) }] : [];
	});
	const weighted = (lessons: readonly Omit<Lesson, "weight">[], weight: number): Lesson[] =>
		lessons.map(({ segment, keys }) => ({
			segment,
			keys,
			weight: weight * (taxonomy.get(segment)?.scope === "core" ? settings.core : 1),
		}));
	const lessons = [
		...weighted(used, 1),
		...weighted(own, settings.ownWords),
		...weighted(reused, settings.ownWords),
		...weighted(labels, settings.cpvLabels),
	]
		.filter(({ weight }) => weight > 0)
		.sort(byContent);
	const vocabulary = chooseVocabulary(used, own, labels, settings.buyers);
	return packModel(fitAll(lessons, vocabulary, taxonomy, settings.cost), settings.smallest);
}

/** The training visits lessons in turn: in the order of their content, the order of the files decides nothing. */
function byContent(a: Lesson, b: Lesson): number {
	const [first, second] = [a, b].map(
		({ segment, keys, weight }) => `${segment}\t${keys.join("\t")}\t${weight}`,
	);
	if (first === second) return 0;
	return (first ?? "") < (second ?? "") ? -1 : 1;
}

function fitAll(
	lessons: readonly Lesson[],
	vocabulary: readonly string[],
	taxonomy: TaxonomyIndex,
	cost: number,
) {
	const numbers = new Map(vocabulary.map((key, number) => [key, number]));
	const segments = taxonomy.segments.map(({ code }) => code);
	const places = new Map(segments.map((code, place) => [code, place]));
	const examples = {
		features: lessons.map(({ keys }) =>
			Int32Array.from(keys.flatMap((key) => numbers.get(key) ?? [])),
		),
		classes: lessons.map(({ segment }) => places.get(segment) ?? -1),
		costs: lessons.map(({ weight }) => weight * cost),
		featureCount: vocabulary.length,
	};
	const features = new Map<string, FeatureWeights & { segments: number[]; weights: number[] }>(
		vocabulary.map((key) => [key, { segments: [], weights: [] }]),
	);
	const biases = segments.map((_, place) => {
		const { weights, bias } = separate(examples, place);
		for (const [number, key] of vocabulary.entries()) {
			const weight = weights[number] ?? 0;
			if (Math.abs(weight) < 0.005) continue;
			features.get(key)?.segments.push(place);
			features.get(key)?.weights.push(weight);
		}
		return bias;
	});
	return { segments, biases, features };
}
