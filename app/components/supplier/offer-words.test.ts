import { expect, test } from "vitest";
import { packagedReference } from "#db/reference.server.ts";
import { areaWords, offerConditions, offerFacts, openQuestions } from "./offer-words.ts";

const { places, criteria, taxonomy } = packagedReference();
const BARE = { segment: "nettoyage-locaux" };

test("an area says its radius and its territories by name", () => {
	const area = {
		radiusKm: 30,
		zones: ["departement:56" as const, "commune:35238" as const],
		country: false,
	};
	expect(areaWords({ ...BARE, area }, places)).toBe(
		"30\u202fkm autour de l’établissement, à vol d’oiseau\u202f; Morbihan et Rennes",
	);
});

test("an area without anything in it is not declared", () => {
	expect(areaWords(BARE, places)).toBeNull();
	expect(
		areaWords({ ...BARE, area: { radiusKm: null, zones: [], country: false } }, places),
	).toBeNull();
});

test("facts are said with their unit, and what is not known is left out", () => {
	const offer = {
		...BARE,
		daysPerWeek: 3.5,
		windows: [{ from: "08:00", to: "16:30" }],
		closures: [{ from: "08-01", to: "08-21" }],
		coversClosures: true,
	};
	expect(offerFacts(offer).map(({ term, text }) => `${term} = ${text}`)).toEqual([
		"Jours par semaine = 3,5\u00a0jours par semaine",
		"Horaires = 8\u202fh–16\u202fh\u202f30",
		"Fermetures annuelles = Du 1er\u00a0août au 21\u00a0août\u202f; le service est assuré pendant ce temps",
	]);
});

test("no closure, and we know it, is said; closures not known are asked", () => {
	expect(offerFacts({ ...BARE, closures: [] }).map(({ text }) => text)).toEqual(["Aucune"]);
	const segment = taxonomy.get(BARE.segment);
	expect(openQuestions(BARE, segment, criteria)).toContain(
		"Fermez-vous une partie de l’année\u202f?",
	);
	expect(openQuestions({ ...BARE, closures: [] }, segment, criteria)).not.toContain(
		"Fermez-vous une partie de l’année\u202f?",
	);
});

test("questions begin with the area, then what the segment usually asks", () => {
	const questions = openQuestions(BARE, taxonomy.get(BARE.segment), criteria);
	expect(questions[0]).toContain("Où intervenez-vous");
	expect(questions[1]).toContain("jours par semaine");
	expect(new Set(questions).size).toBe(questions.length);
});

test("conditions held come before those that are not", () => {
	const offer = {
		...BARE,
		capabilities: { "cles-alarme": false, "produits-fournis": true, autre: null },
	};
	const conditions = offerConditions(offer, criteria);
	expect(conditions.map(({ state }) => state)).toEqual(["yes", "no"]);
});
