import fc from "fast-check";
import { expect, test } from "vitest";
import { closestWord, editDistance, fold, foldedWords, slugOf } from "./text.ts";

test("folding drops case, accents, ligatures and curly apostrophes", () => {
	expect(fold("L’Œuvre d’Été à ÎLE")).toBe("l'oeuvre d'ete a ile");
	expect(fold("Cæcum")).toBe("caecum");
	expect(foldedWords("Saint-Avé, 3 bis")).toEqual(["saint", "ave", "3", "bis"]);
	expect(slugOf("  Collège Jules-Simon (Vannes) ")).toBe("college-jules-simon-vannes");
});

test("folding twice is folding once", () => {
	fc.assert(
		fc.property(fc.string({ unit: "grapheme" }), (text) => fold(fold(text)) === fold(text)),
	);
});

test("an edit is a letter added, lost, changed, or two neighbours swapped", () => {
	expect(editDistance("jour", "jours")).toBe(1);
	expect(editDistance("jorus", "jours")).toBe(1);
	expect(editDistance("kilo", "jours", 2)).toBe(3);
});

test("a mistyped property leads to the known one, a foreign one to nothing", () => {
	const known = ["daysPerWeek", "weekdays", "window"];
	expect(closestWord("daysPerWeeks", known)).toBe("daysPerWeek");
	expect(closestWord("windwo", known)).toBe("window");
	expect(closestWord("colour", known)).toBeNull();
});
