import { expect, test } from "vitest";
import { loadModel } from "#app/domain/read/segments/model.ts";
import { segmentRanker } from "#app/domain/read/segments/rank.ts";
import { createTaxonomy } from "#app/domain/taxonomy.ts";
import { makeSegment } from "#tests/factories/reference.ts";
import { learn } from "./learn.ts";
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

test("the same titles give the same model", () => {
	expect(learn(titles, taxonomy, cpvLabels)).toEqual(learn(titles, taxonomy, cpvLabels));
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
