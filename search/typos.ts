import { editDistance } from "#app/domain/text.ts";

/** Words shorter than this are never corrected: too many others are near. */
export const MIN_CORRECTED_LENGTH = 4;

/** Three-letter runs of a word, its ends marked: « eau » → ^ea, eau, au$. Each once. */
export function gramsOf(word: string): string[] {
	const marked = `^${word}$`;
	const grams = new Set<string>();
	for (let i = 0; i + 3 <= marked.length; i++) grams.add(marked.slice(i, i + 3));
	return [...grams];
}

/** Whether a word of the texts can be what a mistyped one meant. */
export function isCorrectable(word: string): boolean {
	return word.length >= MIN_CORRECTED_LENGTH && /^[a-z]+$/.test(word);
}

/** Edits allowed, neighbours swapped counting as one: 1 in a short word, 2 in a longer one. */
export function maxEdits(word: string): number {
	return word.length <= 5 ? 1 : 2;
}

/** Words that share three-letter runs with one are looked at, this many of the most alike. */
const MAX_CANDIDATES = 120;

/** The words of the texts, found by three-letter runs. */
export class WordGrams {
	private readonly words: string[] = [];
	private readonly withGram = new Map<string, number[]>();
	private readonly known = new Set<string>();

	add(word: string): void {
		if (!isCorrectable(word) || this.known.has(word)) return;
		this.known.add(word);
		const number = this.words.push(word) - 1;
		for (const gram of gramsOf(word)) {
			const numbers = this.withGram.get(gram);
			if (numbers) numbers.push(number);
			else this.withGram.set(gram, [number]);
		}
	}

	/** The words nearest to one that is not known: all those at the smallest distance, none beyond `maxEdits`. */
	nearest(word: string): string[] {
		if (word.length < MIN_CORRECTED_LENGTH) return [];
		return nearestWords(word, this.alike(word));
	}

	private alike(word: string): string[] {
		const edits = maxEdits(word);
		const grams = gramsOf(word);
		const shared = new Uint8Array(this.words.length);
		const touched: number[] = [];
		for (const gram of grams) {
			for (const number of this.withGram.get(gram) ?? []) {
				const before = shared[number] ?? 0;
				if (before === 0) touched.push(number);
				shared[number] = before + 1;
			}
		}
		return touched
			.filter((n) => Math.abs((this.words[n]?.length ?? 0) - word.length) <= edits)
			.sort((a, b) => (shared[b] ?? 0) - (shared[a] ?? 0) || a - b)
			.slice(0, MAX_CANDIDATES)
			.map((n) => this.words[n] ?? "");
	}
}

/** The nearest of some words, all those at the smallest distance. */
function nearestWords(word: string, candidates: Iterable<string>): string[] {
	let best = maxEdits(word);
	let nearest: string[] = [];
	for (const candidate of candidates) {
		const distance = editDistance(word, candidate, best);
		if (distance > best) continue;
		if (distance < best) nearest = [];
		best = distance;
		nearest.push(candidate);
	}
	return nearest;
}
