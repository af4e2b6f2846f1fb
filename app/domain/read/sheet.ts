import { type FoldedText, foldText, type Span } from "./folded-text.ts";
import type { Json, ReadQuestion, ReadWarning } from "./types.ts";

/** A piece of the folded text. */
export interface Hit {
	readonly start: number;
	readonly end: number;
	readonly text: string;
	/** Groups of the expression, by number; empty when absent. */
	group(number: number): string;
}

/** What one piece of the text says, before it is known of which service. */
export interface Mention {
	/** A requirement of a service (`window`), or a path of the need (`contract.renewals`). */
	readonly field: string;
	readonly value: Json;
	readonly start: number;
	readonly end: number;
	readonly words: readonly Span[];
}

/**
 * One reading under way: the text, what is already taken in it, and what was said so far.
 * Readers come one after the other; what one takes, the next do not see.
 */
export class Sheet {
	readonly given: string;
	readonly folded: FoldedText;
	readonly mentions: Mention[] = [];
	#questions: ReadQuestion[] = [];
	#warnings: ReadWarning[] = [];
	readonly #taken: Uint8Array;

	constructor(given: string) {
		this.given = given;
		this.folded = foldText(given);
		this.#taken = new Uint8Array(this.folded.text.length);
	}

	get questions(): readonly ReadQuestion[] {
		return this.#questions;
	}

	get warnings(): readonly ReadWarning[] {
		return this.#warnings;
	}

	get text(): string {
		return this.folded.text;
	}

	/** Each match, from left to right, of which no letter is taken. */
	*find(expression: RegExp): Generator<Hit> {
		for (const match of this.folded.text.matchAll(expression)) {
			const hit = {
				start: match.index,
				end: match.index + match[0].length,
				text: match[0],
				group: (number: number) => match[number] ?? "",
			};
			if (match[0] !== "" && this.isFree(hit)) yield hit;
		}
	}

	/** Takes words and says what they mean. */
	say(field: string, value: Json, ...hits: readonly Pick<Hit, "start" | "end">[]): void {
		const first = hits[0];
		if (!first) return;
		for (const hit of hits) this.mark(hit, UNDERSTOOD);
		this.mentions.push({
			field,
			value,
			start: first.start,
			end: first.end,
			words: hits.map((hit) => this.wordsOf(hit)),
		});
	}

	/** Keeps words from the other readers: a reference, a price, a deadline. They stay « not understood ». */
	setAside(hit: Pick<Hit, "start" | "end">): void {
		this.mark(hit, SET_ASIDE);
	}

	/** Sets a mention aside, and with it what was said or asked of it. */
	withdraw(mention: Mention): void {
		this.setAside(mention);
		const isOfIt = ({ words }: { readonly words: readonly Span[] }) =>
			JSON.stringify(words) === JSON.stringify(mention.words);
		this.#warnings = this.#warnings.filter((warning) => !isOfIt(warning));
		this.#questions = this.#questions.filter((question) => !isOfIt(question));
	}

	/** Takes words and says in French how they were read, or why they were not. */
	warn(message: string, ...hits: readonly Pick<Hit, "start" | "end">[]): void {
		for (const hit of hits) this.mark(hit, UNDERSTOOD);
		this.#warnings.push({ message, words: hits.map((hit) => this.wordsOf(hit)) });
	}

	ask(question: Omit<ReadQuestion, "words">, ...hits: readonly Pick<Hit, "start" | "end">[]): void {
		for (const hit of hits) this.mark(hit, UNDERSTOOD);
		this.askOf(
			question,
			hits.map((hit) => this.wordsOf(hit)),
		);
	}

	/** Asks about words already taken, by their offsets in the text as given. */
	askOf(question: Omit<ReadQuestion, "words">, words: readonly Span[]): void {
		this.#questions.push({ ...question, words });
	}

	mark({ start, end }: Pick<Hit, "start" | "end">, state: number): void {
		this.#taken.fill(state, start, end);
	}

	isFree({ start, end }: Pick<Hit, "start" | "end">): boolean {
		for (let at = start; at < end; at++) if (this.#taken[at] !== FREE) return false;
		return true;
	}

	/** 0 free, 1 understood, 2 set aside. */
	stateAt(index: number): number {
		return this.#taken[index] ?? FREE;
	}

	/** The letters before a place, as far back as `length`. */
	before(start: number, length = 40): string {
		return this.folded.text.slice(Math.max(0, start - length), start);
	}

	after(end: number, length = 40): string {
		return this.folded.text.slice(end, end + length);
	}

	/** The words as given, for messages. */
	quote({ start, end }: Pick<Hit, "start" | "end">): string {
		const [from, to] = this.folded.spanOf(start, end);
		return this.given.slice(from, to).replace(/\s+/g, " ");
	}

	/** Offsets without the spaces around. */
	wordsOf({ start, end }: Pick<Hit, "start" | "end">): Span {
		let from = start;
		let to = end;
		while (from < to - 1 && /\s/.test(this.folded.text[from] ?? "")) from++;
		while (to > from + 1 && /\s/.test(this.folded.text[to - 1] ?? "")) to--;
		return this.folded.spanOf(from, to);
	}

	/** All that is taken but these pieces, as offsets in the text as given. */
	taken(except: readonly Pick<Hit, "start" | "end">[]): Span[] {
		const isTaken = (at: number) =>
			this.#taken[at] !== FREE && !except.some(({ start, end }) => at >= start && at < end);
		const spans: Span[] = [];
		for (let at = 0; at < this.#taken.length; at++) {
			if (!isTaken(at)) continue;
			const start = at;
			while (at < this.#taken.length && isTaken(at)) at++;
			spans.push(this.folded.spanOf(start, at));
		}
		return spans;
	}
}

export const FREE = 0;
export const UNDERSTOOD = 1;
export const SET_ASIDE = 2;

/** A value of several fields. */
export function isRecord(value: Json | undefined): value is { readonly [key: string]: Json } {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
