import type { Segment } from "../reference.ts";
import { WordBook } from "./words.ts";

/** A phrase of the taxonomy found in a text. */
export interface PhraseHit {
	readonly segments: readonly string[];
	/** Words that count in the phrase. */
	readonly length: number;
	readonly start: number;
	readonly end: number;
	/** True when the text says it does not do it. */
	readonly denied: boolean;
}

interface Node {
	readonly next: Map<number, Node>;
	segments: string[];
}

/** Finds the phrases of the segments in texts, the longest first. Build it once: it holds every synonym. */
export class PhraseIndex {
	readonly #words = new WordBook();
	readonly #root: Node = { next: new Map(), segments: [] };

	/** `more`: phrases beside the synonyms; `less`: phrases that say nothing here, whatever the segment. */
	constructor(
		segments: readonly Segment[],
		options: { more?: Readonly<Record<string, readonly string[]>>; less?: readonly string[] } = {},
	) {
		const ignored = new Set((options.less ?? []).map((phrase) => this.#key(phrase)));
		for (const segment of segments) {
			for (const phrase of [...segment.synonyms, ...(options.more?.[segment.code] ?? [])]) {
				this.#add(phrase, ignored.has(this.#key(phrase)) ? null : segment.code);
			}
		}
		for (const phrase of options.less ?? []) this.#add(phrase, null);
	}

	find(text: string): PhraseHit[] {
		const tokens = this.#words.tokens(text);
		const hits: PhraseHit[] = [];
		let at = 0;
		while (at < tokens.length) {
			const first = tokens[at];
			let node = first?.known.stem ? this.#root.next.get(first.known.stem) : undefined;
			let best: Node | undefined;
			let bestEnd = at;
			let ahead = at;
			while (node) {
				if (node.segments.length) {
					best = node;
					bestEnd = ahead;
				}
				const token = tokens[++ahead];
				node =
					token && !token.afterBreak && token.known.stem
						? node.next.get(token.known.stem)
						: undefined;
			}
			if (!best || !first) {
				at++;
				continue;
			}
			const last = tokens[bestEnd] ?? first;
			const segments = best.segments.filter((code) => code !== NOTHING);
			if (segments.length) {
				hits.push({
					segments,
					length: bestEnd - at + 1,
					start: first.start,
					end: last.end,
					denied: first.denied,
				});
			}
			at = bestEnd + 1;
		}
		return hits;
	}

	#key(phrase: string): string {
		return this.#words.learn(phrase).join(" ");
	}

	#add(phrase: string, code: string | null): void {
		let node = this.#root;
		const numbers = this.#words.learn(phrase);
		if (numbers.length === 0) return;
		for (const number of numbers) {
			let next = node.next.get(number);
			if (!next) {
				next = { next: new Map(), segments: [] };
				node.next.set(number, next);
			}
			node = next;
		}
		const value = code ?? NOTHING;
		if (!node.segments.includes(value)) node.segments.push(value);
	}
}

/** Stands on a phrase that is known and tells nothing: it still uses up its words. */
const NOTHING = "";
