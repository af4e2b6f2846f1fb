import { expect, test } from "vitest";
import { departementOf, departementsOfPostcode, placeKey, withoutArticle } from "./place-names.ts";

test.each([
	["St-Avé", "saint ave"],
	["SAINTE-ANNE D’AURAY", "sainte anne d auray"],
	["Ste Anne d'Auray", "sainte anne d auray"],
	["VANNES CEDEX 9", "vannes"],
	["Vannes Cédex", "vannes"],
	["PARIS 12", "paris"],
	["Lyon 3e Arrondissement", "lyon"],
	["Marseille 1er arr.", "marseille"],
	["MANS (LE)", "le mans"],
	["Chalon s/Saône", "chalon sur saone"],
	["Œuilly", "oeuilly"],
	["L’Haÿ-les-Roses", "l hay les roses"],
])("%s is looked up as %s", (name, key) => {
	expect(placeKey(name)).toBe(key);
});

test("the leading article can be left out", () => {
	expect(withoutArticle("la rochelle")).toBe("rochelle");
	expect(withoutArticle("vannes")).toBeNull();
});

test("the département is read from a code, Corsica and overseas included", () => {
	expect(departementOf("2A004")).toBe("2A");
	expect(departementOf("97411")).toBe("974");
	expect(departementsOfPostcode("20090")).toEqual(["2A", "2B"]);
	expect(departementsOfPostcode("97133")).toContain("977");
	expect(departementsOfPostcode("56000")).toEqual(["56"]);
});
