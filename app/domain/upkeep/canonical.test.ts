import fc from "fast-check";
import { expect, test } from "vitest";
import { makeSupplier } from "#tests/factories/supplier.ts";
import { supplierArb } from "#tests/factories/supplier-arb.ts";
import { type Supplier, supplierSchema } from "../supplier.ts";
import { canonicalSupplier, formatSupplier } from "./canonical.ts";

test("null and absent are the same text", () => {
	const offers = [{ segment: "traiteur", daysPerWeek: null, orderEur: { min: null, max: 10 } }];
	const bare = [{ orderEur: { max: 10 }, segment: "traiteur" }];
	expect(formatSupplier(makeSupplier({ group: null, offers }))).toBe(
		formatSupplier(makeSupplier({ offers: bare })),
	);
});

test("what is known to be empty is kept", () => {
	const supplier = canonicalSupplier(makeSupplier({ kinds: [], tags: [], offers: [] }));
	expect(supplier).toMatchObject({ kinds: [], tags: [], offers: [] });
});

test("every property of the exchange format survives", () => {
	fc.assert(
		fc.property(supplierArb, (supplier) => {
			const said = withoutNulls(supplier);
			expect(canonicalSupplier(supplier)).toEqual(said);
			expect(JSON.parse(formatSupplier(supplier))).toEqual(said);
		}),
	);
});

test("the one form of a supplier is valid, and its own one form", () => {
	fc.assert(
		fc.property(supplierArb, (supplier) => {
			const once = formatSupplier(supplier);
			const parsed = supplierSchema.parse(JSON.parse(once));
			expect(formatSupplier(parsed)).toBe(once);
		}),
	);
});

test("a property added to the schema is written without a change here", () => {
	const line = formatSupplier(makeSupplier({ commercialSharePct: 12 } satisfies Partial<Supplier>));
	expect(line).toContain('"commercialSharePct":12');
});

function withoutNulls(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutNulls);
	if (value === null || typeof value !== "object") return value;
	const entries = Object.entries(value).filter(([, item]) => item !== null && item !== undefined);
	return Object.fromEntries(entries.map(([key, item]) => [key, withoutNulls(item)]));
}
