import { expect, test } from "vitest";
import { FeatureReader } from "./features.ts";

function keys(text: string): string[] {
	return new FeatureReader().read(text).map(({ key }) => key);
}

test("words are read by their stems, with the beginnings of the long ones and the pairs of neighbours", () => {
	expect(keys("Tontes de pelouses")).toEqual(["tont", "pelous", "tont pelous"]);
	expect(keys("Restauration")).toEqual(["restauration", "restaur*"]);
});

test("a pair does not run over a comma", () => {
	expect(keys("Tonte, pelouse")).toEqual(["tont", "pelous"]);
});

test("numbers and single letters say nothing", () => {
	expect(keys("Lot n° 12 b")).toEqual(["lot"]);
});

test("a lost « œ » is put back", () => {
	expect(keys("maîtrise d’uvre")).toEqual(keys("maîtrise d’œuvre"));
	expect(keys("cartes de vux")).toEqual(keys("cartes de vœux"));
});

test("what is denied says nothing, up to the comma", () => {
	expect(keys("nettoyage hors vitrerie, tonte")).toEqual(["nettoyag", "nettoya*", "tont"]);
});

test("offsets point into the text as written", () => {
	const text = "L’été, TONTE des pelouses";
	const spans = new FeatureReader()
		.read(text)
		.map(({ span: [start, end] }) => text.slice(start, end));
	expect(spans).toEqual(["été", "TONTE", "pelouses", "TONTE des pelouses"]);
});
