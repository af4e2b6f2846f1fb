import type { PhraseIndex } from "../inference/phrases.ts";
import type { Taxonomy } from "../reference.ts";
import type { TaxonomyIndex } from "../taxonomy.ts";
import type { Span } from "./folded-text.ts";
import type { RankedSegment, SegmentRanker } from "./segments/rank.ts";
import { withoutSpans } from "./segments/span.ts";
import { FREE, type Hit, isRecord, type Sheet } from "./sheet.ts";

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

/** What was read as something else. Words of a trade's conditions are left when nothing else names what is bought: « location et entretien de linge plat ». */
export function wordsToSkip(
	sheet: Sheet,
	left: readonly Pick<Hit, "start" | "end">[],
	phrases: PhraseIndex,
): Span[] {
	const skip = sheet.taken(left);
	const named = phrases.find(sheet.given).filter(({ denied }) => !denied);
	const overlaps = (spans: readonly Span[], { start, end }: { start: number; end: number }) =>
		spans.some(([from, to]) => from < end && start < to);
	if (named.some((phrase) => !overlaps(skip, phrase))) return skip;
	const trade = sheet.mentions.filter(
		({ field, words }) =>
			(field === "certificates" || field === "capabilities") &&
			named.some((phrase) => overlaps(words, phrase)),
	);
	return trade.length === 0 ? skip : sheet.taken([...left, ...trade]);
}

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
		const rank = (more: readonly Span[]) =>
			ranker.rank(sheet.given, {
				skip: [...skip, ...more.filter(([start, end]) => end > start)],
			});
		const whole = isWhole ? ranked : rank(outside);
		const purpose = isWeak(whole) ? purposeIn(sheet, from, to) : null;
		const head = purpose === null ? [] : rank([...outside, [purpose, to]]);
		const named = () =>
			ranker.phrases
				.find(withoutSpans(sheet.given.slice(0, purpose ?? 0), skip))
				.flatMap(({ segments }) => segments)
				.filter((code) => isLeaf(code, taxonomy));
		const ranking = isSurer(head, whole, named) ? head : whole;
		const candidates = isWeak(ranking)
			? measuredFirst(ranking, unitsIn(sheet, from, to), taxonomy)
			: ranking;
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

const PURPOSE = /(?<![\p{L}])(?:pour|destinee?s?)(?![\p{L}])/u;

/** Where it begins to be said for whom or for what the purchase is, as an offset in the text as given; null when it is not. */
function purposeIn(sheet: Sheet, from: number, to: number): number | null {
	const start = sheet.folded.indexOf(from);
	const at = sheet.text.slice(start, sheet.folded.indexOf(to)).search(PURPOSE);
	return at <= 0 ? null : sheet.folded.spanOf(start + at, start + at + 1)[0];
}

/** Under this score nothing is recognised for sure. */
const WEAK = 0.2;

function isWeak([first]: readonly RankedSegment[]): boolean {
	return first !== undefined && first.score < WEAK;
}

/** « chaises pour la salle des fêtes »: what is bought is named, and the rest only confuses. */
function isSurer(
	[head]: readonly RankedSegment[],
	[whole]: readonly RankedSegment[],
	named: () => readonly string[],
): boolean {
	if (!head || !whole || head.score < 2 * whole.score) return false;
	return named().includes(head.segment);
}

/** How far under the first a trade may be for its unit to tell. */
const TOLD_BY_UNIT = 0.1;

/** « Restauration : 80 couverts »: when nothing is sure, what is counted tells between trades. */
function measuredFirst(
	ranking: readonly RankedSegment[],
	units: readonly string[],
	taxonomy: Taxonomy,
): readonly RankedSegment[] {
	const [first] = ranking;
	if (!first) return ranking;
	const isMeasured = ({ segment }: RankedSegment) =>
		units.includes(taxonomy.get(segment)?.unit ?? "");
	const told = isMeasured(first)
		? undefined
		: ranking.find((one) => isMeasured(one) && one.score >= TOLD_BY_UNIT * first.score);
	return told ? [told, ...ranking.filter((one) => one !== told)] : ranking;
}

/** Units of the quantities said in a stretch, those of objects apart: nearly any trade counts by the piece. */
function unitsIn({ mentions }: Sheet, from: number, to: number): string[] {
	return mentions
		.filter(
			({ field, words }) =>
				field === "quantity" && words.some(([start, end]) => start < to && end > from),
		)
		.flatMap(({ value }) => (isRecord(value) ? String(value["unit"]) : []))
		.filter((unit) => unit !== "piece");
}

function isLeaf(code: string, taxonomy: Taxonomy): boolean {
	return taxonomy.get(code)?.parent !== null;
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
		.find(withoutSpans(sheet.given, skip))
		.filter(
			({ denied, segments, start, end }) =>
				!denied && !isSkipped(start, end) && segments.some((code) => isLeaf(code, taxonomy)),
		);
	const cuts: number[] = [];
	for (const [i, anchor] of anchors.entries()) {
		const before = anchors[i - 1];
		if (!before || anchor.segments.some((code) => before.segments.includes(code))) continue;
		const [from, to] = [sheet.folded.indexOf(before.end), sheet.folded.indexOf(anchor.start)];
		const between = freeText(sheet, from, to);
		const join = lastMatch(between);
		if (join === null || BELONGS.test(between)) continue;
		cuts.push(sheet.folded.spanOf(from + join, to)[0]);
	}
	const bounds = [0, ...cuts, sheet.given.length];
	return bounds.slice(1).map((to, i) => [bounds[i] ?? 0, to] as const);
}

/** What nobody read between two places, the rest blank: « hors vitrerie et » joins, it describes nothing. */
function freeText(sheet: Sheet, from: number, to: number): string {
	return Array.from({ length: Math.max(0, to - from) }, (_, i) =>
		sheet.stateAt(from + i) === FREE ? (sheet.text[from + i] ?? "") : " ",
	).join("");
}

/** Where the joining words begin, up to the second phrase; a number may stand between: « et 50 vélos ». */
function lastMatch(between: string): number | null {
	let at: number | null = null;
	for (const match of between.matchAll(JOINED)) at = match.index;
	return at;
}
