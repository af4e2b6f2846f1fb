import fc from "fast-check";
import { expect, test } from "vitest";
import { makeNeed, matched, PLACES, prepared } from "#tests/factories/match.ts";
import { suppliersArb } from "#tests/factories/match-supplier-arb.ts";
import { makeOffer, makeSupplier } from "#tests/factories/supplier.ts";
import { OfferColumns } from "./columns.ts";
import { ColumnsBuilder } from "./columns-builder.ts";
import { compileSupplier } from "./compile-supplier.ts";
import { fileSource } from "./file-source.ts";
import { IntSetsBuilder } from "./int-sets.ts";
import { matchNeed } from "./match.ts";

test("a sequence interned twice has one number, and is read back as it was", () => {
	fc.assert(
		fc.property(
			fc.array(fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 3 }), { maxLength: 200 }),
			(lists) => {
				const builder = new IntSetsBuilder();
				const numbers = lists.map((list) => builder.intern(list));
				const sets = builder.finish();
				expect(sets.size).toBe(new Set(lists.map((list) => list.join())).size);
				numbers.forEach((number, i) => {
					expect([...sets.get(number)]).toEqual(lists[i]);
				});
			},
		),
	);
});

test("columns posted to another thread in shared memory give the same answer", () => {
	fc.assert(
		fc.property(suppliersArb, (suppliers) => {
			const need = makeNeed({}, { daysPerWeek: 3, capabilities: ["cles-alarme"] });
			const builder = new ColumnsBuilder();
			suppliers.forEach((supplier, i) => {
				builder.add(compileSupplier(supplier, PLACES), i);
			});
			const columns = new OfferColumns(structuredClone(builder.finishState({ shared: true })));
			const source = { ...fileSource(suppliers, PLACES), columns };
			expect(matchNeed(prepared(need), source, { viewer: "identified" })).toEqual(
				matched(need, suppliers),
			);
		}),
		{ numRuns: 50 },
	);
});

test("offers are kept by segment, in the order of their suppliers", () => {
	const suppliers = ["a", "b", "c"].map((id) =>
		makeSupplier({ id, offers: [makeOffer({ segment: "vitrerie" }), makeOffer()] }),
	);
	const { columns } = fileSource(suppliers, PLACES);
	const { start, end } = columns.rowsOf("nettoyage-locaux");
	expect([...columns.offers.supplierRow.subarray(start, end)]).toEqual([0, 1, 2]);
	expect([...columns.offers.position.subarray(start, end)]).toEqual([1, 1, 1]);
	expect(columns.rowsOf("mobilier")).toEqual({ start: 0, end: 0 });
});

test("suppliers closed or withdrawn are not matched", () => {
	const suppliers = [
		makeSupplier({ id: "a", status: "closed" }),
		makeSupplier({ id: "b", status: "withdrawn" }),
		makeSupplier({ id: "c", status: "open" }),
	];
	expect(matched(makeNeed(), suppliers).suppliers.map(({ id }) => id)).toEqual(["c"]);
});
