import { expect, test } from "vitest";
import type { Need } from "../need.ts";
import { askedWords, frameWords, placeWords } from "./asked-words.ts";

const NAMES = {
	segment: (code: string) => (code === "nettoyage-locaux" ? "Nettoyage de locaux" : code),
	criterion: (code: string) => code,
	article: () => "L2113-12",
};

function makeNeed(overrides: Partial<Need> = {}): Need {
	return {
		services: [
			{
				id: "s1",
				segment: "nettoyage-locaux",
				daysPerWeek: 5,
				window: { from: "06:00", to: "08:00" },
			},
		],
		sites: [{ id: "a" }, { id: "b" }, { id: "c" }],
		...overrides,
	};
}

test("a condition that all sites share is said once", () => {
	expect(askedWords(makeNeed(), "daysPerWeek", NAMES)).toBe("5\u00a0jours par semaine");
	expect(askedWords(makeNeed(), "window", NAMES)).toBe("6\u202fh–8\u202fh");
});

test("a condition that differs by site says for how many", () => {
	const need = makeNeed({
		cells: [
			{ service: "s1", site: "a" },
			{ service: "s1", site: "b" },
			{ service: "s1", site: "c", daysPerWeek: 3 },
		],
	});
	expect(askedWords(need, "daysPerWeek", NAMES)).toBe(
		"5\u00a0jours par semaine (2\u00a0sites)\u202f; 3\u00a0jours par semaine (1\u00a0site)",
	);
});

test("amounts and quantities are added up", () => {
	const need = makeNeed({
		cells: [
			{
				service: "s1",
				site: "a",
				amountEur: 12000,
				quantity: { amount: 900, unit: "m2", per: "week" },
			},
			{
				service: "s1",
				site: "b",
				amountEur: 6000,
				quantity: { amount: 300, unit: "m2", per: "week" },
			},
		],
	});
	expect(askedWords(need, "order", NAMES)).toBe("18\u202f000\u202f€ HT par an en tout");
	expect(askedWords(need, "capacity", NAMES)).toBe("1\u202f200\u202fm² par semaine");
});

test("a reservation names its article", () => {
	expect(askedWords(makeNeed({ reservation: "handicap" }), "reservation", NAMES)).toContain(
		"L2113-12",
	);
});

test("what is not asked says nothing", () => {
	for (const check of ["delivery", "kind", "order", "leadTime", "reservation"] as const) {
		expect(askedWords(makeNeed(), check, NAMES)).toBe("");
	}
});

test("places and frame are said in words", () => {
	expect(placeWords(makeNeed(), () => null)).toBe("3\u00a0sites");
	expect(placeWords(makeNeed({ zone: "departement:56" }), () => "Morbihan")).toBe("Morbihan");
	expect(
		frameWords(
			makeNeed({
				startsOn: "2027-03-01",
				durationMonths: 12,
				contract: { form: "framework", renewals: 3 },
			}),
		),
	).toEqual(["12\u00a0mois à partir du 1er\u00a0mars 2027", "accord-cadre, 3\u00a0reconductions"]);
});
