import { stemmer } from "@orama/stemmers/french";
import { fold, foldedWords } from "#app/domain/text.ts";

/** Words that say nothing by themselves; left out of texts and queries alike. Folded. */
const STOP_WORDS = new Set(
	"a au aux avec ce ces d dans de des du en est et l la le les leur leurs ou par pour qu que qui s sa sans se ses son sur un une vos votre y".split(
		" ",
	),
);

/** No word holds it: it is no letter and no digit. */
const STEM_MARK = "_";
const MAX_WORD_LENGTH = 40;
const MAX_REMEMBERED = 200_000;

/** Nearly every text: Latin letters and the usual punctuation. Read without the slower Unicode classes. */
const LATIN_TEXT = /^[\0-\u024f\u2000-\u20cf]*$/;
const LATIN_WORDS = /[0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]+/g;

/** Words as written → folded; empty when they are to be left out. */
const contents = new Map<string, string>();
const stems = new Map<string, string>();

/** Folded words that carry meaning, in order, repeated ones included. */
export function contentWords(text: string): string[] {
	if (!LATIN_TEXT.test(text)) return foldedWords(text).filter(isContent);
	const words: string[] = [];
	for (const written of text.match(LATIN_WORDS) ?? []) {
		const word = contents.get(written) ?? remember(contents, written, contentOf(written));
		if (word !== "") words.push(word);
	}
	return words;
}

function contentOf(written: string): string {
	const word = fold(written);
	return isContent(word) ? word : "";
}

function isContent(word: string): boolean {
	return !STOP_WORDS.has(word) && word.length <= MAX_WORD_LENGTH;
}

function remember(memory: Map<string, string>, key: string, value: string): string {
	if (memory.size >= MAX_REMEMBERED) memory.clear();
	memory.set(key, value);
	return value;
}

/** The French stem of a folded word: « locaux » and « local » have the same. Words with digits are their own. */
export function stemOf(word: string): string {
	const known = stems.get(word);
	if (known !== undefined) return known;
	return remember(stems, word, word.length < 3 || /[^a-z]/.test(word) ? word : stemmer(word));
}

/** How a stem is written in the index, so that it is never taken for a word. */
export function stemToken(stem: string): string {
	return STEM_MARK + stem;
}

/** The words among such tokens, stems left out. */
export function wordsOfTokens(tokens: string): string[] {
	return tokens.split(" ").filter((token) => token !== "" && !token.startsWith(STEM_MARK));
}

/**
 * What the index holds of a text: each word once, and its stem when it differs.
 *
 * A query then looks for the stem both as a word and as a stem.
 */
export function indexTokens(words: readonly string[]): string {
	const tokens = new Set<string>();
	for (const word of words) {
		tokens.add(word);
		const stem = stemOf(word);
		if (stem !== word) tokens.add(stemToken(stem));
	}
	return [...tokens].join(" ");
}
