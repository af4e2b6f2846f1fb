import { expect, test } from "vitest";
import { makeSegment } from "#tests/factories/reference.ts";
import { cpvDigits, createTaxonomy } from "./taxonomy.ts";

const taxonomy = createTaxonomy([
	makeSegment({ code: "proprete", parent: null, cpv: ["909"] }),
	makeSegment({ code: "nettoyage-locaux", parent: "proprete", cpv: ["9091"], naf: ["8121Z"] }),
	makeSegment({ code: "vitrerie", parent: "proprete", cpv: ["909113"], naf: ["8121Z"] }),
	makeSegment({ code: "epicerie", parent: null, cpv: ["15800000"] }),
	makeSegment({ code: "boulangerie", parent: null, cpv: ["158"] }),
]);

test("the longest CPV prefix decides, whatever the length of the code", () => {
	expect(taxonomy.ofCpv("90911300-9")?.code).toBe("vitrerie");
	expect(taxonomy.ofCpv("90911200")?.code).toBe("nettoyage-locaux");
	expect(taxonomy.ofCpv("90900000")?.code).toBe("proprete");
	expect(taxonomy.ofCpv("909")?.code).toBe("proprete");
	expect(taxonomy.ofCpv("45000000")).toBeUndefined();
});

test("zeros count: a prefix of eight digits is that one code", () => {
	expect(taxonomy.ofCpv("15800000")?.code).toBe("epicerie");
	expect(taxonomy.ofCpv("15811000")?.code).toBe("boulangerie");
});

test("what is not a CPV code leads nowhere", () => {
	expect(cpvDigits("nettoyage")).toBe("");
	expect(taxonomy.ofCpv("")).toBeUndefined();
	expect(taxonomy.ofCpv("9")).toBeUndefined();
});

test("a NAF code is read with or without its dot", () => {
	expect(taxonomy.ofNaf("81.21z").map((segment) => segment.code)).toEqual([
		"nettoyage-locaux",
		"vitrerie",
	]);
	expect(taxonomy.ofNaf("0000Z")).toEqual([]);
});

test("parents and leaves find each other", () => {
	expect(taxonomy.children("proprete").map((segment) => segment.code)).toEqual([
		"nettoyage-locaux",
		"vitrerie",
	]);
	expect(taxonomy.ancestors("vitrerie").map((segment) => segment.code)).toEqual(["proprete"]);
	expect(taxonomy.ancestors("proprete")).toEqual([]);
	expect(taxonomy.parents.map((segment) => segment.code)).toEqual([
		"proprete",
		"epicerie",
		"boulangerie",
	]);
});

test("a prefix owned twice, a code there twice or an unknown parent is refused", () => {
	const segment = makeSegment({ code: "a", cpv: ["90"] });
	expect(() => createTaxonomy([segment, makeSegment({ code: "b", cpv: ["90"] })])).toThrow("90");
	expect(() => createTaxonomy([segment, segment])).toThrow("a");
	expect(() => createTaxonomy([makeSegment({ parent: "nulle-part" })])).toThrow("nulle-part");
});
