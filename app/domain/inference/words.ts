import { fold } from "../text.ts";

/** A word that counts, by the number of its stem; `start` and `end` point into the text as written. */
export interface Token {
	/** Stem number in the index; 0 for a word that no phrase uses. */
	readonly stem: number;
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

/** What a word as written is worth: the number of its stem (0 unknown), and its part in the sentence. */
interface Known {
	readonly stem: number;
	readonly stop: boolean;
	readonly denial: boolean;
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
	readonly #words = new Map<string, Known>();

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

	tokens(text: string): Token[] {
		const tokens: Token[] = [];
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
			const word = match[0];
			lastEnd = start + word.length;
			const { stem, stop, denial } = this.#known(word);
			if (stop) continue;
			tokens.push({ stem, start, end: lastEnd, afterBreak, denied });
			if (denial) denied = true;
			afterBreak = false;
		}
		return tokens;
	}

	#known(word: string): Known {
		const seen = this.#words.get(word);
		if (seen) return seen;
		const folded = fold(word);
		const known = {
			stem: this.#stems.get(lightStem(folded)) ?? 0,
			stop: STOP_WORDS.has(folded),
			denial: DENIALS.has(folded),
		};
		if (this.#words.size > CACHE_LIMIT) this.#words.clear();
		this.#words.set(word, known);
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
