import { expect, test } from "vitest";
import { makeNeed, matched, suppliersWith } from "#tests/factories/match.ts";
import { makeAccreditation, makeOffer, makeSupplier } from "#tests/factories/supplier.ts";
import type { Supplier } from "../supplier.ts";

const DAYS = makeNeed({}, { daysPerWeek: 5 });

test("an anonymous reader gets verdicts, never the values of facts that are not public", () => {
	const need = makeNeed({}, { amountEur: 5000, daysPerWeek: 5, staffTransfer: true });
	const suppliers = suppliersWith({
		orderEur: { min: null, max: 4000 },
		daysPerWeek: 4,
		flexible: ["daysPerWeek"],
		staffTransfer: "studies",
	});
	const of = (viewer: "anonymous" | "identified") =>
		Object.fromEntries(
			matched(need, suppliers, { viewer }).suppliers[0]?.checks.map((check) => [
				check.check,
				check,
			]) ?? [],
		);
	const anonymous = of("anonymous");
	expect(anonymous["order"]).toMatchObject({ verdict: "unmet", withheld: true });
	expect(anonymous["order"]).not.toHaveProperty("offered");
	expect(anonymous["order"]).not.toHaveProperty("margin");
	expect(anonymous["staffTransfer"]).toMatchObject({ verdict: "unknown", withheld: true });
	// To say « à négocier » would tell that the supplier is ready to discuss it.
	expect(anonymous["daysPerWeek"]).toMatchObject({
		verdict: "unknown",
		withheld: true,
		negotiable: false,
	});
	const identified = of("identified");
	expect(identified["order"]).toMatchObject({ offered: { min: null, max: 4000 }, margin: -1000 });
	expect(identified["daysPerWeek"]).toMatchObject({ offered: 4, negotiable: true });
});

test("each result carries the source and the date of the fact it read", () => {
	const supplier = (facts: Supplier["facts"], defaults: Supplier["defaults"] = null) =>
		matched(DAYS, [
			makeSupplier({ facts, defaults, offers: [makeOffer(defaults ? {} : { daysPerWeek: 4 })] }),
		]).suppliers[0]?.checks.find(({ check }) => check === "daysPerWeek");
	expect(
		supplier({ "offers[0].daysPerWeek": { source: "revue-2026", on: "2026-05-02" } }),
	).toMatchObject({
		source: "revue-2026",
		on: "2026-05-02",
	});
	expect(
		supplier({ "defaults.daysPerWeek": { source: "liste", on: null } }, { daysPerWeek: 4 }),
	).toMatchObject({ source: "liste", on: null });
	expect(supplier(null)).toMatchObject({ source: "supplier", on: "2026-06-01" });
});

test("points of care never exclude, and those that tell of money are for identified buyers", () => {
	const need = makeNeed({}, { amountEur: 40_000 });
	const supplier = makeSupplier({
		turnoverEur: 100_000,
		contacts: 1,
		kinds: [makeAccreditation({ code: "ACI" })],
		commercialSharePct: 28,
		offers: [makeOffer({ skills: "staff-dependent", orderEur: { min: null, max: 90_000 } })],
	});
	const of = (viewer: "anonymous" | "identified") =>
		matched(need, [supplier], { viewer }).suppliers[0];
	expect(of("identified")).toMatchObject({
		verdict: "confirmed",
		care: ["skills", "turnover", "commercial-ceiling", "single-contact"],
	});
	expect(of("anonymous")?.care).toEqual(["skills", "single-contact"]);
});
