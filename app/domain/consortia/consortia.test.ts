import { expect, test } from "vitest";
import { makeNeed, matched } from "#tests/factories/match.ts";
import { makeAccreditation, makeOffer, makeSupplier } from "#tests/factories/supplier.ts";
import type { Need, Service } from "../need.ts";
import type { Offer, Supplier } from "../supplier.ts";

const SITES = [
	{ id: "vannes", commune: "56260" },
	{ id: "lorient", commune: "56121" },
	{ id: "ploermel", commune: "56165" },
];

/** Cleaning on three distant sites, groups allowed. */
function threeSites(overrides: Partial<Need> = {}, service: Partial<Service> = {}): Need {
	return makeNeed({ sites: SITES, consortiaAllowed: true, ...overrides }, service);
}

/** A willing supplier that serves the given communes. */
function serving(
	id: string,
	communes: readonly string[],
	supplier: Partial<Supplier> = {},
	offer: Partial<Offer> = {},
): Supplier {
	const zones = communes.map((code) => `commune:${code}` as const);
	return makeSupplier({
		id,
		name: id,
		consortium: "lead",
		// Away from the sites: in its own commune a supplier may always serve.
		commune: "22278",
		lat: null,
		lon: null,
		offers: [makeOffer({ area: { zones }, ...offer })],
		...supplier,
	});
}

function groupsOf(need: Need, suppliers: readonly Supplier[]) {
	return matched(need, suppliers).consortia.map(({ members, verdict }) => ({
		members: [...members].sort().join("+"),
		verdict,
	}));
}

const WEST = serving("west", ["56121"]);
const EAST = serving("east", ["56260", "56165"]);

test("two suppliers that each serve some of the sites cover them together, and each takes its own", () => {
	const [group] = matched(threeSites(), [WEST, EAST]).consortia;
	expect(group?.verdict).toBe("confirmed");
	expect(group?.shares).toEqual({
		"n1/vannes": ["east"],
		"n1/lorient": ["west"],
		"n1/ploermel": ["east"],
	});
});

test("a group with a member that the others can do without is not shown", () => {
	expect(groupsOf(threeSites(), [WEST, EAST, serving("spare", ["56260"])])).toEqual([
		{ members: "east+west", verdict: "confirmed" },
	]);
});

test("a supplier that takes everything alone is in no group", () => {
	const answer = matched(threeSites(), [WEST, EAST, serving("whole", ["56260", "56121", "56165"])]);
	expect(answer.consortia.map(({ members }) => [...members].sort())).toEqual([["east", "west"]]);
	expect(answer.consortiaSearch).toMatchObject({ alone: 1, total: 1, candidates: 3, found: 3 });
});

test("two establishments of one organisation are not a group", () => {
	const group = { group: "apaj" };
	expect(
		groupsOf(threeSites(), [
			{ ...WEST, ...group },
			{ ...EAST, ...group },
		]),
	).toEqual([]);
});

test("a supplier that refuses groups is in none, and one that has not said makes its group possible", () => {
	expect(groupsOf(threeSites(), [WEST, { ...EAST, consortium: "no" }])).toEqual([]);
	expect(groupsOf(threeSites(), [WEST, { ...EAST, consortium: null }])).toEqual([
		{ members: "east+west", verdict: "possible" },
	]);
});

test("a group that nobody leads is not shown; one whose lead has not said so is possible", () => {
	const member = { consortium: "member" as const };
	expect(
		groupsOf(threeSites(), [
			{ ...WEST, ...member },
			{ ...EAST, ...member },
		]),
	).toEqual([]);
	const [group] = matched(threeSites(), [{ ...WEST, ...member }, EAST]).consortia;
	expect(group?.lead).toBe("east");
});

test("electronic invoicing is asked of the lead alone", () => {
	const need = threeSites({}, { eInvoicing: "chorus" });
	const without = { eInvoicing: "none" as const };
	expect(
		groupsOf(need, [
			{ ...WEST, ...without },
			{ ...EAST, eInvoicing: "chorus" },
		]),
	).toEqual([{ members: "east+west", verdict: "confirmed" }]);
	expect(
		groupsOf(need, [
			{ ...WEST, ...without },
			{ ...EAST, ...without },
		]),
	).toEqual([]);
	const [possible] = matched(need, [{ ...WEST, ...without }, EAST]).consortia;
	expect(possible).toMatchObject({ lead: "east", verdict: "possible" });
	expect(possible?.details.find(({ id }) => id === "east")?.unknown).toEqual(["eInvoicing"]);
});

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

test("under a reservation every member must be eligible, with the article and how sure it is", () => {
	const need = threeSites({ reservation: "handicap" });
	expect(groupsOf(need, [WEST, { ...EAST, kinds: [] }])).toEqual([]);
	const [group] = matched(need, [
		WEST,
		{ ...EAST, kinds: [makeAccreditation({ code: "EATT" })] },
	]).consortia;
	expect(group?.verdict).toBe("possible");
	const [east, west] = ["east", "west"].map((id) =>
		group?.details.find((member) => member.id === id),
	);
	expect(west?.eligibility).toEqual({
		article: "L2113-12",
		confidence: "V1",
		state: "proved",
		kinds: ["ESAT"],
	});
	expect(east?.eligibility).toMatchObject({ state: "to-confirm", kinds: ["EATT"] });
	expect(east?.unknown).toEqual(["reservation"]);
});

test("what a member would discuss makes the group possible, and only identified buyers read it", () => {
	const need = threeSites({}, { daysPerWeek: 5 });
	const suppliers = [
		serving("west", ["56121"], {}, { daysPerWeek: 3, flexible: ["daysPerWeek"] }),
		serving("east", ["56260", "56165"], {}, { daysPerWeek: 5 }),
	];
	const west = (viewer: "anonymous" | "identified") =>
		matched(need, suppliers, { viewer }).consortia[0]?.details.find(({ id }) => id === "west");
	expect(west("identified")).toMatchObject({ unknown: [], toDiscuss: ["daysPerWeek"] });
	expect(west("anonymous")).toMatchObject({ unknown: ["daysPerWeek"], toDiscuss: [] });
});

test("confirmed groups come first, then smaller ones, then those with less to ask", () => {
	const suppliers = [
		WEST,
		EAST,
		serving("east-silent", ["56260", "56165"], { consortium: null }),
		serving("east-stale", ["56260", "56165"], { consortium: null }, { verifiedOn: "2020-01-01" }),
		serving("vannes", ["56260"]),
		serving("ploermel", ["56165"]),
	];
	expect(groupsOf(threeSites(), suppliers)).toEqual([
		{ members: "east+west", verdict: "confirmed" },
		{ members: "ploermel+vannes+west", verdict: "confirmed" },
		{ members: "east-silent+west", verdict: "possible" },
		{ members: "east-stale+west", verdict: "possible" },
	]);
});

test("no more than 50 groups are shown, and the answer then says that there are more", () => {
	const many = Array.from({ length: 8 }, (_, i) => [
		serving(`west-${i}`, ["56121"]),
		serving(`east-${i}`, ["56260", "56165"]),
	]).flat();
	const answer = matched(threeSites(), many);
	expect(answer.consortia).toHaveLength(50);
	expect(answer.consortiaSearch).toMatchObject({ total: null, complete: true });
	expect(matched(threeSites(), many.slice(0, 14)).consortiaSearch?.total).toBe(49);
});

test("groups are sought when the need allows them or the caller asks, with the first page only", () => {
	const closed = threeSites({ consortiaAllowed: false });
	expect(matched(closed, [WEST, EAST])).toMatchObject({ consortia: [], consortiaSearch: null });
	expect(matched(closed, [WEST, EAST], { consortia: true }).consortia).toHaveLength(1);
	expect(matched(threeSites(), [WEST, EAST], { consortia: false }).consortiaSearch).toBeNull();
	expect(matched(threeSites(), [WEST, EAST], { removedBy: "area" }).consortiaSearch).toBeNull();
});

test("the cells that nobody could take a part of are named", () => {
	expect(matched(threeSites(), [WEST]).consortiaSearch?.uncovered).toEqual([
		"n1/vannes",
		"n1/ploermel",
	]);
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
