import type { Taxonomy } from "#app/domain/reference.ts";
import { KIND_CODES } from "#app/domain/vocabulary.ts";
import type { IndexReader, TextColumn } from "#db/search/index-reads.server.ts";
import type { PhraseBook } from "#search/phrases.ts";
import type { Named } from "#search/synonyms.ts";
import type { WordGrams } from "#search/typos.ts";
import { contentWords, stemOf } from "#search/words.ts";
import type { SearchColumns } from "./columns.server.ts";
import { readIds } from "./ids.server.ts";

/** One bit per word: more are set aside. */
const MAX_WORDS = 12;
const MIN_PREFIX_LENGTH = 3;

/** What reading the words of a query needs. */
export interface Lexicon {
	readonly book: PhraseBook<Named>;
	readonly grams: WordGrams;
	readonly taxonomyWords: ReadonlySet<string>;
	readonly taxonomy: Taxonomy;
}

/** Where each word of a query is found: bit i for word i. */
export interface WordsMatch {
	/** Every bit that must be found somewhere. */
	readonly all: number;
	/** By row. */
	readonly name: Int32Array;
	readonly body: Int32Array;
	/** By row: the words that name what its offers, all together, answer for. */
	readonly offered: Int32Array;
	/** By segment number: the words that name it. */
	readonly bySegment: Int32Array;
	/** By rank in KIND_CODES. */
	readonly byKind: Int32Array;
	/** By number of the territory's code, of the tag. */
	readonly byDepartement: Int32Array;
	readonly byRegion: Int32Array;
	readonly byEpci: Int32Array;
	readonly byTag: Int32Array;
	readonly named: readonly Named[];
	/** Whether some word names a segment; a kind, a tag or a territory. */
	readonly namesSegments: boolean;
	readonly namesSuppliers: boolean;
	/** Stems, and beginnings of words, to highlight. */
	readonly stems: ReadonlySet<string>;
	readonly prefixes: readonly string[];
	readonly corrected: readonly { readonly from: string; readonly to: string }[];
	readonly ignored: readonly string[];
}

/** A word as it was found: `ids` are lists of supplier ids, by column. */
interface Reading {
	readonly kind: "stem" | "prefix" | "nowhere";
	readonly written: string;
	readonly word: string;
	readonly ids: Readonly<Record<TextColumn, string>>;
}

/** Finds the words of a query in the texts and among the names of segments, kinds and territories. Null: no word that matters. */
export function matchWords(
	q: string,
	columns: SearchColumns,
	reader: IndexReader,
	lexicon: Lexicon,
): WordsMatch | null {
	const digits = q.replace(/[\s.]/g, "");
	if (/^(\d{9}|\d{14})$/.test(digits)) return matchNumber(digits, columns, reader);
	const words = [...new Set(contentWords(q))];
	if (words.length === 0) return null;
	const kept = words.slice(0, MAX_WORDS);
	const runs = lexicon.book.runs(kept.map(stemOf));
	const readings = kept.map((word, index) => {
		const named = runs.some(({ from, to }) => from <= index && index < to);
		return readWord(word, named, reader, lexicon);
	});
	const found = readings.filter((reading) => reading.kind !== "nowhere");
	const ignored = [
		...readings.filter((reading) => reading.kind === "nowhere").map(({ written }) => written),
		...words.slice(MAX_WORDS),
	];
	const match = emptyMatch(columns, {
		// Words that lead nowhere are set aside when others lead somewhere; alone, they find nothing.
		all: found.length === 0 ? 1 : 2 ** found.length - 1,
		corrected: found
			.filter(({ written, word, kind }) => kind === "stem" && word !== written)
			.map(({ written, word }) => ({ from: written, to: word })),
		ignored,
		stems: new Set(found.filter(({ kind }) => kind === "stem").map(({ word }) => stemOf(word))),
		prefixes: found.filter(({ kind }) => kind === "prefix").map(({ word }) => word),
	});
	for (const [index, { ids }] of found.entries()) {
		markIds(ids.name, 1 << index, columns, match.name);
		markIds(ids.body, 1 << index, columns, match.body);
	}
	const stems = found.map(({ kind, word }) => (kind === "stem" ? stemOf(word) : ""));
	for (const { from, to, targets } of lexicon.book.runs(stems)) {
		const bits = 2 ** to - 2 ** from;
		for (const target of targets) markNamed(target, bits, columns, match);
		match.named.push(...targets);
	}
	markOffered(match, columns);
	match.namesSegments = match.named.some((name) => name.startsWith("segment:"));
	match.namesSuppliers = match.named.some((name) => !name.startsWith("segment:"));
	return match;
}

/** As it is, else as the beginning of longer words, else as a mistyped one. `named`: it names something by itself or with its neighbours. */
function readWord(word: string, named: boolean, reader: IndexReader, lexicon: Lexicon): Reading {
	const asStem = (read: string): Reading => ({
		kind: "stem",
		written: word,
		word: read,
		ids: {
			name: reader.idsOfStem("name", stemOf(read)),
			body: reader.idsOfStem("body", stemOf(read)),
		},
	});
	const exact = asStem(word);
	if (named || isFound(exact)) return exact;
	if (word.length >= MIN_PREFIX_LENGTH) {
		const begun: Reading = {
			kind: "prefix",
			written: word,
			word,
			ids: { name: reader.idsOfPrefix("name", word), body: reader.idsOfPrefix("body", word) },
		};
		if (isFound(begun)) return begun;
	}
	const correction = correct(word, reader, lexicon);
	return correction === null ? { ...exact, kind: "nowhere" } : asStem(correction);
}

function isFound({ ids }: Reading): boolean {
	return ids.name !== "" || ids.body !== "";
}

/**
 * Among the nearest words, one with the same first letter, which is seldom mistyped; then the one that most suppliers' texts hold. A word
 * of the taxonomy will do when texts hold none.
 */
function correct(word: string, reader: IndexReader, lexicon: Lexicon): string | null {
	let best: string | null = null;
	let bestLikelihood = 0;
	for (const candidate of lexicon.grams.nearest(word)) {
		const frequency = reader.frequency(candidate) + (lexicon.taxonomyWords.has(candidate) ? 1 : 0);
		if (frequency === 0) continue;
		// Less than 1 for any frequency: the first letter weighs more.
		const likelihood = 1 - 1 / (1 + frequency) + (candidate[0] === word[0] ? 1 : 0);
		if (likelihood > bestLikelihood) {
			best = candidate;
			bestLikelihood = likelihood;
		}
	}
	return best;
}

function matchNumber(digits: string, columns: SearchColumns, reader: IndexReader): WordsMatch {
	const match = emptyMatch(columns, {
		all: 1,
		corrected: [],
		ignored: [],
		stems: new Set(),
		prefixes: [],
	});
	for (const id of reader.idsOfNumber(digits)) {
		const row = columns.rowOfSupplier(id);
		if (row >= 0) match.name[row] = 1;
	}
	return match;
}

type MutableMatch = WordsMatch & {
	readonly named: Named[];
	namesSegments: boolean;
	namesSuppliers: boolean;
};

function emptyMatch(
	columns: SearchColumns,
	read: Pick<WordsMatch, "all" | "corrected" | "ignored" | "stems" | "prefixes">,
): MutableMatch {
	return {
		...read,
		name: new Int32Array(columns.size),
		body: new Int32Array(columns.size),
		offered: new Int32Array(columns.size),
		bySegment: new Int32Array(columns.segments.size),
		byKind: new Int32Array(KIND_CODES.length),
		byDepartement: new Int32Array(columns.departements.size),
		byRegion: new Int32Array(columns.regions.size),
		byEpci: new Int32Array(columns.epcis.size),
		byTag: new Int32Array(columns.tags.size),
		named: [],
		namesSegments: false,
		namesSuppliers: false,
	};
}

function markNamed(named: Named, bits: number, columns: SearchColumns, match: WordsMatch): void {
	const colon = named.indexOf(":");
	const [array, number] = placeOf(named.slice(0, colon), named.slice(colon + 1), columns, match);
	if (number >= 0 && number < array.length) array[number] = (array[number] ?? 0) | bits;
}

/** Where the bits of a name go; -1 when no supplier bears it. */
function placeOf(
	type: string,
	code: string,
	columns: SearchColumns,
	match: WordsMatch,
): [Int32Array, number] {
	switch (type) {
		case "segment":
			return [match.bySegment, columns.segments.numberOf(code)];
		case "kind":
			return [match.byKind, KIND_CODES.indexOf(code as (typeof KIND_CODES)[number])];
		case "departement":
			return [match.byDepartement, columns.departements.find(code) || -1];
		case "region":
			return [match.byRegion, columns.regions.find(code) || -1];
		case "epci":
			return [match.byEpci, columns.epcis.find(code) || -1];
		default:
			return [match.byTag, columns.tags.find(code) || -1];
	}
}

function markOffered(match: WordsMatch, columns: SearchColumns): void {
	for (let segment = 0; segment < match.bySegment.length; segment++) {
		const bits = match.bySegment[segment] as number;
		if (bits === 0) continue;
		for (const row of columns.rowsAnswering(segment)) {
			match.offered[row] = (match.offered[row] as number) | bits;
		}
	}
}

function markIds(ids: string, bit: number, columns: SearchColumns, into: Int32Array): void {
	for (const id of readIds(ids)) {
		const row = columns.rowOfSupplier(id);
		if (row >= 0) into[row] = (into[row] as number) | bit;
	}
}
