import { PhraseIndex } from "../../inference/phrases.ts";
import type { TaxonomyIndex } from "../../taxonomy.ts";
import { stemCorrector } from "./corrections.ts";
import { cpvCodesIn } from "./cpv-codes.ts";
import { FeatureReader } from "./features.ts";
import shippedModel from "./model.json" with { type: "json" };
import { loadModel, type SegmentModelData } from "./model.ts";
import { chances, type Family } from "./scores.ts";
import { mergedSpans, type Span, withoutSpans } from "./span.ts";

export type { Span } from "./span.ts";

export interface RankedSegment {
	readonly segment: string;
	/** 0 to 1: the share of the texts of this kind that are of this segment. */
	readonly score: number;
	/** The words that led there, in the order of the text. */
	readonly words: readonly Span[];
}

export interface RankOptions {
	/** How many segments at most; 10 by default. */
	readonly limit?: number;
	/** Parts of the text that are something else: a place, an amount… */
	readonly skip?: readonly Span[];
}

/** Build one and keep it: it holds the model, and every label and synonym. */
export interface SegmentRanker {
	/** Best first; empty when nothing is recognised. The margin between the first two says whether to ask. */
	rank(text: string, options?: RankOptions): readonly RankedSegment[];
	/** The labels and synonyms it knows. */
	readonly phrases: PhraseIndex;
}

/** How much the words of a segment count beside what was learned; chosen by cross-validation. */
const PHRASE_WEIGHT = 0.08;
/** A CPV code written in a text outweighs its words. */
const CPV_WEIGHT = 4;
const DEFAULT_LIMIT = 10;

interface Contribution {
	readonly weight: number;
	readonly span: Span;
}

/** Ranks the segments that a text speaks of: a learned model of words, then labels, synonyms and CPV codes. `cpvLabels`: by code, where loaded. */
export function segmentRanker(
	taxonomy: TaxonomyIndex,
	cpvLabels: ReadonlyMap<string, string> = new Map(),
	data: SegmentModelData = shippedModel,
): SegmentRanker {
	const model = loadModel(data);
	const numbers = new Map(model.segments.map((code, number) => [code, number]));
	const families: Family[] = model.segments.map(
		(code) => numbers.get(taxonomy.get(code)?.parent ?? code) ?? -1,
	);
	const words = [...model.features.keys()].filter((key) => !/[* ]/.test(key));
	const reader = new FeatureReader(stemCorrector(new Set(words)));
	const phrases = new PhraseIndex(taxonomy.segments, { more: labelsOf(taxonomy, cpvLabels) });

	function contributionsIn(text: string): Map<number, Contribution[]> {
		const found = new Map<number, Contribution[]>();
		const add = (segment: number | undefined, weight: number, span: Span): void => {
			if (segment === undefined) return;
			const list = found.get(segment);
			if (list) list.push({ weight, span });
			else found.set(segment, [{ weight, span }]);
		};
		const known = reader.read(text).flatMap(({ key, span }) => {
			const weights = model.features.get(key);
			return weights ? [{ weights, span }] : [];
		});
		for (const { weights, span } of known) {
			for (const [at, segment] of weights.segments.entries()) {
				add(segment, (weights.weights[at] ?? 0) / Math.sqrt(known.length), span);
			}
		}
		const hits = phrases.find(text).filter(({ denied }) => !denied);
		for (const { segments, length, start, end } of hits) {
			const weight = (PHRASE_WEIGHT * (1 + length)) / Math.sqrt(segments.length * hits.length);
			for (const code of segments) add(numbers.get(code), weight, [start, end]);
		}
		for (const { code, span } of cpvCodesIn(text)) {
			add(numbers.get(taxonomy.ofCpv(code)?.code ?? ""), CPV_WEIGHT, span);
		}
		return found;
	}

	return {
		phrases,
		rank(text, { limit = DEFAULT_LIMIT, skip = [] } = {}) {
			const found = contributionsIn(withoutSpans(text, skip));
			const values = Float64Array.from(model.biases);
			for (const [segment, list] of found) {
				for (const { weight } of list) values[segment] = (values[segment] ?? 0) + weight;
			}
			const scores = chances(values, families);
			return [...found]
				.filter(([, list]) => list.some(({ weight }) => weight > 0))
				.map(([segment, list]) => ({ segment, list, score: scores[segment] ?? 0 }))
				.sort((a, b) => b.score - a.score || a.segment - b.segment)
				.slice(0, limit)
				.map(({ segment, list, score }) => ({
					segment: model.segments[segment] ?? "",
					score,
					words: leadingWords(list),
				}));
		},
	};
}

/** Labels beside the synonyms. Of the CPV, those of several words: « Bois » or « Services » alone say too little. */
function labelsOf(
	taxonomy: TaxonomyIndex,
	cpvLabels: ReadonlyMap<string, string>,
): Record<string, string[]> {
	const labels: Record<string, string[]> = {};
	for (const { code, label } of taxonomy.segments) labels[code] = [label];
	for (const [cpv, label] of cpvLabels) {
		const segment = taxonomy.ofCpv(cpv);
		if (segment && label.trim().includes(" ")) labels[segment.code]?.push(label);
	}
	return labels;
}

/** Contributions under this share of the strongest are left unsaid. */
const SAID_SHARE = 0.25;

function leadingWords(contributions: readonly Contribution[]): Span[] {
	const strongest = Math.max(...contributions.map(({ weight }) => weight));
	const said = contributions.filter(({ weight }) => weight >= strongest * SAID_SHARE);
	return mergedSpans(said.map(({ span }) => span));
}
