import fc from "fast-check";
import { expect, test } from "vitest";
import { makeSupplier } from "#tests/factories/supplier.ts";
import { compactFacts, provenanceOf, type StatedValue, withOrigin } from "./provenance.ts";

test("a value answers with its own source, else its offer's, else the supplier's", () => {
	const facts = {
		"*": { source: "liste" },
		"offers[0]": { source: "cress" },
		"offers[0].daysPerWeek": { source: "revue" },
	};
	expect(provenanceOf({ facts }, "offers[0].daysPerWeek")?.source).toBe("revue");
	expect(provenanceOf({ facts }, "offers[0].area.zones[3]")?.source).toBe("cress");
	expect(provenanceOf({ facts }, "offers[1].daysPerWeek")?.source).toBe("liste");
	expect(provenanceOf({ facts: null }, "name")).toBeNull();
});

test("an origin already told is kept", () => {
	const told = makeSupplier({ facts: { "*": { source: "ailleurs" } } });
	expect(withOrigin(told, { source: "ici" })).toBe(told);
});

test("compact facts give every value its provenance back", () => {
	const path = fc.constantFrom(
		"name",
		"commune",
		"offers[0].area",
		"offers[0].daysPerWeek",
		"offers[1]",
		"offers[1].area",
		"offers[1].modes",
	);
	const provenance = fc.record({
		source: fc.constantFrom("a", "b", "c"),
		on: fc.constantFrom("2026-01-01", null),
	});
	const stated = fc.dictionary(path, provenance, { minKeys: 1 });
	fc.assert(
		fc.property(stated, (byPath) => {
			const values = Object.entries(byPath) as unknown as StatedValue[];
			const facts = compactFacts(values);
			for (const [at, said] of values) expect(provenanceOf({ facts }, at)).toEqual(said);
			expect(Object.keys(facts).length).toBeLessThanOrEqual(values.length + 2);
		}),
	);
});
