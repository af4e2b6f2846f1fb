import fc from "fast-check";
import { expect, test } from "vitest";
import { makeSupplier } from "#tests/factories/supplier.ts";
import { supplierArb } from "#tests/factories/supplier-arb.ts";
import { canonicalSupplier, formatSupplier } from "./canonical.ts";
import {
	compactFacts,
	provenanceOf,
	type StatedValue,
	withOrigin,
	withOriginText,
} from "./provenance.ts";

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

test("an origin is told alike in an object and in its line", () => {
	const origin = { source: "ici", on: "2026-01-01" };
	fc.assert(
		fc.property(supplierArb, (drawn) => {
			const supplier = canonicalSupplier(drawn);
			expect(withOriginText(formatSupplier(supplier), supplier.facts, origin)).toBe(
				formatSupplier(withOrigin(supplier, origin)),
			);
		}),
	);
	const tricky = makeSupplier({
		description: '","facts":{"',
		defaults: { capabilities: { facts: true } },
		facts: { facts: { source: "x" } },
	});
	expect(withOriginText(formatSupplier(tricky), tricky.facts, origin)).toBe(
		formatSupplier(withOrigin(tricky, origin)),
	);
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
