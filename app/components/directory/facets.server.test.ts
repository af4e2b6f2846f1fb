import { expect, test } from "vitest";
import { EMPTY_DIRECTORY_QUERY } from "#app/domain/directory.ts";
import { packagedReference } from "#db/reference.server.ts";
import type { Facets, FacetValue } from "#search/port.ts";
import { facetsView } from "./facets.server.ts";

const { taxonomy } = packagedReference();

function value(code: string, count: number, selected = false): FacetValue {
	return { value: code, label: code, count, selected };
}

function makeFacets(overrides: Partial<Facets> = {}): Facets {
	return {
		segment: [
			value("proprete", 30),
			value("nettoyage-locaux", 20),
			value("vitrerie-nettoyage", 5),
			value("espaces-verts", 12),
		],
		kind: [],
		reservation: [],
		region: [],
		departement: [],
		epci: [],
		mode: [],
		fresh: [],
		ess: [],
		tag: [],
		...overrides,
	};
}

test("without a segment, families are offered and no leaf", () => {
	const { segment } = facetsView(makeFacets(), EMPTY_DIRECTORY_QUERY, taxonomy);
	expect(segment.family).toBeNull();
	expect(segment.leaves).toEqual([]);
	expect(segment.families.map(({ href, count }) => [href, count])).toEqual([
		["/fournisseurs?segment=proprete", 30],
		["/fournisseurs?segment=espaces-verts", 12],
	]);
});

test("with a leaf, its family is open and the other families stay offered", () => {
	const query = { ...EMPTY_DIRECTORY_QUERY, segments: ["nettoyage-locaux"] };
	const { segment } = facetsView(makeFacets(), query, taxonomy);
	expect(segment.family).toMatchObject({ code: "proprete", count: 30 });
	expect(segment.leaves.map((leaf) => leaf.value)).toEqual([
		"nettoyage-locaux",
		"vitrerie-nettoyage",
	]);
	expect(segment.families).toHaveLength(1);
	expect(segment.kept).toEqual([]);
});

test("segments of other families are carried along by the form", () => {
	const query = { ...EMPTY_DIRECTORY_QUERY, segments: ["nettoyage-locaux", "peinture"] };
	expect(facetsView(makeFacets(), query, taxonomy).segment.kept).toEqual(["peinture"]);
});

test("only the largest territories are shown, and those in force", () => {
	const departement = Array.from({ length: 20 }, (_, n) =>
		value(`departement:${n}`, 20 - n, n === 15),
	);
	const shown = facetsView(
		makeFacets({ departement }),
		EMPTY_DIRECTORY_QUERY,
		taxonomy,
	).departement;
	expect(shown).toHaveLength(9);
	expect(shown.at(-1)?.value).toBe("departement:15");
});
