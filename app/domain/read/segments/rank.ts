import { PhraseIndex } from "../../inference/phrases.ts";
import type { TaxonomyIndex } from "../../taxonomy.ts";

/** Where something stands in a text as given: from `start` to `end`, excluded. */
export type Span = readonly [start: number, end: number];

export interface RankedSegment {
	readonly segment: string;
	/** 0 to 1: what speaks for it, beside what speaks for the others. */
	readonly score: number;
	/** The words that led there. */
	readonly words: readonly Span[];
}

export interface RankOptions {
	/** How many segments at most; 10 by default. */
	readonly limit?: number;
	/** Parts of the text that are something else: a place, an amount… */
	readonly skip?: readonly Span[];
}

/** Build one and keep it: it holds every label and synonym. */
export interface SegmentRanker {
	/** Best first; empty when nothing is recognised. The margin between the first two says whether to ask. */
	rank(text: string, options?: RankOptions): readonly RankedSegment[];
}

/** A CPV code written in a text outweighs its words. */
const CPV_WEIGHT = 10;
const CPV_CODE = /(?<![\d.,])\d{8}(?:-\d)?(?![\d.,]*\d)/g;
const DEFAULT_LIMIT = 10;
const PARENT_SHARE = 0.5;

interface Evidence {
	weight: number;
	readonly words: Span[];
}

/** Ranks the segments that a text speaks of: labels, synonyms, CPV codes. */
export function segmentRanker(
	taxonomy: TaxonomyIndex,
	cpvLabels: ReadonlyMap<string, string> = new Map(),
): SegmentRanker {
	const more: Record<string, string[]> = {};
	for (const { code, label } of taxonomy.segments) more[code] = [label];
	for (const [cpv, label] of cpvLabels) {
		const segment = taxonomy.ofCpv(cpv);
		if (segment) more[segment.code]?.push(label);
	}
	const phrases = new PhraseIndex(taxonomy.segments, { more });

	return {
		rank(text, { limit = DEFAULT_LIMIT, skip = [] } = {}) {
			const evidence = new Map<string, Evidence>();
			const shown = blank(text, skip);
			for (const match of shown.matchAll(CPV_CODE)) {
				const segment = taxonomy.ofCpv(match[0]);
				if (segment) note(evidence, segment.code, CPV_WEIGHT, spanOf(match));
			}
			for (const hit of phrases.find(shown)) {
				if (hit.denied) continue;
				const weight = (1 + 0.5 * (hit.length - 1)) / Math.sqrt(hit.segments.length);
				for (const code of hit.segments) note(evidence, code, weight, [hit.start, hit.end]);
			}
			for (const [code, { weight, words }] of [...evidence]) {
				if (taxonomy.get(code)?.parent !== null) continue;
				for (const leaf of taxonomy.children(code)) {
					if (!evidence.has(leaf.code)) continue;
					for (const span of words) note(evidence, leaf.code, 0, span);
					note(evidence, leaf.code, weight * PARENT_SHARE, null);
				}
			}
			const total = [...evidence.values()].reduce((sum, { weight }) => sum + weight, 0);
			return [...evidence]
				.map(([segment, { weight, words }]) => ({ segment, score: weight / total, words }))
				.sort((a, b) => b.score - a.score || (a.segment < b.segment ? -1 : 1))
				.slice(0, limit);
		},
	};
}

function note(
	evidence: Map<string, Evidence>,
	code: string,
	weight: number,
	span: Span | null,
): void {
	const entry = evidence.get(code) ?? { weight: 0, words: [] };
	evidence.set(code, entry);
	entry.weight += weight;
	if (span && !entry.words.some(([start]) => start === span[0])) entry.words.push(span);
}

/** Spaces in the place of what is to be skipped: offsets stay true. */
function blank(text: string, skip: readonly Span[]): string {
	let shown = text;
	for (const [start, end] of skip) {
		shown = shown.slice(0, start) + " ".repeat(end - start) + shown.slice(end);
	}
	return shown;
}

function spanOf(match: RegExpExecArray): Span {
	return [match.index, match.index + match[0].length];
}
