import { expect, test } from "vitest";
import type { CheckResult, MatchedSupplier, WaterfallStep } from "../match-types.ts";
import { CHECK_IDS } from "../vocabulary.ts";
import { funnelOf, quietSentence } from "./funnel.ts";
import { CONDITION_NAMES, REMOVED_BY } from "./removed-words.ts";
import { unknownCounts, unknownSentence } from "./unknowns.ts";

function step(check: WaterfallStep["check"], remaining: number, removed: number): WaterfallStep {
	return { check, remaining, removed, removedAlone: 0 };
}

function supplier(
	verdict: MatchedSupplier["verdict"],
	...unknown: { check: CheckResult["check"]; negotiable?: boolean }[]
): MatchedSupplier {
	return {
		id: "x",
		siret: null,
		name: "X",
		verdict,
		distanceKm: null,
		cell: null,
		checks: unknown.map(({ check, negotiable = false }) => ({
			check,
			service: null,
			cell: null,
			verdict: "unknown",
			asked: null,
			offered: null,
			negotiable,
			source: null,
			on: null,
		})),
		care: [],
		stale: false,
		verifiedOn: null,
		commune: null,
		lat: null,
		lon: null,
		kinds: null,
	};
}

test("the funnel begins with the trade, and does not count the rest of the base as put off", () => {
	const funnel = funnelOf([step("segment", 28, 1472), step("area", 28, 0), step("window", 0, 28)]);
	expect(funnel.rows.map((row) => [row.check, row.removed])).toEqual([
		["segment", 0],
		["window", 28],
	]);
	expect(funnel.quiet).toEqual(["area"]);
	expect(funnel.widest).toBe(28);
});

test("quiet checks are told apart from those that had nobody left to judge", () => {
	const some = funnelOf([step("segment", 5, 0), step("area", 5, 0), step("order", 5, 0)]);
	expect(quietSentence(some, (check) => check)).toBe(
		"2\u00a0autres critères n’écartent personne de plus\u202f: area, order.",
	);
	const none = funnelOf([step("segment", 5, 0), step("area", 0, 5), step("order", 0, 0)]);
	expect(quietSentence(none, (check) => check)).toContain("Plus personne");
	expect(quietSentence(funnelOf([step("segment", 1, 0)]), (check) => check)).toBeNull();
});

test("unknowns are counted among those that nothing excludes, the most frequent first", () => {
	const counts = unknownCounts([
		supplier("possible", { check: "window" }, { check: "order" }),
		supplier("possible", { check: "window" }),
		supplier("confirmed"),
		supplier("excluded", { check: "stock" }),
	]);
	expect(counts).toEqual([
		{ check: "window", count: 2, total: 3 },
		{ check: "order", count: 1, total: 3 },
	]);
	expect(counts.map(unknownSentence)).toEqual([
		"2 sur 3 n’ont pas dit leurs horaires",
		"1 sur 3 n’a pas dit quels montants elle accepte",
	]);
});

test("what can be discussed is not unknown", () => {
	expect(unknownCounts([supplier("possible", { check: "window", negotiable: true })])).toEqual([]);
});

test("every check has its words", () => {
	for (const check of CHECK_IDS) {
		expect(REMOVED_BY[check]).toMatch(/^par/);
		expect(CONDITION_NAMES[check]).not.toBe("");
		expect(unknownSentence({ check, count: 2, total: 3 })).toMatch(/^2 sur 3 /);
	}
});
