import { expect, test } from "vitest";
import { publicSupplier } from "#app/domain/public-supplier.ts";
import type { Supplier } from "#app/domain/supplier.ts";
import { packagedReference } from "#db/reference.server.ts";
import { makeAccreditation, makeOffer, makeSupplier } from "#tests/factories/supplier.ts";
import { disagreementLines } from "./disagreement-words.ts";

const { places } = packagedReference();
const SOURCES = new Map([["liste", "Liste de 2024"]]);

function lines(supplier: Supplier, ...fields: [string, unknown][]) {
	const shown = publicSupplier(supplier);
	if (shown === null) throw new Error("not shown");
	const disagreements = fields.map(([field, value]) => {
		return { field, value, sourceId: "liste", statedOn: "2024-03-01" };
	});
	return disagreementLines(disagreements, supplier, SOURCES, shown, places);
}

test("both values are said in words, with who says the other and when", () => {
	const supplier = makeSupplier({ name: "Les Ajoncs", commune: "56260" });
	const [name, commune] = lines(supplier, ["name", "Ajoncs"], ["commune", "35238"]);
	expect(name).toMatchObject({
		field: "Nom",
		shown: "Les Ajoncs",
		other: "Ajoncs",
		source: "Liste de 2024",
		on: "1er\u00a0mars 2024",
	});
	expect(commune).toMatchObject({ shown: "Vannes (56)", other: "Rennes (35)" });
});

test("a fact of an offer is named and found in it", () => {
	const supplier = makeSupplier({ offers: [makeOffer({ daysPerWeek: 4 })] });
	expect(lines(supplier, ["offers[0].daysPerWeek", 3])).toMatchObject([
		{ field: "Jours par semaine", shown: "4", other: "3" },
	]);
});

test("a disagreement on a fact kept for buyers is not shown", () => {
	const supplier = makeSupplier({ turnoverEur: 900_000 });
	expect(
		lines(supplier, ["turnoverEur", 1], ["offers[0].capacity", []], ["offers[0].orderEur", {}]),
	).toEqual([]);
});

test("what another source says of a person's disability is not shown without consent", () => {
	const kinds = [makeAccreditation({ code: "EI" })];
	const said: [string, unknown] = ["kinds", [makeAccreditation({ code: "TIH" })]];
	expect(lines(makeSupplier({ kinds }), said)).toEqual([]);
	expect(lines(makeSupplier({ kinds, tihConsent: true }), said)).toMatchObject([{ other: "TIH" }]);
});
