import { fold } from "../text.ts";

/** What a word as written is worth, wherever it stands. */
export interface KnownWord {
	/** A small word that says nothing: left out. */
	readonly stop: boolean;
	/** « hors », « sauf », « sans »… */
	readonly denial: boolean;
}

/** A word that counts; `start` and `end` point into the text as written. */
export interface Token<Known extends KnownWord> {
	readonly known: Known;
	readonly start: number;
	readonly end: number;
	/** True when a comma, a full stop, a line… stands before it: a phrase does not cross it. */
	readonly afterBreak: boolean;
	/** True after « hors », « sauf », « sans »…, up to the next break. */
	readonly denied: boolean;
}

const STOP_WORDS = new Set(
	"a au aux avec ce ces d dans de des du elle en est et il l la le les leur leurs notre nos ou par pour qu que qui s sa se ses son sont sur un une vos votre y".split(
		" ",
	),
);

/** What follows is not done: « hors vitrerie », « à l’exception du linge », « pas de … ». */
const DENIALS = new Set(
	"hors hormis sauf sans excepte exceptee exceptes exceptees exception exclusion excluant ni pas aucun aucune non".split(
		" ",
	),
);

const WORD = /[\p{L}\p{N}]+/gu;
const CACHE_LIMIT = 60_000;

/** A word by the number of its stem in the index; 0 for a word that no phrase uses. */
interface Numbered extends KnownWord {
	readonly stem: number;
}

/** The part a word plays in any sentence. */
export function partOf(folded: string): KnownWord {
	return { stop: STOP_WORDS.has(folded), denial: DENIALS.has(folded) };
}

/** The words of a text that count, stop words out. `known` is asked for every word as written. */
export function cutWords<Known extends KnownWord>(
	text: string,
	known: (written: string) => Known,
): Token<Known>[] {
	const tokens: Token<Known>[] = [];
	let lastEnd = 0;
	let afterBreak = true;
	let denied = false;
	WORD.lastIndex = 0;
	for (let match = WORD.exec(text); match; match = WORD.exec(text)) {
		const start = match.index;
		if (start > lastEnd && isBreak(text, lastEnd, start)) {
			afterBreak = true;
			denied = false;
		}
		lastEnd = start + match[0].length;
		const word = known(match[0]);
		if (word.stop) continue;
		tokens.push({ known: word, start, end: lastEnd, afterBreak, denied });
		if (word.denial) denied = true;
		afterBreak = false;
	}
	return tokens;
}

/**
 * Plural, feminine and mute endings off, nothing more: « jardinières » → « jardinier », « locaux » → « local ».
 * A word that would keep three letters or fewer stays whole: « plus » is not « PLU ».
 */
export function lightStem(folded: string): string {
	let word = folded;
	if (word.length <= 3) return word;
	if (word.endsWith("aux") && !word.endsWith("eaux")) word = `${word.slice(0, -3)}al`;
	else if (/[^s]s$|x$/.test(word)) word = word.slice(0, -1);
	if (word.endsWith("e")) word = word.slice(0, -1);
	if (word.endsWith("e")) word = word.slice(0, -1);
	return word.length <= 3 ? folded : word;
}

/** Numbers the stems that phrases use, and cuts texts into tokens. Words seen once are remembered. */
export class WordBook {
	readonly #stems = new Map<string, number>();
	readonly #words = new Map<string, Numbered>();

	/** Stem numbers of a phrase, stop words out; new stems get a number. */
	learn(phrase: string): number[] {
		const numbers: number[] = [];
		for (const word of fold(phrase).match(WORD) ?? []) {
			if (STOP_WORDS.has(word)) continue;
			const stem = lightStem(word);
			let number = this.#stems.get(stem);
			if (number === undefined) {
				number = this.#stems.size + 1;
				this.#stems.set(stem, number);
			}
			numbers.push(number);
		}
		return numbers;
	}

	tokens(text: string): Token<Numbered>[] {
		return cutWords(text, (written) => this.#known(written));
	}

	#known(written: string): Numbered {
		const seen = this.#words.get(written);
		if (seen) return seen;
		const folded = fold(written);
		const known = { stem: this.#stems.get(lightStem(folded)) ?? 0, ...partOf(folded) };
		if (this.#words.size > CACHE_LIMIT) this.#words.clear();
		this.#words.set(written, known);
		return known;
	}
}

/** Anything but spaces, apostrophes, quotes and a hyphen inside a word. */
function isBreak(text: string, from: number, to: number): boolean {
	for (let at = from; at < to; at++) {
		const char = text[at] ?? "";
		if (char === "\n") return true;
		if (char === "-" || char === "–" || char === "—") {
			if (to - from > 1) return true;
		} else if (!/[\s'’‘"«»&]/.test(char)) return true;
	}
	return false;
}
