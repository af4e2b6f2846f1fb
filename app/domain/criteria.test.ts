import { expect, test } from "vitest";
import { makeCriterion, makeSegment } from "#tests/factories/reference.ts";
import { createCriteria } from "./criteria.ts";
import { createTaxonomy } from "./taxonomy.ts";

const taxonomy = createTaxonomy([
	makeSegment({ code: "proprete" }),
	makeSegment({
		code: "bionettoyage",
		parent: "proprete",
		typicalConstraints: ["window", "certificates:certibiocide"],
	}),
	makeSegment({ code: "nettoyage-locaux", parent: "proprete" }),
]);

const criteria = createCriteria(
	[
		makeCriterion({ code: "rc-professionnelle", segments: [] }),
		makeCriterion({ code: "cles-alarme", segments: ["nettoyage-locaux"] }),
		makeCriterion({ code: "produits", segments: ["proprete"] }),
		makeCriterion({ code: "protocole", segments: ["bionettoyage"] }),
		makeCriterion({ code: "certibiocide", type: "certificate", segments: ["bionettoyage"] }),
	],
	taxonomy,
);

const codesFor = (segment: string) => criteria.ofSegment(segment).map(({ code }) => code);

test("typical conditions come first, then the leaf’s, its family’s, and everyone’s", () => {
	expect(codesFor("bionettoyage")).toEqual([
		"certibiocide",
		"protocole",
		"produits",
		"rc-professionnelle",
	]);
});

test("a parent lists its own conditions before those of its leaves", () => {
	expect(codesFor("proprete")).toEqual([
		"produits",
		"cles-alarme",
		"protocole",
		"certibiocide",
		"rc-professionnelle",
	]);
});

test("an unknown segment has no condition", () => {
	expect(codesFor("nulle-part")).toEqual([]);
});

test("a code is looked up, and undefined when it is not ours", () => {
	expect(criteria.criterionOf("cles-alarme")?.segments).toEqual(["nettoyage-locaux"]);
	expect(criteria.criterionOf("slug-libre")).toBeUndefined();
});
