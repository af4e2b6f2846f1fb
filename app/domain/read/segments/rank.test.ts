import fc from "fast-check";
import { expect, test } from "vitest";
import segments from "../../reference/segments.json" with { type: "json" };
import type { Segment } from "../../reference.ts";
import { createTaxonomy } from "../../taxonomy.ts";
import { segmentRanker } from "./rank.ts";

const ranker = segmentRanker(createTaxonomy(segments as unknown as Segment[]));

function first(text: string): string | undefined {
	return ranker.rank(text)[0]?.segment;
}

test("a plain need leads to its segment, with the words that led there", () => {
	const text = "Tonte de pelouse à Vannes";
	const [best] = ranker.rank(text);
	expect(best?.segment).toBe("entretien-espaces-verts");
	expect(best?.words.map(([start, end]) => text.slice(start, end))).toEqual(["Tonte de pelouse"]);
});

test("scores lie between 0 and 1, best first", () => {
	const ranked = ranker.rank("Nettoyage de bureaux et tonte de pelouses, collecte de papier");
	const scores = ranked.map(({ score }) => score);
	expect(ranked.length).toBeGreaterThan(1);
	expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
	expect(scores).toEqual(scores.toSorted((a, b) => b - a));
});

test("what is denied does not count", () => {
	expect(first("Nettoyage de bureaux hors vitrerie")).toBe("nettoyage-locaux");
	expect(ranker.rank("hors vitrerie").map(({ segment }) => segment)).not.toContain(
		"vitrerie-nettoyage",
	);
});

test("a CPV code outweighs the words", () => {
	const text = "Tonte de pelouse (CPV 90911300-9)";
	const [best] = ranker.rank(text);
	expect(best?.segment).toBe("vitrerie-nettoyage");
	expect(best?.words.map(([start, end]) => text.slice(start, end))).toEqual(["90911300-9"]);
});

test("what is skipped is not read", () => {
	expect(ranker.rank("tonte de pelouse", { skip: [[0, 16]] })).toEqual([]);
});

test("nothing is invented", () => {
	expect(ranker.rank("xyzzy 42")).toEqual([]);
	expect(ranker.rank("")).toEqual([]);
});

test("no more segments than asked", () => {
	expect(ranker.rank("nettoyage, tonte, papier, traiteur", { limit: 2 })).toHaveLength(2);
});

test("a mistyped or badly encoded word is understood", () => {
	expect(first("debrousaillage")).toBe("debroussaillage-fauchage");
	expect(first("maitrise d'uvre")).toBe("maitrise-oeuvre");
});

test("the same text gives the same ranking, whatever was read before", () => {
	const text = "Fourniture de plateaux-repas et de fleurs";
	const before = ranker.rank(text);
	ranker.rank("Élagage");
	expect(ranker.rank(text)).toEqual(before);
	expect(segmentRanker(createTaxonomy(segments as unknown as Segment[])).rank(text)).toEqual(
		before,
	);
});

test("the words that led there lie inside the text, in order, apart", () => {
	fc.assert(
		fc.property(fc.lorem({ maxCount: 4 }), fc.string(), (words, noise) => {
			const text = `${noise} tonte ${words} nettoyage des vitres ${noise}`;
			for (const { score, words: spans } of ranker.rank(text)) {
				expect(score).toBeGreaterThanOrEqual(0);
				expect(score).toBeLessThanOrEqual(1);
				let last = 0;
				for (const [start, end] of spans) {
					expect(start).toBeGreaterThanOrEqual(last);
					expect(end).toBeGreaterThan(start);
					last = end;
				}
				expect(last).toBeLessThanOrEqual(text.length);
			}
		}),
		{ numRuns: 50 },
	);
});

test("the label of a CPV code counts where the list is loaded", () => {
	const labels = new Map([["90911300", "Balai galactique inusable"]]);
	const text = "un balai galactique inusable";
	const withLabels = segmentRanker(createTaxonomy(segments as unknown as Segment[]), labels);
	expect(withLabels.rank(text)[0]?.segment).toBe("vitrerie-nettoyage");
	expect(first(text)).not.toBe("vitrerie-nettoyage");
});
