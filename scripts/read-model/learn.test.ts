import { expect, test } from "vitest";
import { loadModel } from "#app/domain/read/segments/model.ts";
import { segmentRanker } from "#app/domain/read/segments/rank.ts";
import { createTaxonomy } from "#app/domain/taxonomy.ts";
import { seededRandom } from "#scripts/seeded-random.ts";
import { makeSegment } from "#tests/factories/reference.ts";
import { learn, SETTINGS } from "./learn.ts";
import type { Title } from "./titles.ts";

const taxonomy = createTaxonomy([
	makeSegment({ code: "velos", label: "Vélos", cpv: ["344"] }),
	makeSegment({ code: "papier", label: "Papier", cpv: ["301"], synonyms: ["ramettes"] }),
]);
const cpvLabels = new Map([["34430000", "Bicyclettes"]]);

function makeTitle(overrides: Partial<Title>): Title {
	const text = overrides.text ?? "";
	return {
		text,
		object: text,
		buyer: "a",
		segment: "papier",
		core: true,
		heldBack: false,
		...overrides,
	};
}

const titles = ["a", "b", "c"].flatMap((buyer) => [
	makeTitle({ text: "Agrafes pour imprimante Dupont", buyer }),
	makeTitle({ text: "Cycles pour agents", buyer, segment: "velos" }),
]);
const rare = makeTitle({ text: "Agrafes Martinelli", buyer: "a" });

/** Titles that contradict each other: no separator fits them, and the last steps of the training depend on what it visits first. */
function muddledTitles(): Title[] {
	const random = seededRandom(7);
	const words = "agrafes cycles cartouches pneus classeurs selles ramettes guidons trombones".split(
		" ",
	);
	return Array.from({ length: 300 }, (_, i) =>
		makeTitle({
			text: Array.from({ length: 3 }, () => words[Math.floor(random.next() * words.length)]).join(
				" ",
			),
			buyer: `buyer ${i % 5}`,
			segment: random.next() < 0.5 ? "papier" : "velos",
		}),
	);
}

test("neither the order of the rows nor that of the labels changes a weight", () => {
	const muddled = muddledTitles();
	const labels = new Map([...cpvLabels, ["30190000", "Papier et cycles"], ["34400000", "Agrafes"]]);
	const settings = { ...SETTINGS, smallest: 0 };
	const model = learn(muddled, taxonomy, labels, settings);
	expect(model.words.length).toBeGreaterThan(50);
	const backwards = new Map([...labels].toReversed());
	expect(learn(muddled.toReversed(), taxonomy, backwards, settings)).toEqual(model);
	const cut = [...muddled.slice(100), ...muddled.slice(0, 100)];
	expect(learn(cut, taxonomy, labels, settings)).toEqual(model);
});

test("words of titles lead to the segment of their contracts", () => {
	const ranker = segmentRanker(taxonomy, new Map(), learn(titles, taxonomy, cpvLabels));
	expect(ranker.rank("agrafes")[0]?.segment).toBe("papier");
	expect(ranker.rank("des cycles")[0]?.segment).toBe("velos");
});

test("a segment without titles is reached by its own words", () => {
	const ranker = segmentRanker(taxonomy, new Map(), learn([], taxonomy, cpvLabels));
	expect(ranker.rank("ramettes")[0]?.segment).toBe("papier");
});

test("a word that too few buyers wrote is not kept, nor its beginning", () => {
	const { features } = loadModel(learn([...titles, rare], taxonomy, cpvLabels));
	expect([...features.keys()].filter((key) => key.startsWith("martin"))).toEqual([]);
	expect(features.has("agraf")).toBe(true);
});

test("the name of a commune is not kept, however many wrote it", () => {
	const placed = ["a", "b", "c", "d"].map((buyer) =>
		makeTitle({ text: "Agrafes Plougastel", buyer }),
	);
	const { features } = loadModel(learn([...titles, ...placed], taxonomy, cpvLabels));
	expect([...features.keys()].filter((key) => key.includes("plougastel"))).toEqual([]);
});
