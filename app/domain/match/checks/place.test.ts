import { expect, test } from "vitest";
import { checkOf, makeNeed, PLACES } from "#tests/factories/match.ts";
import { distanceKm } from "../../geo.ts";
import type { Need } from "../../need.ts";
import type { Area, Supplier } from "../../supplier.ts";

const LORIENT = { commune: "56121", lat: 47.7478, lon: -3.3669 };
/** From the factory's supplier to the site of Vannes. */
const KM = distanceKm(47.66, -2.76, 47.6582, -2.7608);
/** From Lorient to the site of Vannes. */
const FAR_KM = distanceKm(LORIENT.lat, LORIENT.lon, 47.6582, -2.7608);

function area(served: Area | null, supplier: Partial<Supplier> = {}, need: Partial<Need> = {}) {
	return checkOf("area", makeNeed(need), { area: served }, supplier).verdict;
}

test("area: a site on the limit of the circle is inside", () => {
	expect(area({ radiusKm: FAR_KM }, LORIENT)).toBe("met");
	expect(area({ radiusKm: FAR_KM - 1e-6 }, LORIENT)).toBe("unmet");
});

test("area: a zone that holds the site's commune meets it, by commune, EPCI, département, région or country", () => {
	for (const zone of ["commune:56260", "epci:200067932", "departement:56", "region:53"]) {
		expect(area({ zones: [zone] }, LORIENT)).toBe("met");
	}
	expect(area({ country: true }, LORIENT)).toBe("met");
	expect(area({ zones: ["departement:22"] }, LORIENT)).toBe("unmet");
});

test("area: circle, zones and country add up", () => {
	expect(area({ radiusKm: 5, zones: ["commune:56260"] }, LORIENT)).toBe("met");
});

test("area: a delegated commune counts as its commune", () => {
	const sites = [{ id: "a", commune: "56206" }];
	expect(area({ zones: ["commune:56999"] }, LORIENT, { sites })).toBe("met");
});

test("area: declared and outside is unmet, but unknown in the establishment's own commune", () => {
	expect(area({ zones: ["departement:22"] }, LORIENT)).toBe("unmet");
	expect(area({ zones: ["departement:22"] })).toBe("unknown");
	expect(area({ radiusKm: KM / 2 })).toBe("unknown");
});

test("area: a radius without a position is unknown", () => {
	const nowhere = { commune: null, lat: null, lon: null };
	expect(area({ radiusKm: 30 }, nowhere)).toBe("unknown");
});

test("area: nothing declared is unknown within undeclaredKm or without a position, unmet beyond", () => {
	expect(area(null, LORIENT)).toBe("unknown");
	expect(area({ radiusKm: null, zones: [], country: false }, LORIENT)).toBe("unknown");
	const location = { undeclaredKm: FAR_KM - 0.01 };
	expect(area(null, LORIENT, { location })).toBe("unmet");
	expect(area(null, LORIENT, { location: { undeclaredKm: FAR_KM } })).toBe("unknown");
	expect(area(null, { commune: null, lat: null, lon: null }, { location })).toBe("unknown");
});

test("area: an approximate position is unknown when its error reaches the limit", () => {
	// Guer is known up to 6 km; its centre is 55 km from Vannes.
	const guer = { commune: "56075", lat: null, lon: null };
	const commune = PLACES.commune("56075");
	const km = distanceKm(commune?.lat ?? 0, commune?.lon ?? 0, 47.6582, -2.7608);
	expect(area({ radiusKm: km + 6.1 }, guer)).toBe("met");
	expect(area({ radiusKm: km + 5 }, guer)).toBe("unknown");
	expect(area({ radiusKm: km - 5 }, guer)).toBe("unknown");
	expect(area({ radiusKm: km - 6.1 }, guer)).toBe("unmet");
});

test("area: a site's own position serves for distances, its commune for zones", () => {
	const sites = [{ id: "a", commune: "56121", lat: 47.6582, lon: -2.7608 }];
	expect(area({ radiusKm: 5 }, {}, { sites })).toBe("met");
	expect(area({ zones: ["commune:56121"] }, {}, { sites })).toBe("met");
	expect(area({ zones: ["commune:56260"] }, { ...LORIENT, commune: "22278" }, { sites })).toBe(
		"unmet",
	);
});

const ZONE: Partial<Need> = { sites: null, zone: "epci:200067932" };

test("area on a zone: full coverage is met, partial unknown with the share of the population, none unmet", () => {
	expect(area({ zones: ["departement:56"] }, LORIENT, ZONE)).toBe("met");
	expect(area({ radiusKm: 60 }, {}, ZONE)).toBe("met");
	const zones = ["commune:56206", "commune:56164"];
	const partial = checkOf("area", makeNeed(ZONE), { area: { zones } }, LORIENT);
	expect(partial.verdict).toBe("unknown");
	expect(partial.margin).toBeCloseTo(18_000 / 72_000, 6);
	expect(area({ zones: ["departement:22"] }, LORIENT, ZONE)).toBe("unmet");
	expect(area({ radiusKm: 5 }, LORIENT, ZONE)).toBe("unmet");
});

test("area on a zone: its communes all covered one by one are full coverage", () => {
	const zones = ["commune:56206", "commune:56164", "commune:56260"];
	expect(area({ zones }, LORIENT, ZONE)).toBe("met");
	expect(
		area({ zones: zones.slice(0, 2), radiusKm: 1 }, { lat: 47.6582, lon: -2.7608 }, ZONE),
	).toBe("met");
});

test("area on a zone: nothing covered, but the own commune in it, is unknown", () => {
	expect(area({ zones: ["departement:22"] }, {}, ZONE)).toBe("unknown");
});

test("near: the establishment is within the distance of every site, farther, or without position", () => {
	const near = (km: number, supplier: Partial<Supplier> = {}) =>
		checkOf("near", makeNeed({ location: { rule: "sits-within", km } }), {}, supplier).verdict;
	expect(near(FAR_KM, LORIENT)).toBe("met");
	expect(near(FAR_KM - 0.01, LORIENT)).toBe("unmet");
	expect(near(10, { commune: null, lat: null, lon: null })).toBe("unknown");
});
