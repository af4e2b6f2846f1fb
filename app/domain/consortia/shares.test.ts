import { expect, test } from "vitest";
import { groupsOf, SITES, serving, threeSites } from "#tests/factories/consortia.ts";
import { makeNeed, matched } from "#tests/factories/match.ts";
import type { Need, Service } from "../need.ts";
import type { Offer, Supplier } from "../supplier.ts";

/** One site in Vannes. */
const oneSite = (service: Partial<Service>): Need =>
	makeNeed({ consortiaAllowed: true }, { amountEur: 20_000, ...service });

/** A supplier of the only site. */
const local = (id: string, offer: Partial<Offer>): Supplier =>
	serving(id, ["56260"], {}, { orderEur: { min: null, max: 50_000 }, ...offer });

test("days add up: three days and two days share five", () => {
	const need = oneSite({ daysPerWeek: 5 });
	const [three, two, one] = [3, 2, 1].map((daysPerWeek) =>
		local(`days-${daysPerWeek}`, { daysPerWeek }),
	) as [Supplier, Supplier, Supplier];
	const [group] = matched(need, [three, two, one]).consortia;
	expect(group?.shares).toEqual({ "n1/vannes": expect.arrayContaining(["days-3", "days-2"]) });
	expect(group?.verdict).toBe("confirmed");
	expect(groupsOf(need, [two, one])).toEqual([]);
});

test("capacities add up in the same unit, whatever the period they are told by", () => {
	const need = oneSite({ quantity: { amount: 900, unit: "m2", per: "week" } });
	const weekly = local("weekly", { capacity: [{ unit: "m2", per: "week", max: 500 }] });
	const yearly = local("yearly", { capacity: [{ unit: "m2", per: "year", max: 20_800 }] });
	const [group] = matched(need, [weekly, yearly]).consortia;
	expect(group?.verdict).toBe("confirmed");
	expect(group?.details.map(({ shared }) => shared)).toEqual([["n1/vannes"], ["n1/vannes"]]);
	const short = local("short", { capacity: [{ unit: "m2", per: "week", max: 399 }] });
	expect(groupsOf(need, [weekly, short])).toEqual([]);
	const unsaid = local("unsaid", {});
	// Alone it may well take everything: it is then asked, and in no group.
	expect(groupsOf(need, [weekly, unsaid])).toEqual([]);
});

test("a cell is shared only as far as it must: three of 500 m² between two of 750 m² share one", () => {
	const quantity = { amount: 500, unit: "m2", per: "week" } as const;
	const need = threeSites({
		cells: SITES.map(({ id }) => ({ service: "n1", site: id, quantity })),
	});
	const everywhere = (id: string) =>
		serving(
			id,
			["56260", "56121", "56165"],
			{},
			{ capacity: [{ unit: "m2", per: "week", max: 750 }] },
		);
	const [group] = matched(need, [everywhere("a"), everywhere("b")]).consortia;
	expect(
		Object.values(group?.shares ?? {})
			.map((takers) => takers.length)
			.sort(),
	).toEqual([1, 1, 2]);
});

test("order limits are those of the share: two contracts of 40 000 € go to two members that stop at 60 000 €", () => {
	const cells = SITES.slice(0, 2).map(({ id }) => ({ service: "n1", site: id, amountEur: 40_000 }));
	const need = makeNeed({ sites: SITES.slice(0, 2), cells, consortiaAllowed: true });
	const upTo = (id: string, max: number | null, min: number | null = null) =>
		serving(id, ["56260", "56121"], {}, { orderEur: { min, max } });
	const [group] = matched(need, [upTo("a", 60_000), upTo("b", 60_000)]).consortia;
	expect(new Set(Object.values(group?.shares ?? {}).flat())).toEqual(new Set(["a", "b"]));
	expect(groupsOf(need, [upTo("a", 60_000), upTo("b", 30_000)])).toEqual([]);
	expect(groupsOf(need, [upTo("a", 60_000), upTo("b", null, 50_000)])).toEqual([]);
});

test("an amount never makes a cell shared: three of 40 000 € do not fit two members that stop at 60 000 €", () => {
	const cells = SITES.map(({ id }) => ({ service: "n1", site: id, amountEur: 40_000 }));
	const everywhere = (id: string) =>
		serving(id, ["56260", "56121", "56165"], {}, { orderEur: { min: null, max: 60_000 } });
	expect(groupsOf(threeSites({ cells }), ["a", "b"].map(everywhere))).toEqual([]);
	expect(groupsOf(threeSites({ cells }), ["a", "b", "c"].map(everywhere))).toHaveLength(1);
});

test("a total whose split is not known stays with one member to be confirmed, and is possible otherwise", () => {
	const need = threeSites({}, { quantity: { amount: 900, unit: "m2", per: "week" } });
	const capacity = [{ unit: "m2" as const, per: "week" as const, max: 600 }];
	const [group] = matched(need, [
		serving("west", ["56121"], {}, { capacity }),
		serving("east", ["56260", "56165"], {}, { capacity }),
	]).consortia;
	expect(group?.verdict).toBe("possible");
	const small = [{ unit: "m2" as const, per: "week" as const, max: 200 }];
	expect(
		groupsOf(need, [
			serving("west", ["56121"], {}, { capacity: small }),
			serving("east", ["56260", "56165"], {}, { capacity }),
		]),
	).toEqual([]);
});

test("one offer taken for two segments carries both with one capacity", () => {
	const quantity = { amount: 300, unit: "m2", per: "week" } as const;
	const need: Need = {
		...makeNeed({ consortiaAllowed: true }),
		services: [
			{ id: "n1", segment: "nettoyage-locaux" },
			{ id: "v1", segment: "vitrerie" },
		],
		cells: [
			{ service: "n1", site: "vannes", quantity },
			{ service: "v1", site: "vannes", quantity },
		],
	};
	const both = (max: number): Supplier =>
		serving(
			"both",
			["56260"],
			{},
			{
				segment: "proprete",
				includesChildren: true,
				capacity: [{ unit: "m2", per: "week", max }],
			},
		);
	const glass = serving(
		"glass",
		["56260"],
		{},
		{
			segment: "vitrerie",
			capacity: [{ unit: "m2", per: "week", max: 200 }],
		},
	);
	expect(groupsOf(need, [both(400), glass])).toEqual([
		{ members: "both+glass", verdict: "confirmed" },
	]);
	expect(groupsOf(need, [both(399), glass])).toEqual([]);
});
