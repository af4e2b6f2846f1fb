import fc from "fast-check";
import { expect, test } from "vitest";
import { readReference } from "#tests/read/reader.ts";
import { TODAY } from "#tests/read/sentence.ts";
import { SENTENCES } from "#tests/read/sentences.ts";
import { fold } from "../text.ts";
import { foldText } from "./folded-text.ts";
import type { Reading } from "./types.ts";

const reader = readReference();
const read = (text: string) => reader.read(text, { today: TODAY });

/** Pieces of real sentences in any order, with noise: what a reader must survive. */
const pieces = SENTENCES.flatMap(({ text }) => text.split(/(?<=[ ,;:.])/));
const textArb = fc.oneof(
	fc.string({ unit: "grapheme", maxLength: 200 }),
	fc.string({ unit: "binary", maxLength: 200 }),
	fc
		.array(
			fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...pieces) }, fc.string({ maxLength: 8 })),
			{
				maxLength: 30,
			},
		)
		.map((list) => list.join(" ")),
);

function spansOf(reading: Reading): (readonly [number, number])[] {
	return [
		...[...reading.parts, ...reading.questions, ...reading.warnings, ...reading.segments].flatMap(
			({ words }) => words,
		),
		...reading.notUnderstood,
	];
}

/** The value of a need at `services[0].window`. */
function valueAt(need: unknown, path: string): unknown {
	return path
		.split(/[.[\]]+/)
		.filter((step) => step !== "")
		.reduce<unknown>(
			(holder, step) =>
				typeof holder === "object" && holder !== null ? Reflect.get(holder, step) : undefined,
			need,
		);
}

test("no text makes it throw, and all its words lie inside the text", () => {
	fc.assert(
		fc.property(textArb, (text) => {
			for (const [start, end] of spansOf(read(text))) {
				expect(start).toBeGreaterThanOrEqual(0);
				expect(end).toBeLessThanOrEqual(text.length);
				expect(text.slice(start, end).trim()).not.toBe("");
			}
		}),
		{ numRuns: 400 },
	);
});

test("every part has words, and stands in the need with its value", () => {
	fc.assert(
		fc.property(textArb, (text) => {
			const { need, parts } = read(text);
			for (const { path, value, words } of parts) {
				expect(words.length).toBeGreaterThan(0);
				if (path !== "siteCount") expect(valueAt(need, path)).toEqual(value);
			}
		}),
		{ numRuns: 300 },
	);
});

test("spaces around, capitals and accents change nothing in the need", () => {
	const texts = SENTENCES.map(({ text }) => text);
	for (const text of texts) {
		const { need } = read(text);
		expect(read(`  ${text}\n `).need, text).toEqual(need);
		expect(read(fold(text)).need, text).toEqual(need);
		expect(read(text.toUpperCase()).need, text).toEqual(need);
	}
});

test("the spaces around a text move its words, and nothing else", () => {
	fc.assert(
		fc.property(textArb, fc.constantFrom(" ", "\t ", "\n"), (text, space) => {
			const inner = read(text);
			const outer = read(space + text + space);
			expect(outer.need).toEqual(inner.need);
			expect(outer.notUnderstood).toEqual(
				inner.notUnderstood.map(([start, end]) => [start + space.length, end + space.length]),
			);
		}),
		{ numRuns: 200 },
	);
});

test("what is not understood is never also a part", () => {
	fc.assert(
		fc.property(textArb, (text) => {
			const { parts, notUnderstood } = read(text);
			for (const [start, end] of notUnderstood) {
				for (const [from, to] of parts.flatMap(({ words }) => words)) {
					expect(from < end && start < to && from <= start && end <= to).toBe(false);
				}
			}
		}),
		{ numRuns: 200 },
	);
});

test("a folded text leads back to its letters", () => {
	fc.assert(
		fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
			const folded = foldText(text);
			for (let at = 0; at < folded.text.length; at++) {
				const [start, end] = folded.spanOf(at, at + 1);
				expect(end).toBeGreaterThan(start);
				expect(fold(text.slice(start, end)).replace(/\s/g, " ").length).toBeGreaterThan(0);
			}
		}),
	);
});
