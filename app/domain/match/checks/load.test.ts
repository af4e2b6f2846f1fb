import { expect, test } from "vitest";
import { checkOf, makeNeed, matched } from "#tests/factories/match.ts";
import { makeOffer, makeSupplier } from "#tests/factories/supplier.ts";
import type { Need, Quantity } from "../../need.ts";
import type { Capacity, Offer } from "../../supplier.ts";

function capacity(asked: Quantity, offered: Capacity[] | null, daysPerWeek: number | null = null) {
	const need = makeNeed({}, { quantity: asked, daysPerWeek });
	return checkOf("capacity", need, { capacity: offered, daysPerWeek: 7 }).verdict;
}

const M2_WEEK: Quantity = { amount: 100, unit: "m2", per: "week" };

test("capacity: the limit itself is met, more is unmet", () => {
	expect(capacity(M2_WEEK, [{ unit: "m2", per: "week", max: 100 }])).toBe("met");
	expect(capacity(M2_WEEK, [{ unit: "m2", per: "week", max: 99 }])).toBe("unmet");
});

test("capacity: every entry of the unit must hold it", () => {
	const entries: Capacity[] = [
		{ unit: "m2", per: "week", max: 200 },
		{ unit: "m2", per: "month", max: 100 },
	];
	expect(capacity(M2_WEEK, entries)).toBe("unmet");
});

test("capacity: no entry of the unit, no limit in it, or no conversion, is unknown", () => {
	expect(capacity(M2_WEEK, [{ unit: "t", per: "week", max: 1 }])).toBe("unknown");
	expect(capacity(M2_WEEK, [])).toBe("unknown");
	expect(capacity(M2_WEEK, null)).toBe("unknown");
	expect(capacity(M2_WEEK, [{ unit: "m2", per: "week", max: null }])).toBe("unknown");
	expect(capacity(M2_WEEK, [{ unit: "m2", per: "order", max: 500 }])).toBe("unknown");
	expect(capacity({ ...M2_WEEK, per: "order" }, [{ unit: "m2", per: "year", max: 500 }])).toBe(
		"unknown",
	);
});

test("capacity: what is left counts for 90 days; then the maximum does, and it is at best unknown", () => {
	const entry = { unit: "m2", per: "week", max: 500, remaining: 50 } as const;
	expect(capacity(M2_WEEK, [{ ...entry, remainingOn: "2026-08-23" }])).toBe("unmet");
	expect(capacity(M2_WEEK, [{ ...entry, remainingOn: "2026-08-22" }])).toBe("unknown");
	expect(capacity(M2_WEEK, [entry])).toBe("unknown");
	expect(capacity(M2_WEEK, [{ ...entry, max: 99, remainingOn: "2026-08-22" }])).toBe("unmet");
	expect(
		capacity(M2_WEEK, [{ ...entry, max: 50, remaining: 100, remainingOn: "2026-11-01" }]),
	).toBe("met");
});

test("capacity: kilograms and tonnes convert; a year is 12 months and 52 weeks", () => {
	const tonnes = { amount: 1, unit: "t", per: "month" } as const;
	expect(capacity(tonnes, [{ unit: "kg", per: "month", max: 1000 }])).toBe("met");
	expect(capacity(tonnes, [{ unit: "kg", per: "month", max: 999 }])).toBe("unmet");
	expect(capacity(tonnes, [{ unit: "t", per: "year", max: 12 }])).toBe("met");
	expect(capacity(tonnes, [{ unit: "t", per: "year", max: 11.9 }])).toBe("unmet");
	expect(
		capacity({ ...tonnes, amount: 52, per: "year" }, [{ unit: "t", per: "week", max: 1 }]),
	).toBe("met");
	expect(
		capacity({ ...tonnes, amount: 52.1, per: "year" }, [{ unit: "t", per: "week", max: 1 }]),
	).toBe("unmet");
});

test("capacity: a day or a visit becomes a week by the days asked, else is unknown; equal periods compare as they are", () => {
	const daily = { amount: 20, unit: "m2", per: "day" } as const;
	expect(capacity(daily, [{ unit: "m2", per: "week", max: 100 }], 5)).toBe("met");
	expect(capacity(daily, [{ unit: "m2", per: "week", max: 99 }], 5)).toBe("unmet");
	expect(capacity(daily, [{ unit: "m2", per: "week", max: 99 }])).toBe("unknown");
	expect(capacity(daily, [{ unit: "m2", per: "day", max: 20 }])).toBe("met");
	expect(capacity({ ...daily, per: "visit" }, [{ unit: "m2", per: "week", max: 100 }], 5)).toBe(
		"met",
	);
});

function order(amountEur: number | null, orderEur: Offer["orderEur"], need: Partial<Need> = {}) {
	return checkOf("order", makeNeed(need, { amountEur }), { orderEur }).verdict;
}

test("order: between the limits, both included; a side without limit holds", () => {
	expect(order(5000, { min: 5000, max: 5000 })).toBe("met");
	expect(order(4999, { min: 5000, max: null })).toBe("unmet");
	expect(order(5001, { min: null, max: 5000 })).toBe("unmet");
	expect(order(900_000, { min: 5000, max: null })).toBe("met");
});

test("order: no limits known is unknown", () => {
	expect(order(5000, null)).toBe("unknown");
	expect(order(5000, { min: null, max: null })).toBe("unknown");
});

/** Two sites, of which the second has no amount. */
function partly(first: number): Partial<Need> {
	return {
		sites: [
			{ id: "a", commune: "56260" },
			{ id: "b", commune: "56260" },
		],
		cells: [
			{ service: "n1", site: "a", amountEur: first },
			{ service: "n1", site: "b" },
		],
	};
}

/** Verdict of a check on the whole need. */
function whole(
	check: "order" | "capacity",
	need: Partial<Need>,
	offer: Partial<Offer>,
	service = {},
) {
	const answer = matched(makeNeed(need, service), [makeSupplier({ offers: [makeOffer(offer)] })], {
		scope: "whole",
	});
	return answer.suppliers[0]?.checks.find((result) => result.check === check)?.verdict;
}

test("order: an amount missing is unknown, unless what is known already exceeds the maximum", () => {
	expect(whole("order", partly(3000), { orderEur: { min: null, max: 5000 } })).toBe("unknown");
	expect(whole("order", partly(6000), { orderEur: { min: null, max: 5000 } })).toBe("unmet");
	expect(whole("order", partly(3000), { orderEur: { min: 4000, max: null } })).toBe("unknown");
});

const TWO_SITES: Partial<Need> = {
	sites: [
		{ id: "a", commune: "56260" },
		{ id: "b", commune: "56206" },
	],
};

test("a total on a service counts for the whole, and leaves its share by site unknown", () => {
	const total = { quantity: M2_WEEK, amountEur: 10_000 };
	const offer: Partial<Offer> = {
		capacity: [{ unit: "m2", per: "week", max: 100 }],
		orderEur: { min: 8000, max: 10_000 },
	};
	expect(whole("capacity", TWO_SITES, offer, total)).toBe("met");
	expect(whole("order", TWO_SITES, offer, total)).toBe("met");
	const anyScope = makeNeed(TWO_SITES, total);
	expect(checkOf("capacity", anyScope, offer).verdict).toBe("unknown");
	expect(checkOf("order", anyScope, offer).verdict).toBe("unknown");
});

test("on the whole, an offer carries the sum of its cells", () => {
	const cells = ["a", "b"].map((site) => ({
		service: "n1",
		site,
		quantity: M2_WEEK,
		amountEur: 3000,
	}));
	const need = { ...TWO_SITES, cells };
	const offer = (max: number, eur: number): Partial<Offer> => ({
		capacity: [{ unit: "m2", per: "week", max }],
		orderEur: { min: null, max: eur },
	});
	expect(whole("capacity", need, offer(200, 6000))).toBe("met");
	expect(whole("capacity", need, offer(199, 6000))).toBe("unmet");
	expect(whole("order", need, offer(200, 5999))).toBe("unmet");
	expect(checkOf("capacity", makeNeed(need), offer(100, 3000)).verdict).toBe("met");
});

test("on the whole, one offer on a parent node taken for two of its segments carries both", () => {
	const need = makeNeed({
		services: [
			{ id: "n1", segment: "nettoyage-locaux", quantity: M2_WEEK },
			{ id: "n2", segment: "vitrerie", quantity: M2_WEEK },
		],
	});
	const parent = (max: number) =>
		makeOffer({
			segment: "proprete",
			includesChildren: true,
			capacity: [{ unit: "m2", per: "week", max }],
		});
	const real = (...offers: Offer[]) =>
		matched(need, [makeSupplier({ offers })], { scope: "whole" }).real;
	expect(real(parent(200))).toBe(1);
	expect(real(parent(199))).toBe(0);
	// A second offer can take one of the two.
	const own = makeOffer({ segment: "vitrerie", capacity: [{ unit: "m2", per: "week", max: 100 }] });
	expect(real(parent(199), own)).toBe(1);
});
