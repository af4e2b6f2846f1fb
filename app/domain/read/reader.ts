import type { Criteria } from "../criteria.ts";
import type { PlaceRows } from "../places-index.ts";
import type { TaxonomyIndex } from "../taxonomy.ts";
import { readAmounts } from "./amounts.ts";
import { buildNeed } from "./build-need.ts";
import { commonWords } from "./common-words.ts";
import { readConditions } from "./conditions.ts";
import { readContractForm, readContractLength } from "./contract.ts";
import { readDenials } from "./denials.ts";
import { readHours } from "./hours.ts";
import { withLabelWords } from "./label-words.ts";
import { notUnderstood } from "./left-over.ts";
import { createPlaceBook } from "./place-book.ts";
import { readPlaces } from "./places.ts";
import { readQuantities, readSiteCount } from "./quantities.ts";
import { readReferences } from "./references.ts";
import { readReservation } from "./reservation.ts";
import { applyReuse, findReuse } from "./reuse.ts";
import { readRhythm } from "./rhythm.ts";
import { askSegments } from "./segment-questions.ts";
import type { RankedSegment, SegmentRanker } from "./segments/rank.ts";
import { type FoundService, findServices, wordsToSkip } from "./services.ts";
import { isRecord, Sheet } from "./sheet.ts";
import { readStart } from "./start-date.ts";
import { createTradeConditions } from "./trade-conditions.ts";
import type { Reading, ReadOption, ReadPart, ReadQuestion } from "./types.ts";

export interface ReaderReference {
	readonly taxonomy: TaxonomyIndex;
	readonly criteria: Criteria;
	readonly places: PlaceRows;
	/** Asked at each reading: the labels it knows may change. */
	ranker(): SegmentRanker;
}

export interface ReadOptions {
	/** ISO date; null: dates without a year stay not understood. */
	readonly today: string | null;
}

export interface NeedReader {
	/** What a French sentence or paragraph says of a need. Never throws; what is not understood stays visible. */
	read(text: string, options: ReadOptions): Reading;
}

/** How many segments a reading lists. */
const SEGMENTS = 10;

/** Build one and keep it: it holds every name of a place. */
export function createNeedReader(reference: ReaderReference): NeedReader {
	const { taxonomy } = reference;
	const trade = createTradeConditions(reference.criteria.all);
	const book = createPlaceBook(reference.places);
	const common = commonWords(taxonomy);

	return {
		read(text, { today }) {
			const sheet = new Sheet(text);
			const ranker = reference.ranker();
			const reuse = findReuse(sheet);
			for (const hit of reuse) sheet.setAside(hit);
			readReservation(sheet);
			readConditions(sheet);
			trade.read(sheet);
			readReferences(sheet);
			readContractForm(sheet);
			readStart(sheet, today);
			readContractLength(sheet);
			readAmounts(sheet);
			readSiteCount(sheet);
			readHours(sheet);
			readQuantities(sheet);
			readRhythm(sheet);
			readPlaces(sheet, book, common);
			readDenials(sheet, ranker.phrases);
			// What is counted and what is to be reused tell the segment too.
			const counted = sheet.mentions.filter(({ field }) => field === "quantity");
			const skip = wordsToSkip(sheet, [...reuse, ...counted], ranker.phrases);
			const ranked = ranker.rank(text, { limit: SEGMENTS, skip });
			const found = findServices(sheet, skip, { taxonomy, ranker, ranked });
			const services = withLabelWords(sheet, applyReuse(sheet, found, reuse, taxonomy), taxonomy);
			askSegments(sheet, services, taxonomy);
			const { need, parts } = buildNeed(sheet, services, taxonomy);
			const understood = [...parts, ...sheet.warnings, ...sheet.questions].flatMap(
				({ words }) => words,
			);
			return {
				need,
				segments: listed(ranked, services),
				parts,
				notUnderstood: notUnderstood(sheet, understood),
				questions: placed(sheet.questions, parts),
				warnings: sheet.warnings,
			};
		},
	};
}

/** The ranking of the whole text, and what only a part of it, or the words of reuse, led to. */
function listed(
	ranked: readonly RankedSegment[],
	services: readonly FoundService[],
): RankedSegment[] {
	const added = services
		.filter(({ segment }) => !ranked.some((one) => one.segment === segment))
		.map(({ segment, words, candidates }) => ({
			segment,
			words,
			score: candidates.find((one) => one.segment === segment)?.score ?? ranked[0]?.score ?? 0,
		}));
	return [...ranked, ...added].sort((a, b) => b.score - a.score);
}

/** A question about a requirement is about that of the service its words are about. */
function placed(questions: readonly ReadQuestion[], parts: readonly ReadPart[]): ReadQuestion[] {
	return questions.map((question) => {
		if (!SERVICE_QUESTIONS.has(question.about)) return question;
		const at = question.words[0]?.[0];
		const part = parts.find(
			({ path, words }) =>
				path.endsWith(`.${question.path}`) && words.some(([start]) => start === at),
		);
		const path = part?.path ?? `services[0].${question.path}`;
		return {
			...question,
			path,
			options: question.options.map((option) => completed(option, part)),
		};
	});
}

/** The quantity proposed takes the period that the part was given. */
function completed(option: ReadOption, part: ReadPart | undefined): ReadOption {
	if (!isRecord(option.value) || !isRecord(part?.value) || option.value["per"] !== null)
		return option;
	return { ...option, value: { ...option.value, per: part.value["per"] ?? null } };
}

const SERVICE_QUESTIONS: ReadonlySet<string> = new Set(["amount", "quantity", "window"]);
