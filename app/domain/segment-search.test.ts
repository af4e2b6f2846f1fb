import { expect, test } from "vitest";
import { makeSegment } from "#tests/factories/reference.ts";
import { createSegmentSearch } from "./segment-search.ts";
import { createTaxonomy } from "./taxonomy.ts";

const search = createSegmentSearch(
	createTaxonomy([
		makeSegment({ code: "proprete", label: "Propreté", cpv: ["909"] }),
		makeSegment({
			code: "nettoyage-locaux",
			parent: "proprete",
			label: "Nettoyage de locaux",
			cpv: ["9091"],
			synonyms: ["ménage", "nettoyage de bureaux"],
		}),
		makeSegment({
			code: "vitrerie-nettoyage",
			parent: "proprete",
			label: "Nettoyage de vitres",
			cpv: ["909113"],
			synonyms: ["laveur de vitres"],
		}),
		makeSegment({ code: "traiteur", label: "Traiteur et buffets", synonyms: ["vin d’honneur"] }),
	]),
);

const codes = (query: string) => search.search(query).map(({ segment }) => segment.code);

test("accents, capitals and plurals do not matter", () => {
	expect(codes("PROPRETE")).toEqual(["proprete"]);
	expect(codes("traiteurs")).toEqual(["traiteur"]);
	expect(codes("vin d'honneur")).toEqual(["traiteur"]);
});

test("the beginning of a word is enough, and the whole phrase comes first", () => {
	expect(codes("nettoy")).toEqual(["nettoyage-locaux", "vitrerie-nettoyage"]);
	expect(codes("nettoyage de vitres")[0]).toBe("vitrerie-nettoyage");
});

test("a synonym that led there is named", () => {
	expect(search.search("menage")).toMatchObject([
		{ segment: { code: "nettoyage-locaux" }, because: "ménage" },
	]);
	expect(search.search("proprete")[0]?.because).toBeNull();
});

test("a CPV code leads to its segment, a group to those below too", () => {
	expect(codes("90911300")).toEqual(["vitrerie-nettoyage"]);
	expect(codes("909")).toEqual(["proprete", "nettoyage-locaux", "vitrerie-nettoyage"]);
});

test("nothing typed lists everything, nonsense nothing", () => {
	expect(codes(" ")).toHaveLength(4);
	expect(codes("xyzzy")).toEqual([]);
	expect(codes("!?")).toEqual([]);
});
