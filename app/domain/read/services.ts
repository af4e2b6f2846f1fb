import type { PhraseIndex } from "../inference/phrases.ts";
import type { Taxonomy } from "../reference.ts";
import type { TaxonomyIndex } from "../taxonomy.ts";
import type { Span } from "./folded-text.ts";
import type { RankedSegment, SegmentRanker } from "./segments/rank.ts";
import type { Sheet } from "./sheet.ts";

/** One thing to buy, found in a stretch of the text. */
export interface FoundService {
	readonly segment: string;
	readonly words: readonly Span[];
	/** What else these words may be, best first, the segment itself included. */
	readonly candidates: readonly RankedSegment[];
	/** The stretch of the text as given that is about it. */
	readonly from: number;
	readonly to: number;
	/** Where its own words begin and end. */
	readonly start: number;
	readonly end: number;
}

/** Two services are joined by these words, and nothing but small words between the last of them and the second. */
const JOINED =
	/(?:[,;/+.\n•:]|(?<![\p{L}])(?:et|ainsi que|puis|ou|plus|-)(?![\p{L}]))(?:[^\p{L}\p{N}]|(?<![\p{L}])(?:l|d|de|du|des|la|le|les|un|une|lot|n|\d+|prestations?|services?|travaux|entretien|fournitures?|achats?|realisation|petits?|petites?)(?![\p{L}\p{N}]))*$/gu;
/** What follows describes the service before it. */
const BELONGS =
	/(?<![\p{L}])(?:avec|dont|hors|sauf|sans|compris|comprenant|pour|type|comme|notamment|afin)(?: [\p{L}']+){0,3} ?$/u;
const MAX_SERVICES = 8;

/** The things to buy: several when the text joins phrases of different segments. */
export function findServices(
	sheet: Sheet,
	skip: readonly Span[],
	{
		taxonomy,
		ranker,
		ranked,
	}: {
		taxonomy: TaxonomyIndex;
		ranker: SegmentRanker;
		/** The ranking of the whole text without what is skipped. */
		ranked: readonly RankedSegment[];
	},
): FoundService[] {
	const services: FoundService[] = [];
	for (const [from, to] of stretches(sheet, skip, ranker.phrases, taxonomy)) {
		const outside: Span[] = [
			[0, from],
			[to, sheet.given.length],
		];
		const isWhole = from === 0 && to === sheet.given.length;
		const candidates = isWhole
			? ranked
			: ranker.rank(sheet.given, {
					skip: [...skip, ...outside.filter(([start, end]) => end > start)],
				});
		const best = candidates[0];
		if (!best || best.words.length === 0) continue;
		const known = services.findIndex(({ segment }) => isKin(segment, best.segment, taxonomy));
		const found = {
			segment: best.segment,
			words: best.words,
			candidates,
			from,
			to,
			start: Math.min(...best.words.map(([start]) => start)),
			end: Math.max(...best.words.map(([, end]) => end)),
		};
		const other = services[known];
		if (!other) services.push(found);
		else services[known] = joined(other, found, taxonomy);
	}
	return services.slice(0, MAX_SERVICES);
}

function isKin(a: string, b: string, taxonomy: TaxonomyIndex): boolean {
	return a === b || taxonomy.get(a)?.parent === b || taxonomy.get(b)?.parent === a;
}

/** Two stretches about the same thing: the leaf says more than its parent. */
export function joined(a: FoundService, b: FoundService, taxonomy: Taxonomy): FoundService {
	const main = taxonomy.get(a.segment)?.parent === null ? b : a;
	return {
		...main,
		words: [...a.words, ...b.words],
		from: Math.min(a.from, b.from),
		to: Math.max(a.to, b.to),
		start: Math.min(a.start, b.start),
		end: Math.max(a.end, b.end),
	};
}

/** The text cut between phrases of leaves that are joined by « et », a comma, a line… */
function stretches(
	sheet: Sheet,
	skip: readonly Span[],
	phrases: PhraseIndex,
	taxonomy: TaxonomyIndex,
): Span[] {
	const isSkipped = (start: number, end: number) =>
		skip.some(([from, to]) => from < end && start < to);
	const anchors = phrases
		.find(sheet.given)
		.filter(
			({ denied, segments, start, end }) =>
				!denied &&
				!isSkipped(start, end) &&
				segments.some((code) => taxonomy.get(code)?.parent !== null),
		);
	const cuts: number[] = [];
	for (const [i, anchor] of anchors.entries()) {
		const before = anchors[i - 1];
		if (!before || anchor.segments.some((code) => before.segments.includes(code))) continue;
		const [from, to] = [sheet.folded.indexOf(before.end), sheet.folded.indexOf(anchor.start)];
		const between = sheet.text.slice(from, to);
		const join = lastMatch(between);
		if (join === null || BELONGS.test(between)) continue;
		cuts.push(sheet.folded.spanOf(from + join, to)[0]);
	}
	const bounds = [0, ...cuts, sheet.given.length];
	return bounds.slice(1).map((to, i) => [bounds[i] ?? 0, to] as const);
}

/** Where the joining words begin, up to the second phrase; a number may stand between: « et 50 vélos ». */
function lastMatch(between: string): number | null {
	let at: number | null = null;
	for (const match of between.matchAll(JOINED)) at = match.index;
	return at;
}
