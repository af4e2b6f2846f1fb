import { expect, test } from "vitest";
import { EMPTY_DIRECTORY_QUERY } from "#app/domain/directory.ts";
import { packagedReference } from "#db/reference.server.ts";
import { listChips, nearName, placeField } from "./chips.ts";

const reference = packagedReference();
const { places, placeSearch } = reference;

test("each filter in force is a chip, in words, that leads to the list without it", () => {
	const query = {
		...EMPTY_DIRECTORY_QUERY,
		q: "bureaux",
		segments: ["nettoyage-locaux"],
		kinds: ["ESAT" as const],
		zones: ["departement:56" as const],
		serves: "56260",
	};
	const chips = listChips(query, reference);
	expect(chips.map(({ label }) => label)).toEqual([
		"«\u202fbureaux\u202f»",
		"Nettoyage de locaux",
		"ESAT",
		"Installées\u202f: Morbihan",
		"Interviennent à Vannes",
	]);
	expect(chips[1]?.href).toBe(
		"/fournisseurs?q=bureaux&kind=ESAT&zone=departement%3A56&serves=56260",
	);
});

test("lifting the only place also lifts the sort by distance", () => {
	const near = {
		...EMPTY_DIRECTORY_QUERY,
		near: { commune: "56260" },
		km: 10,
		sort: "distance" as const,
	};
	expect(listChips(near, reference)[0]?.href).toBe("/fournisseurs");
	const both = { ...near, serves: "56260" };
	expect(listChips(both, reference).find(({ filter }) => filter === "near")?.href).toBe(
		"/fournisseurs?serves=56260&sort=distance",
	);
});

test("going back to a chip's list goes back to its first page", () => {
	const query = { ...EMPTY_DIRECTORY_QUERY, q: "a", tag: "reemploi" as const, page: 4 };
	expect(listChips(query, reference).map(({ href }) => href)).toEqual([
		"/fournisseurs?tag=reemploi",
		"/fournisseurs?q=a",
	]);
});

test("what a place field shows is understood when it is sent back", () => {
	for (const code of ["56260", "93066", "75056", "2A004"]) {
		expect(placeSearch.resolve(placeField(places, code))?.code).toBe(code);
	}
	expect(placeField(places, null)).toBe("");
});

test("a point is named by its coordinates", () => {
	const query = { ...EMPTY_DIRECTORY_QUERY, near: { lat: 47.65, lon: -2.76 }, km: 5 };
	expect(nearName(query, places)).toBe("ce point (47.650, -2.760)");
});
