import { expect, test } from "vitest";
import { groupsOf, SITES, serving, threeSites } from "#tests/factories/consortia.ts";
import { matched } from "#tests/factories/match.ts";
import { makeAccreditation } from "#tests/factories/supplier.ts";

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

test("a minimum order is missed by who could only take too little, whatever is not known elsewhere", () => {
	const need = threeSites({
		cells: SITES.map(({ id }) => ({
			service: "n1",
			site: id,
			amountEur: id === "lorient" ? null : 10_000,
		})),
	});
	const least = (min: number) =>
		serving("east", ["56260", "56165"], {}, { orderEur: { min, max: null } });
	expect(groupsOf(need, [WEST, least(25_000)])).toEqual([]);
	expect(groupsOf(need, [WEST, least(15_000)])).toEqual([
		{ members: "east+west", verdict: "possible" },
	]);
	const west = serving("west", ["56121"], {}, { orderEur: { min: 25_000, max: null } });
	expect(groupsOf(need, [west, EAST])).toEqual([{ members: "east+west", verdict: "possible" }]);
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
