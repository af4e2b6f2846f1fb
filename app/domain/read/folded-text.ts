import { fold } from "../text.ts";
import type { Span } from "./segments/span.ts";

export type { Span } from "./segments/span.ts";

/** A text in lower case without accents, plain spaces and hyphens, that still knows where each of its letters came from. */
export interface FoldedText {
	readonly text: string;
	/** The place in the text as given of a piece of the folded one. */
	spanOf(start: number, end: number): Span;
	/** The first letter of the folded text at or after a place of the text as given. */
	indexOf(offset: number): number;
}

const PLAIN: Readonly<Record<string, string>> = {
	"²": "2",
	"³": "3",
	"×": "x",
	º: "°",
	"\n": "\n",
};

/** Folds letter by letter, so that offsets lead back. */
export function foldText(given: string): FoldedText {
	const letters: string[] = [];
	const starts: number[] = [];
	const ends: number[] = [];
	let at = 0;
	for (const letter of given) {
		const end = at + letter.length;
		const folded = foldLetter(letter);
		// A combining accent belongs to the letter before it.
		if (folded === "" && ends.length > 0) ends[ends.length - 1] = end;
		for (const unit of folded) {
			letters.push(unit);
			for (let i = 0; i < unit.length; i++) {
				starts.push(at);
				ends.push(end);
			}
		}
		at = end;
	}
	return {
		text: letters.join(""),
		spanOf: (start, end) => [starts[start] ?? given.length, ends[end - 1] ?? given.length],
		indexOf: (offset) => {
			let low = 0;
			let high = starts.length;
			while (low < high) {
				const middle = (low + high) >>> 1;
				if ((ends[middle] ?? 0) <= offset) low = middle + 1;
				else high = middle;
			}
			return low;
		},
	};
}

function foldLetter(letter: string): string {
	if (letter >= "a" && letter <= "z") return letter;
	const plain = PLAIN[letter];
	if (plain !== undefined) return plain;
	if (/[\s\u200b\ufeff]/.test(letter)) return " ";
	if (/[‐‑‒–—−]/.test(letter)) return "-";
	return fold(letter);
}
