import { expect, test } from "vitest";
import {
	checkOf,
	makeNeed,
	matched,
	PLACES,
	prepared,
	suppliersWith,
} from "#tests/factories/match.ts";
import { makeOffer, makeSupplier } from "#tests/factories/supplier.ts";
import type { MatchedSupplier } from "../match-types.ts";
import type { Need } from "../need.ts";
import type { Offer } from "../supplier.ts";
import { fileSource } from "./file-source.ts";
import { matchNeed } from "./match.ts";

function only(need: Need, ...offers: Offer[]): MatchedSupplier {
	const [supplier] = matched(need, [makeSupplier({ offers })]).suppliers;
	if (!supplier) throw new Error("not shown");
	return supplier;
}

const DAYS = makeNeed({}, { daysPerWeek: 5 });

test("a supplier is confirmed when nothing is unmet nor unknown and its offer was verified within a year", () => {
	expect(only(DAYS, makeOffer({ daysPerWeek: 5 })).verdict).toBe("confirmed");
	expect(only(DAYS, makeOffer({ daysPerWeek: null })).verdict).toBe("possible");
	expect(only(DAYS, makeOffer({ daysPerWeek: 4 })).verdict).toBe("excluded");
});

test("an offer is stale without a date, before the same day one year earlier, or verified by nobody but an import", () => {
	const verdict = (offer: Partial<Offer>) => {
		const { verdict, stale } = only(DAYS, makeOffer({ daysPerWeek: 5, ...offer }));
		return [verdict, stale];
	};
	expect(verdict({ verifiedOn: "2025-11-21" })).toEqual(["confirmed", false]);
	expect(verdict({ verifiedOn: "2025-11-20" })).toEqual(["possible", true]);
	expect(verdict({ verifiedOn: null })).toEqual(["possible", true]);
	expect(verdict({ verifiedBy: "cress" })).toEqual(["confirmed", false]);
	expect(verdict({ verifiedBy: "import" })).toEqual(["possible", true]);
	expect(verdict({ verifiedBy: null })).toEqual(["possible", true]);
});

test("a fact given once in the defaults is inherited, an offer's own wins, capabilities code by code", () => {
	const need = makeNeed({}, { daysPerWeek: 5, capabilities: ["a", "b"] });
	const verdicts = (offer: Partial<Offer>) => {
		const supplier = makeSupplier({
			defaults: { daysPerWeek: 5, capabilities: { a: true, b: false } },
			offers: [makeOffer(offer)],
		});
		return matched(need, [supplier])
			.suppliers[0]?.checks.map(({ verdict }) => verdict)
			.slice(2);
	};
	expect(verdicts({})).toEqual(["met", "unmet"]);
	expect(verdicts({ daysPerWeek: 3, capabilities: { b: true } })).toEqual(["unmet", "met"]);
	expect(verdicts({ daysPerWeek: null, capabilities: { b: null } })).toEqual(["met", "unmet"]);
});

test("among several offers the best choice is the one with fewest unmet, then fewest unknown, then not stale", () => {
	const need = makeNeed({}, { daysPerWeek: 5, visitHours: 2 });
	const chosen = (...offers: Partial<Offer>[]) =>
		only(need, ...offers.map((offer) => makeOffer(offer))).checks.find(
			({ check }) => check === "daysPerWeek",
		)?.offered;
	expect(chosen({ daysPerWeek: 1, minVisitHours: 1 }, { daysPerWeek: null })).toBe(null);
	expect(
		chosen({ daysPerWeek: null, minVisitHours: 1 }, { daysPerWeek: 6, minVisitHours: 1 }),
	).toBe(6);
	const fresh = { daysPerWeek: 6, minVisitHours: 1 };
	const stale = { daysPerWeek: 7, minVisitHours: 1, verifiedOn: "2024-01-01" };
	expect(chosen(stale, fresh)).toBe(6);
});

test("an unmet check that the need or the offer would discuss is unknown and to negotiate", () => {
	const offer = { daysPerWeek: 3 };
	expect(checkOf("daysPerWeek", DAYS, { ...offer, flexible: ["daysPerWeek"] })).toMatchObject({
		verdict: "unknown",
		negotiable: true,
		offered: 3,
	});
	const open = { ...DAYS, negotiable: ["daysPerWeek" as const] };
	expect(checkOf("daysPerWeek", open, offer)).toMatchObject({
		verdict: "unknown",
		negotiable: true,
	});
	// What is merely not known is not to negotiate.
	expect(checkOf("daysPerWeek", open, { daysPerWeek: null })).toMatchObject({
		verdict: "unknown",
		negotiable: false,
	});
});

test("segment, near, kind and reservation are never negotiable", () => {
	const need = makeNeed({
		reservation: "handicap",
		kinds: ["ESAT"],
		location: { rule: "sits-within", km: 1 },
		negotiable: ["segment", "near", "kind", "reservation"],
	});
	const supplier = { kinds: [], commune: "56121", lat: 47.7478, lon: -3.3669 };
	const offer: Partial<Offer> = {
		flexible: ["near", "kind", "reservation"],
		area: { country: true },
	};
	for (const check of ["near", "kind", "reservation"] as const) {
		expect(checkOf(check, need, offer, supplier).verdict).toBe("unmet");
	}
});

const TWO_SITES = makeNeed(
	{
		sites: [
			{ id: "vannes", commune: "56260" },
			{ id: "lorient", commune: "56121" },
		],
	},
	{ daysPerWeek: 5 },
);

test("scope any judges cell by cell and keeps the best cell's verdict; scope whole needs every cell", () => {
	const suppliers = suppliersWith({ daysPerWeek: 5 });
	const any = matched(TWO_SITES, suppliers);
	expect(any).toMatchObject({ theoretical: 1, confirmed: 1, reachMedian: 1 });
	expect(any.suppliers[0]).toMatchObject({ cell: "n1/vannes", verdict: "confirmed" });
	expect(any.cells).toEqual([
		{ cell: "n1/vannes", theoretical: 1, confirmed: 1, possible: 0 },
		{ cell: "n1/lorient", theoretical: 0, confirmed: 0, possible: 0 },
	]);
	const whole = matched(TWO_SITES, suppliers, { scope: "whole" });
	expect(whole).toMatchObject({ theoretical: 0, real: 0, reachMedian: null, cells: null });
	expect(whole.suppliers[0]?.checks.find(({ check }) => check === "area")).toMatchObject({
		verdict: "unmet",
		cell: "n1/lorient",
	});
});

test("the waterfall removes a supplier at the first check that no cell and no choice of offers survives", () => {
	const need = makeNeed({}, { daysPerWeek: 5, visitHours: 2, firmStock: true });
	const suppliers = [
		...suppliersWith(
			{ daysPerWeek: 5, minVisitHours: 1, stock: "firm" },
			{ daysPerWeek: 4, minVisitHours: 1, stock: "firm" },
			{ daysPerWeek: 4, minVisitHours: 3, stock: "firm" },
			{ daysPerWeek: 5, minVisitHours: 1, stock: "as-found" },
		),
		makeSupplier({ id: "none", offers: [makeOffer({ segment: "mobilier-reemploi" })] }),
		makeSupplier({
			id: "two",
			offers: [makeOffer({ daysPerWeek: 4 }), makeOffer({ daysPerWeek: 5, stock: "as-found" })],
		}),
	];
	expect(matched(need, suppliers).waterfall).toEqual([
		{ check: "segment", remaining: 5, removed: 1, removedAlone: 0 },
		{ check: "area", remaining: 5, removed: 0, removedAlone: 0 },
		{ check: "daysPerWeek", remaining: 3, removed: 2, removedAlone: 2 },
		{ check: "visitHours", remaining: 3, removed: 0, removedAlone: 0 },
		{ check: "stock", remaining: 1, removed: 2, removedAlone: 2 },
	]);
});

test("organisations are counted by group, else by SIREN, else by id", () => {
	const suppliers = [
		makeSupplier({ id: "a", group: "g" }),
		makeSupplier({ id: "b", group: "g", siren: "732829320" }),
		makeSupplier({ id: "c", siret: "73282932000074" }),
		makeSupplier({ id: "d", siren: "732829320" }),
		makeSupplier({ id: "e" }),
	];
	expect(matched(makeNeed(), suppliers)).toMatchObject({ real: 5, organisations: 3 });
});

test("the lower median of the cells within reach is taken among theoretical suppliers", () => {
	const country = { area: { country: true } };
	const near = { area: { radiusKm: 20 } };
	expect(matched(TWO_SITES, suppliersWith(country, near)).reachMedian).toBe(1);
	expect(matched(TWO_SITES, suppliersWith(country, country, near)).reachMedian).toBe(2);
	expect(matched(TWO_SITES, []).reachMedian).toBeNull();
});

test("the answer is plain data that survives a trip through JSON", () => {
	const source = fileSource(suppliersWith({ daysPerWeek: 5 }, {}), PLACES);
	const answer = matchNeed(prepared(TWO_SITES), source, { detail: "cells" });
	expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
});
