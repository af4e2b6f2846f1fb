import { expect, test } from "vitest";
import { makeAccreditation, makeOffer, makeSupplier } from "#tests/factories/supplier.ts";
import { isListed, publicSupplier } from "./public-supplier.ts";

test("what only buyers may see is removed, with its provenance, and named", () => {
	const supplier = makeSupplier({
		turnoverEur: 900_000,
		consortium: "lead",
		defaults: { orderEur: { min: null, max: 60_000 }, daysPerWeek: 4 },
		offers: [
			makeOffer({
				capacity: [{ unit: "m2", per: "week", max: 6000, remaining: 100 }],
				flexible: ["window"],
				staffTransfer: "impossible",
			}),
		],
		facts: {
			turnoverEur: { source: "revue" },
			"offers[0].capacity[0].max": { source: "revue" },
			"offers[0].daysPerWeek": { source: "revue" },
		},
	});
	const shown = publicSupplier(supplier);
	expect(JSON.stringify(shown?.supplier)).not.toMatch(
		/900000|60000|6000|"lead"|impossible|flexible|capacity/,
	);
	expect(shown?.supplier.defaults?.daysPerWeek).toBe(4);
	expect(shown?.supplier.facts).toEqual({ "offers[0].daysPerWeek": { source: "revue" } });
	expect(shown?.withheld).toEqual([
		"turnoverEur",
		"consortium",
		"defaults.orderEur",
		"offers[0].capacity",
		"offers[0].staffTransfer",
		"offers[0].flexible",
	]);
	expect(supplier.turnoverEur).toBe(900_000);
});

test("a person's disability is shown only by consent", () => {
	const tih = makeAccreditation({ code: "TIH" });
	const ea = makeAccreditation({ code: "EA" });
	const hidden = publicSupplier(makeSupplier({ kinds: [tih], tihConsent: null }));
	expect(hidden).toEqual(publicSupplier(makeSupplier({ kinds: null })));
	expect(Object.keys(hidden?.supplier ?? {})).not.toContain("kinds");
	expect(publicSupplier(makeSupplier({ kinds: [tih], tihConsent: true }))?.supplier.kinds).toEqual([
		tih,
	]);
	expect(publicSupplier(makeSupplier({ kinds: [tih, ea] }))?.supplier.kinds).toEqual([ea]);
});

test("closed and withdrawn suppliers are not listed, suppliers of unknown or no kind are", () => {
	expect(isListed(makeSupplier({ status: "closed" }))).toBe(false);
	expect(isListed(makeSupplier({ status: "withdrawn" }))).toBe(false);
	expect(isListed(makeSupplier({ kinds: null }))).toBe(true);
	expect(isListed(makeSupplier({ kinds: [] }))).toBe(true);
});
