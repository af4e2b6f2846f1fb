import { expect, test } from "vitest";
import { checkOf, makeNeed, matched, PLACES, prepared } from "#tests/factories/match.ts";
import { makeAccreditation, makeOffer, makeSupplier } from "#tests/factories/supplier.ts";
import type { MatchedSupplier } from "../match-types.ts";
import type { Need } from "../need.ts";
import type { Offer, Supplier } from "../supplier.ts";
import { drawRank, hashOfText } from "./draw.ts";
import { fileSource } from "./file-source.ts";
import { matchNeed } from "./match.ts";

/** Suppliers of Vannes named a, b, c…, each with one offer changed as told. */
function suppliersWith(...offers: Partial<Offer>[]): Supplier[] {
	return offers.map((offer, i) =>
		makeSupplier({ id: String.fromCharCode(97 + i), offers: [makeOffer(offer)] }),
	);
}

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

test("the list is in the order of verdicts, then of a draw that anyone can compute again", () => {
	const suppliers = suppliersWith(
		...Array.from({ length: 12 }, (_, i) => ({
			daysPerWeek: i % 3 === 0 ? 5 : i % 3 === 1 ? null : 4,
		})),
	);
	const need = { ...DAYS, id: "besoin-1" };
	const list = matched(need, suppliers).suppliers;
	const rank = ({ id, verdict }: MatchedSupplier): [number, number] => [
		["confirmed", "possible", "excluded"].indexOf(verdict),
		drawRank(hashOfText("besoin-1"), hashOfText(id)),
	];
	const expected = [...list].sort((a, b) => {
		const [x, y] = [rank(a), rank(b)];
		return x[0] - y[0] || x[1] - y[1];
	});
	expect(list.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
	const other = matched({ ...DAYS, id: "besoin-2" }, suppliers).suppliers;
	expect(other.map(({ id }) => id)).not.toEqual(list.map(({ id }) => id));
});

test("the draw is a published hash: FNV-1a of each id, mixed by MurmurHash3's last step", () => {
	expect(hashOfText("")).toBe(0x811c9dc5);
	expect(hashOfText("a")).toBe(0xe40c292c);
	expect(drawRank(0, 0)).toBe(0);
});

test("after the theoretical offer come the nearest of those whom only the area keeps out", () => {
	const far = (id: string, commune: string, kinds = [makeAccreditation()]) =>
		makeSupplier({
			id,
			commune,
			lat: null,
			lon: null,
			kinds,
			offers: [makeOffer({ area: { radiusKm: 1 } })],
		});
	const suppliers = [
		makeSupplier({ id: "here" }),
		far("lorient", "56121"),
		far("nantes", "44109"),
		// Out of the theoretical offer for another reason too.
		far("saint-brieuc", "22278", []),
	];
	const need = makeNeed({ reservation: "handicap" });
	const { theoretical, suppliers: list } = matched(need, suppliers);
	expect(theoretical).toBe(1);
	expect(list[0]?.id).toBe("here");
	expect(
		list
			.slice(1)
			.map(({ id }) => id)
			.sort(),
	).toEqual(["lorient", "nantes"]);
});

test("at most 50 near misses follow, the nearest", () => {
	const suppliers = Array.from({ length: 80 }, (_, i) =>
		makeSupplier({
			id: `s${i}`,
			commune: "22278",
			lat: 48 + i * 0.01,
			lon: -2.76,
			offers: [makeOffer({ area: { radiusKm: 1 } })],
		}),
	);
	const ids = matched(makeNeed(), suppliers).suppliers.map(({ id }) => Number(id.slice(1)));
	expect(ids.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i));
});

test("a list is read page by page without loss or repetition, in every order", () => {
	const suppliers = suppliersWith(
		...Array.from({ length: 25 }, (_, i) => ({ daysPerWeek: i % 2 ? 5 : null })),
	);
	for (const sort of ["draw", "distance", "name"] as const) {
		const all = matched(DAYS, suppliers, { sort }).suppliers.map(({ id }) => id);
		const pages: string[] = [];
		let cursor: string | null = null;
		do {
			const page = matched(DAYS, suppliers, { sort, cursor, pageSize: 4 });
			pages.push(...page.suppliers.map(({ id }) => id));
			cursor = page.nextCursor;
		} while (cursor);
		expect(pages).toEqual(all);
		expect(new Set(pages).size).toBe(25);
	}
});

test("a cursor of another list is refused", () => {
	expect(() => matched(DAYS, [], { cursor: "n'importe quoi" })).toThrow("bad-input");
	expect(() => matched(DAYS, [], { cursor: "name.12.3", sort: "draw" })).toThrow("bad-input");
});

test("removedBy lists those whom a check removes, also those without an offer on the segment", () => {
	const suppliers = [
		...suppliersWith({ daysPerWeek: 5 }, { daysPerWeek: 4 }, { daysPerWeek: 3 }),
		makeSupplier({ id: "none", offers: [makeOffer({ segment: "mobilier-reemploi" })] }),
	];
	const removed = (removedBy: "daysPerWeek" | "segment" | "area") =>
		matched(DAYS, suppliers, { removedBy })
			.suppliers.map(({ id }) => id)
			.sort();
	expect(removed("daysPerWeek")).toEqual(["b", "c"]);
	expect(removed("segment")).toEqual(["none"]);
	expect(removed("area")).toEqual([]);
});

test("combinations are the smallest sets of checks whose dropping reaches minCompetition, none when it is reached", () => {
	const need = (minCompetition: number) =>
		makeNeed({ minCompetition }, { daysPerWeek: 5, visitHours: 2, firmStock: true });
	const good = { daysPerWeek: 5, minVisitHours: 1, stock: "firm" } as const;
	const suppliers = suppliersWith(
		good,
		{ ...good, daysPerWeek: 4 },
		{ ...good, daysPerWeek: 4 },
		{ ...good, minVisitHours: 3, stock: "as-found" },
	);
	expect(matched(need(1), suppliers).combinations).toEqual([]);
	expect(matched(need(2), suppliers).combinations).toEqual([
		{ checks: ["daysPerWeek"], organisations: 3 },
		{ checks: ["visitHours", "stock"], organisations: 2 },
	]);
	expect(matched(need(4), suppliers).combinations).toEqual([
		{ checks: ["daysPerWeek", "visitHours", "stock"], organisations: 4 },
	]);
	expect(matched(need(5), suppliers).combinations).toEqual([]);
});

test("an operator with several suppliers counts once in a combination, with the best of them", () => {
	const good = { daysPerWeek: 5 };
	const suppliers = suppliersWith(good, { daysPerWeek: 4 }, { daysPerWeek: 3 }).map((supplier) => ({
		...supplier,
		group: supplier.id === "a" ? null : "g",
	}));
	expect(matched({ ...DAYS, minCompetition: 2 }, suppliers).combinations).toEqual([
		{ checks: ["daysPerWeek"], organisations: 2 },
	]);
});

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

test("distances are to the nearest site, null without position", () => {
	const [supplier] = matched(TWO_SITES, suppliersWith({})).suppliers;
	expect(supplier?.distanceKm).toBeCloseTo(0.21, 2);
	const nowhere = makeSupplier({ commune: null, lat: null, lon: null });
	expect(matched(TWO_SITES, [nowhere]).suppliers[0]?.distanceKm).toBeNull();
});

test("the answer is plain data that survives a trip through JSON", () => {
	const source = fileSource(suppliersWith({ daysPerWeek: 5 }, {}), PLACES);
	const answer = matchNeed(prepared(TWO_SITES), source, { detail: "cells" });
	expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
});
