import { expect, test } from "vitest";
import { foldedWords } from "#app/domain/text.ts";
import { PhraseBook } from "./phrases.ts";
import { WordGrams } from "./typos.ts";
import { contentWords, indexTokens, stemOf, wordsOfTokens } from "./words.ts";

test("words are folded, without those that say nothing, whatever the letters", () => {
	expect(contentWords("L’Œuvre d’Été des « Chênes-Verts » n° 2")).toEqual([
		"oeuvre",
		"ete",
		"chenes",
		"verts",
		"n",
		"2",
	]);
	expect(contentWords("Ателье Été")).toEqual(foldedWords("Ателье Été"));
});

test("singular and plural have one stem", () => {
	for (const [one, many] of [
		["local", "locaux"],
		["haie", "haies"],
		["blanchisserie", "blanchisseries"],
		["atelier", "ateliers"],
	] as const) {
		expect(stemOf(one)).toBe(stemOf(many));
	}
});

test("a stem in the index is never taken for a word", () => {
	expect(indexTokens(["haies", "haies", "taille"])).toBe(
		`haies _${stemOf("haies")} taille _${stemOf("taille")}`,
	);
});

test("the longest name wins, from left to right", () => {
	const book = new PhraseBook<string>();
	book.add("espaces verts", "green");
	book.add("entretien des espaces verts", "care");
	book.add("bureaux", "office");
	const runs = book.runs(contentWords("Entretien espace vert et bureau").map(stemOf));
	expect(runs).toEqual([
		{ from: 0, to: 3, targets: ["care"] },
		{ from: 3, to: 4, targets: ["office"] },
	]);
});

test("the words of a text are found again among its tokens", () => {
	const words = contentWords("Taille de haies, élagage et espaces verts à Plœmeur");
	expect(wordsOfTokens(indexTokens(words))).toEqual(words);
	expect(wordsOfTokens(indexTokens([]))).toEqual([]);
});

test("a mistyped word leads to the nearest ones, a short or unlike one to none", () => {
	const grams = new WordGrams();
	for (const word of ["nettoyage", "netteté", "jardinage", "blanchisserie", "bois", "boire"]) {
		grams.add(word);
	}
	expect(grams.nearest("netoyage")).toEqual(["nettoyage"]);
	expect(grams.nearest("jradinage")).toEqual(["jardinage"]);
	expect(grams.nearest("blanchiserie")).toEqual(["blanchisserie"]);
	expect(grams.nearest("boi")).toEqual([]);
	expect(grams.nearest("xylophone")).toEqual([]);
});
