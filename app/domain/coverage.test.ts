import { expect, test } from "vitest";
import { packagedReference } from "#db/reference.server.ts";
import { type CoveredArea, coverByDepartement } from "./coverage.ts";

const { places } = packagedReference();
const CODES = ["22", "35", "44", "56", "75"];
const VANNES = { commune: "56260", lat: 47.6559, lon: -2.7603 };

function area(overrides: Partial<CoveredArea> = {}): CoveredArea {
	return { supplierId: 1, ...VANNES, radiusKm: null, country: false, zones: [], ...overrides };
}

function cover(...areas: CoveredArea[]) {
	return Object.fromEntries(
		coverByDepartement(areas, places, CODES)
			.filter(({ serving, undeclared }) => serving + undeclared > 0)
			.map(({ code, serving, undeclared }) => [code, [serving, undeclared]]),
	);
}

test("a circle counts in each département that has a commune inside", () => {
	expect(cover(area({ radiusKm: 10 }))).toEqual({ "56": [1, 0] });
	expect(Object.keys(cover(area({ radiusKm: 70 })))).toEqual(["22", "35", "44", "56"]);
});

test("zones count in their départements, and the country everywhere", () => {
	expect(cover(area({ zones: ["departement:35", "commune:44109"] }))).toEqual({
		"35": [1, 0],
		"44": [1, 0],
	});
	expect(Object.keys(cover(area({ country: true })))).toEqual(CODES);
});

test("who declares nothing counts at home, apart", () => {
	expect(cover(area())).toEqual({ "56": [0, 1] });
});

test("a supplier with several offers counts once, and its declared area speaks for it", () => {
	expect(cover(area({ radiusKm: 5 }), area({ zones: ["departement:56"] }), area())).toEqual({
		"56": [1, 0],
	});
});

test("a circle without a position serves nothing known", () => {
	expect(cover(area({ radiusKm: 30, lat: null, lon: null }))).toEqual({ "56": [0, 1] });
});
