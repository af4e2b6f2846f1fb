import fc from "fast-check";
import { expect, test } from "vitest";
import { makeCommune } from "#tests/factories/reference.ts";
import { distanceKm } from "./geo.ts";
import { createPlaces } from "./places-index.ts";

const vannes = makeCommune();
const elven = makeCommune({ code: "56053", name: "Elven", lat: 47.7322, lon: -2.5897 });
const paris = makeCommune({
	code: "75056",
	name: "Paris",
	departement: "75",
	region: "11",
	epci: null,
	lat: 48.8589,
	lon: 2.3469,
});
const places = createPlaces({
	communes: [vannes, elven, paris],
	aliases: [
		{ code: "75112", kind: "arrondissement", name: "Paris 12e Arrondissement", commune: "75056" },
		{ code: "56999", kind: "delegated", name: "Ailleurs", commune: "56000" },
	],
	zones: [
		{ zone: "departement:56", name: "Morbihan" },
		{ zone: "epci:200067932", name: "Golfe du Morbihan" },
		{ zone: "region:76", name: "Occitanie" },
	],
});

test("an arrondissement leads to its commune, an unknown code nowhere", () => {
	expect(places.commune("75112")).toBe(paris);
	expect(places.commune("56999")).toBeUndefined();
	expect(places.commune("99999")).toBeUndefined();
});

test("a zone lists its communes; a commune is a zone of its own", () => {
	expect(places.zone("departement:56")).toEqual({
		zone: "departement:56",
		name: "Morbihan",
		communes: [vannes, elven],
	});
	expect(places.zone("epci:200067932")?.communes).toHaveLength(2);
	expect(places.zone("commune:75112")).toEqual({
		zone: "commune:75056",
		name: "Paris",
		communes: [paris],
	});
	expect(places.zone("region:76")?.communes).toEqual([]);
	expect(places.zone("departement:99")).toBeUndefined();
});

test("the nearest commune is found from land, from sea and from the other side of the Earth", () => {
	expect(places.nearestCommune(47.66, -2.75)).toBe(vannes);
	expect(places.nearestCommune(47.73, -2.6)).toBe(elven);
	expect(places.nearestCommune(46, -20)).toBe(vannes);
	expect(places.nearestCommune(-45, 170)).toBe(paris);
});

test("the grid finds the same nearest commune as comparing them all", () => {
	const point = fc.record({
		lat: fc.double({ min: 41, max: 51.2, noNaN: true }),
		lon: fc.double({ min: -5.2, max: 9.6, noNaN: true }),
	});
	fc.assert(
		fc.property(fc.array(point, { minLength: 1, maxLength: 60 }), point, (points, target) => {
			const communes = points.map((at, i) => makeCommune({ ...at, code: String(10_000 + i) }));
			const found = createPlaces({ communes, aliases: [], zones: [] }).nearestCommune(
				target.lat,
				target.lon,
			);
			const km = (at: { lat: number; lon: number }) =>
				distanceKm(target.lat, target.lon, at.lat, at.lon);
			expect(km(found)).toBe(Math.min(...communes.map(km)));
		}),
	);
});
