import { formatNumber } from "#app/domain/french-format.ts";
import { type PartReference, partLabel, partValue } from "#app/domain/read/part-words.ts";
import { type Piece, piecesOf } from "#app/domain/read/pieces.ts";
import { typedValue } from "#app/domain/read/to-form.ts";
import {
	MAX_READ_LENGTH,
	type Reading,
	type ReadPart,
	type ReadQuestion,
} from "#app/domain/read/types.ts";

/** What the page shows of a reading: plain data. */
export interface ReadView {
	readonly text: string;
	/** Why the text was not read; null when it was. */
	readonly problem: string | null;
	/** Null before anything was written. */
	readonly reading: ReadingView | null;
}

export interface ReadingView {
	readonly pieces: readonly Piece[];
	readonly parts: readonly PartRow[];
	readonly questions: readonly QuestionRow[];
	readonly warnings: readonly string[];
	readonly left: readonly string[];
	/** All the segments, by family, to correct one. */
	readonly families: readonly {
		label: string;
		options: readonly { value: string; label: string }[];
	}[];
}

export interface PartRow {
	readonly path: string;
	readonly label: string;
	/** « Prestation 2 » when there are several; null otherwise. */
	readonly of: string | null;
	readonly value: string;
	readonly words: readonly string[];
	readonly field: "segment" | "text" | null;
	/** What the field holds. */
	readonly typed: string;
}

export interface QuestionRow {
	readonly rank: number;
	/** « Prestation 2 » when there are several; null otherwise. */
	readonly of: string | null;
	readonly text: string;
	readonly words: readonly string[];
	readonly options: readonly string[];
	readonly chosen: number | null;
	/** Where what is typed goes, when there is nothing to choose. */
	readonly typedPath: string | null;
}

/** Why a text cannot be read, in French; null when it can. */
export function textProblem(text: string): string | null {
	if (text.trim() === "") return "Écrivez ce dont vous avez besoin, en une phrase.";
	if (text.length <= MAX_READ_LENGTH) return null;
	return `Ce texte compte ${formatNumber(text.length)} caractères, la limite est de ${formatNumber(MAX_READ_LENGTH)} : gardez ce qui décrit le besoin.`;
}

export function readingView(text: string, reading: Reading, reference: PartReference): ReadingView {
	const { taxonomy } = reference;
	const quote = ([start, end]: readonly [number, number]) =>
		text.slice(start, end).replace(/\s+/g, " ");
	return {
		pieces: piecesOf(text, reading),
		parts: [
			...missingTrades(reading),
			...reading.parts.filter(({ path }) => !isAsked(path, reading.questions)),
		].map((part) => partRow(part, reading, reference, quote)),
		questions: reading.questions.map((question, rank) => ({
			rank,
			of: serviceName(question.path, reading),
			text: question.text,
			words: question.words.map(quote),
			options: question.options.map(({ label }) => label),
			chosen: question.chosen,
			typedPath: question.options.length === 0 ? question.path : null,
		})),
		warnings: reading.warnings.map(({ message }) => message),
		left: reading.notUnderstood.map(quote),
		families: taxonomy.segments
			.filter(({ parent }) => parent === null)
			.map(({ code, label }) => ({
				label,
				options: [
					...taxonomy.children(code).map((leaf) => ({ value: leaf.code, label: leaf.label })),
					{ value: code, label: `${label} (toute la famille)` },
				],
			})),
	};
}

/** A part that a question is about stands in the question. */
function isAsked(path: string, questions: readonly ReadQuestion[]): boolean {
	return questions.some((question) => question.path === path && question.options.length > 0);
}

/** Conditions were read, and not of what: the trade is to be chosen. */
function missingTrades(reading: Reading): ReadPart[] {
	return reading.need.services.flatMap(({ segment }, i) =>
		segment === undefined ? [{ path: `services[${i}].segment`, value: "", words: [] }] : [],
	);
}

function serviceName(path: string, { need }: Reading): string | null {
	const service = /^services\[(\d+)\]/.exec(path)?.[1];
	return need.services.length > 1 && service !== undefined
		? `Prestation ${Number(service) + 1}`
		: null;
}

function partRow(
	part: ReadPart,
	reading: Reading,
	reference: PartReference,
	quote: (span: readonly [number, number]) => string,
): PartRow {
	const isSegment = part.path.endsWith(".segment");
	const typed = isSegment ? String(part.value) : typedValue(part, reading);
	return {
		path: part.path,
		label: partLabel(part.path),
		of: serviceName(part.path, reading),
		value: part.value === "" ? "" : partValue(part.path, part.value, reference),
		words: part.words.map(quote),
		field: isSegment ? "segment" : typed === null ? null : "text",
		typed: typed ?? "",
	};
}
