import { cutWords, type KnownWord, lightStem, partOf } from "../../inference/words.ts";
import { fold } from "../../text.ts";
import type { Span } from "./span.ts";

/** What a text says, as the model knows it: a stem « vitr », the beginning of a long one « nettoya* », two neighbours « tont pelous ». */
export interface Feature {
	readonly key: string;
	readonly span: Span;
}

interface Stemmed extends KnownWord {
	/** Null for a number or a single letter. */
	readonly stem: string | null;
}

/** Letters of a stem that its beginning keeps: « nettoyage » and « nettoiement » still differ, « restaurant » and « restauration » do not. */
const PREFIX_LENGTH = 7;
const CACHE_LIMIT = 60_000;

/** Files that lost their ligatures: « maîtrise d’uvre », « vux ». */
const LOST_LIGATURES: Readonly<Record<string, string>> = {
	uvre: "oeuvre",
	uvres: "oeuvres",
	manuvre: "manoeuvre",
	manuvres: "manoeuvres",
	buf: "boeuf",
	cur: "coeur",
	nud: "noeud",
	vux: "voeux",
};

/** A folded word with its lost « œ » put back. */
export function repaired(folded: string): string {
	return LOST_LIGATURES[folded] ?? folded;
}

/** The beginning of a long stem, as the model knows it; null for a short one. */
export function prefixOf(stem: string): string | null {
	return stem.length > PREFIX_LENGTH ? `${stem.slice(0, PREFIX_LENGTH)}*` : null;
}

/** Reads texts for the model. `correct`: what stem a stem that nobody knows was meant to be. */
export class FeatureReader {
	readonly #words = new Map<string, Stemmed>();
	readonly #correct: (stem: string) => string;

	constructor(correct: (stem: string) => string = (stem) => stem) {
		this.#correct = correct;
	}

	/** Each feature once, in the order of the text; what is denied says nothing. */
	read(text: string): Feature[] {
		const features = new Map<string, Feature>();
		const add = (key: string | null, span: Span): void => {
			if (key !== null && !features.has(key)) features.set(key, { key, span });
		};
		let before: { stem: string; start: number } | null = null;
		for (const { known, start, end, afterBreak, denied } of cutWords(text, (w) => this.#known(w))) {
			if (afterBreak) before = null;
			const { stem } = known;
			if (denied || known.denial || stem === null) {
				before = null;
				continue;
			}
			add(stem, [start, end]);
			add(prefixOf(stem), [start, end]);
			if (before) add(`${before.stem} ${stem}`, [before.start, end]);
			before = { stem, start };
		}
		return [...features.values()];
	}

	#known(written: string): Stemmed {
		const seen = this.#words.get(written);
		if (seen) return seen;
		const folded = repaired(fold(written));
		const counts = folded.length > 1 && !/\p{N}/u.test(folded);
		const known = {
			stem: counts ? this.#correct(lightStem(folded)) : null,
			...partOf(folded),
		};
		if (this.#words.size > CACHE_LIMIT) this.#words.clear();
		this.#words.set(written, known);
		return known;
	}
}
