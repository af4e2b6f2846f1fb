import { expect, test } from "vitest";
import { competitionSentence, headlineOf, reachSentence } from "./headline.ts";

const COUNTS = {
	scope: "any",
	theoretical: 15,
	confirmed: 0,
	possible: 0,
	real: 0,
	organisations: 0,
	minCompetition: 3,
	reachMedian: 3,
} as const;

test("the headline of the Morbihan cleaning has its two numbers", () => {
	expect(headlineOf(COUNTS)).toBe("15\u00a0structures en théorie, aucune en l’état.");
	expect(reachSentence(COUNTS, 8)).toBe("La moitié n’atteint que 3\u00a0sites sur 8.");
});

test("the headline tells the compatible from those to confirm", () => {
	expect(headlineOf({ ...COUNTS, confirmed: 1, possible: 4, real: 5 })).toBe(
		"15\u00a0structures en théorie, 5 en l’état\u202f: 1\u00a0compatible, 4 à confirmer.",
	);
	expect(headlineOf({ ...COUNTS, possible: 4, real: 4 })).toBe(
		"15\u00a0structures en théorie, 4 en l’état, à confirmer.",
	);
	expect(headlineOf({ ...COUNTS, theoretical: 1, confirmed: 1, real: 1 })).toBe(
		"1\u00a0structure en théorie, 1 en l’état, compatible.",
	);
});

test("an empty theoretical offer is said as such, for a part and for the whole", () => {
	expect(headlineOf({ ...COUNTS, theoretical: 0 })).toContain("Aucune structure recensée");
	expect(headlineOf({ ...COUNTS, theoretical: 0, scope: "whole" })).toContain("besoin entier");
});

test("reach is silent when every site is within reach or nobody is there", () => {
	expect(reachSentence({ ...COUNTS, reachMedian: 8 }, 8)).toBeNull();
	expect(reachSentence({ ...COUNTS, reachMedian: null }, 8)).toBeNull();
	expect(reachSentence(COUNTS, 1)).toBeNull();
});

test("competition counts independent operators against what is aimed at", () => {
	expect(competitionSentence({ ...COUNTS, organisations: 2 })).toContain("n’est pas atteinte");
	expect(competitionSentence({ ...COUNTS, organisations: 3, confirmed: 3 })).toContain(
		"est atteinte",
	);
	expect(competitionSentence({ ...COUNTS, organisations: 3, confirmed: 1 })).toContain(
		"serait atteinte",
	);
	expect(competitionSentence(COUNTS)).toContain("aucune offre");
});
