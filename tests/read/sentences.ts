import { CONDITIONS } from "./condition-sentences.ts";
import { NUMBERS } from "./number-sentences.ts";
import { PLACES } from "./place-sentences.ts";
import type { Sentence } from "./sentence.ts";
import { TIMES } from "./time-sentences.ts";
import { WHOLE } from "./whole-sentences.ts";

/** The table of sentences. To add one: a row in the file of its subject, with the whole need it says; then `npx vitest run tests/read`. */
export const SENTENCES: readonly Sentence[] = [
	...WHOLE,
	...PLACES,
	...TIMES,
	...NUMBERS,
	...CONDITIONS,
];
