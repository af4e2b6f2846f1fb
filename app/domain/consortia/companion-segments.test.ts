import { expect, test } from "vitest";
import { TAXONOMY } from "#tests/factories/match.ts";
import { makeSegment } from "#tests/factories/reference.ts";
import { createTaxonomy } from "../taxonomy.ts";
import { companionSegments } from "./companion-segments.ts";

test("an offer is completed on its own segment, its parent and the leaves beside it", () => {
	expect(Object.fromEntries(companionSegments(["vitrerie"], TAXONOMY))).toEqual({
		vitrerie: "same",
		"nettoyage-locaux": "complementary",
		proprete: "complementary",
	});
});

test("reuse leaves and the families they overlap complete each other", () => {
	const taxonomy = createTaxonomy([
		makeSegment({ code: "reemploi" }),
		makeSegment({ code: "mobilier-reemploi", parent: "reemploi" }),
		makeSegment({ code: "mobilier" }),
		makeSegment({ code: "mobilier-bureau", parent: "mobilier" }),
	]);
	expect(companionSegments(["mobilier-reemploi"], taxonomy).get("mobilier-bureau")).toBe(
		"complementary",
	);
	expect(companionSegments(["mobilier-bureau"], taxonomy).get("mobilier-reemploi")).toBe(
		"complementary",
	);
});

test("two offers of one supplier are both the same segment for others", () => {
	const found = companionSegments(["vitrerie", "nettoyage-locaux"], TAXONOMY);
	expect([found.get("vitrerie"), found.get("nettoyage-locaux")]).toEqual(["same", "same"]);
});
