import type { Segment } from "./reference.ts";
import { cpvDigits, type TaxonomyIndex } from "./taxonomy.ts";
import { foldedWords } from "./text.ts";

export interface SegmentHit {
	readonly segment: Segment;
	/** The synonym that led there, when the label alone did not. */
	readonly because: string | null;
}

export interface SegmentSearch {
	/** Best first. A CPV code or prefix leads to its segment; words are looked for in labels and synonyms, from their beginnings. */
	search(query: string): SegmentHit[];
}

interface Phrase {
	readonly words: readonly string[];
	readonly text: string;
	readonly shown: string | null;
}

export function createSegmentSearch(taxonomy: TaxonomyIndex): SegmentSearch {
	const entries = taxonomy.segments.map((segment) => ({
		segment,
		phrases: [
			phrase(segment.label, null),
			...segment.synonyms.map((synonym) => phrase(synonym, synonym)),
			phrase(segment.code, null),
		],
	}));
	return {
		search(query) {
			const words = foldedWords(query).map(singular);
			if (words.length === 0) {
				// Nothing asked is everything; signs alone ask for something that no name holds.
				const all = query.trim() === "" ? taxonomy.segments : [];
				return all.map((segment) => ({ segment, because: null }));
			}
			if (words.length === 1 && /^\d{2,8}$/.test(words[0] ?? "")) return byCpv(taxonomy, query);
			const ranked = entries.flatMap(({ segment, phrases }, position) => {
				const best = bestOf(phrases, words);
				return best ? [{ segment, position, ...best }] : [];
			});
			return ranked
				.sort((a, b) => b.score - a.score || a.position - b.position)
				.map(({ segment, because }) => ({ segment, because }));
		},
	};
}

function phrase(text: string, shown: string | null): Phrase {
	const words = foldedWords(text).map(singular);
	return { words, text: words.join(" "), shown };
}

/** The s or x of the plural: enough for prefixes. */
function singular(word: string): string {
	return word.length > 3 ? word.replace(/[sx]$/, "") : word;
}

function byCpv(taxonomy: TaxonomyIndex, query: string): SegmentHit[] {
	const typed = query.trim();
	const digits = cpvDigits(typed);
	const owner = taxonomy.ofCpv(digits);
	const under = taxonomy.segments.filter(
		(segment) => segment !== owner && segment.cpv.some((prefix) => prefix.startsWith(typed)),
	);
	return [...(owner ? [owner] : []), ...under].map((segment) => ({ segment, because: null }));
}

/** 5 the phrase itself, 4 its beginning, 3 to 1 all the words somewhere in it; a label counts a little more than a synonym. */
function bestOf(
	phrases: readonly Phrase[],
	words: readonly string[],
): { score: number; because: string | null } | null {
	const text = words.join(" ");
	let best: { score: number; because: string | null } | null = null;
	for (const candidate of phrases) {
		const score = scoreOf(candidate, words, text) + (candidate.shown === null ? 0.5 : 0);
		if (score >= 1 && (!best || score > best.score)) best = { score, because: candidate.shown };
	}
	return best;
}

function scoreOf(candidate: Phrase, words: readonly string[], text: string): number {
	if (candidate.text === text) return 5;
	if (candidate.text.startsWith(text)) return 4;
	const found = words.every((word) => candidate.words.some((other) => other.startsWith(word)));
	return found ? 1 + (2 * words.length) / Math.max(words.length, candidate.words.length) : 0;
}
