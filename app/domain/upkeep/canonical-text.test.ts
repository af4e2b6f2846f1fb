import fc from "fast-check";
import { expect, test } from "vitest";
import { makeSupplier } from "#tests/factories/supplier.ts";
import { supplierArb } from "#tests/factories/supplier-arb.ts";
import { supplierSchema } from "../supplier.ts";
import { formatSupplier } from "./canonical.ts";
import { canonicalText } from "./canonical-text.ts";

/** What the schema and the canonical form give, one after the other. */
function bySchema(value: unknown): string | null {
	const parsed = supplierSchema.safeParse(value);
	return parsed.success ? formatSupplier(parsed.data) : null;
}

const inOnePass = canonicalText;

test("a supplier of every field is read alike, and accepted", () => {
	const supplier = makeSupplier({
		siren: "807469317",
		network: "Unea",
		website: "https://exemple.fr",
		contacts: 2,
		commercialSharePct: 30,
		tihConsent: false,
		name: "  Les Ajoncs  ",
		defaults: { minVisitHours: 2, closures: [{ from: "08-01", to: "08-21" }] },
	});
	expect(inOnePass(supplier)).toBe(bySchema(supplier));
	expect(inOnePass(supplier)).toContain('"name":"Les Ajoncs"');
});

test("every valid supplier is accepted, in the same form", () => {
	fc.assert(
		fc.property(supplierArb, (supplier) => {
			expect(bySchema(supplier)).not.toBeNull();
			expect(inOnePass(supplier)).toBe(bySchema(supplier));
		}),
	);
});

const strange = fc.oneof(
	fc.jsonValue(),
	fc.constantFrom<unknown>(
		...[
			"",
			"x",
			"2026-02-30",
			"2026-02-29",
			"24:00",
			"24:01",
			"02-30",
			"56260",
			"2A004",
			"ÉTÉ",
			'a"b',
			"a\\b",
			"\u2028",
			"😀",
			"\ud800",
			"\u0007",
		],
		...["A".repeat(301), "commune:56260", "departement:2A", "region:5", "supplier", "ESAT"],
		...[-1, 0, 0.5, 7, 8, 24.5, 1e9, 90.1, 1501, [], {}, [null], [""], { max: -1 }, { x: null }],
		...[{ source: "" }, { code: "haccp", until: "demain" }, Array.from({ length: 60 }, () => ({}))],
	),
);

test("a value put anywhere in a supplier is accepted by both or by neither", () => {
	fc.assert(
		fc.property(supplierArb, strange, fc.nat(), fc.boolean(), (supplier, value, at, asNew) => {
			const changed = structuredClone(supplier) as unknown as Record<string, unknown>;
			const places = placesOf(changed);
			const place = places[at % places.length];
			if (!place) return;
			if (asNew && !Array.isArray(place.holder)) place.holder["nouveau"] = value;
			else place.holder[place.key] = value;
			expect(inOnePass(changed)).toBe(bySchema(changed));
		}),
		{ numRuns: 1000 },
	);
}, 30_000);

test("a property left out is accepted by both or by neither", () => {
	fc.assert(
		fc.property(supplierArb, fc.nat(), (supplier, at) => {
			const changed = structuredClone(supplier) as unknown as Record<string, unknown>;
			const places = placesOf(changed);
			const place = places[at % places.length];
			if (!place || Array.isArray(place.holder)) return;
			delete place.holder[place.key];
			expect(inOnePass(changed)).toBe(bySchema(changed));
		}),
	);
});

test("what is no object at all is refused by both", () => {
	for (const value of [null, undefined, 1, "x", [], [makeSupplier()]]) {
		expect(inOnePass(value)).toBe(bySchema(value));
	}
});

interface Place {
	readonly holder: Record<string, unknown>;
	readonly key: string;
}

/** Every property and item of a value, however deep. */
function placesOf(value: unknown): Place[] {
	if (value === null || typeof value !== "object") return [];
	const holder = value as Record<string, unknown>;
	return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesOf(holder[key])]);
}
