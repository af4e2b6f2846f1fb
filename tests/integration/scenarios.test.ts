import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fileSource } from "#app/domain/match/file-source.ts";
import { type MatchOptions, matchNeed } from "#app/domain/match/match.ts";
import { prepareNeed } from "#app/domain/match/prepare-need.ts";
import type { MatchAnswer, MatchedSupplier } from "#app/domain/match-types.ts";
import { parseNeed, parseSupplier } from "#app/domain/validation.ts";
import { CHECK_IDS, type CheckId, type Scope } from "#app/domain/vocabulary.ts";
import { packagedReference } from "#db/reference.server.ts";

/** The expected answers of a scenario file (`../shared/scenarios/README.md`). */
interface Expected {
	any: ExpectedScope;
	whole: ExpectedScope & {
		failed?: Record<string, CheckId[]>;
		unknown?: Record<string, CheckId[]>;
	};
	byCell?: Record<
		string,
		Record<string, { verdict: string; failed: CheckId[]; unknown: CheckId[] }>
	>;
	daytime?: Record<string, unknown>;
}

interface ExpectedScope {
	match: Record<string, unknown>;
	verdicts: Record<string, string>;
	target: number;
	combinations: { checks: CheckId[]; organisations: number }[];
}

interface Scenario {
	need: Record<string, unknown>;
	needDaytime?: Record<string, unknown>;
	suppliers: { id: string }[];
	expected: Expected;
}

const reference = packagedReference();

function prepare(need: unknown) {
	return prepareNeed(parseNeed(need), {
		today: "2026-11-21",
		places: reference.places,
		taxonomy: reference.taxonomy,
	});
}

function sourceOf(scenario: Scenario) {
	return fileSource(
		scenario.suppliers.map((supplier) => parseSupplier(supplier)),
		reference.places,
	);
}

/** Every supplier of the base as the answer describes it: the list, then those whom each check removes. */
function everySupplier(
	scenario: Scenario,
	need: unknown,
	options: MatchOptions,
): Map<string, MatchedSupplier> {
	const prepared = prepare(need);
	const source = sourceOf(scenario);
	const found = new Map<string, MatchedSupplier>();
	const collect = (answer: MatchAnswer) => {
		for (const supplier of answer.suppliers) found.set(supplier.id, supplier);
	};
	collect(matchNeed(prepared, source, options));
	for (const removedBy of CHECK_IDS) {
		collect(matchNeed(prepared, source, { ...options, removedBy }));
	}
	return found;
}

function comparable({ suppliers: _, nextCursor: __, combinations: ___, ...rest }: MatchAnswer) {
	return rest;
}

function checkScope(scenario: Scenario, scope: Scope): void {
	const expected = scenario.expected[scope];
	const answer = matchNeed(prepare(scenario.need), sourceOf(scenario), { scope });
	expect(comparable(answer)).toMatchObject(expected.match);
	const all = everySupplier(scenario, scenario.need, { scope });
	const verdicts = Object.fromEntries([...all].map(([id, { verdict }]) => [id, verdict]));
	expect(verdicts).toEqual(expected.verdicts);
	const target = { ...scenario.need, minCompetition: expected.target };
	const combinations = matchNeed(prepare(target), sourceOf(scenario), { scope }).combinations;
	const key = (one: { checks: readonly CheckId[] }) => one.checks.join();
	expect([...combinations].sort((a, b) => (key(a) < key(b) ? -1 : 1))).toEqual(
		[...expected.combinations].sort((a, b) => (key(a) < key(b) ? -1 : 1)),
	);
}

const SHARED = "../shared/scenarios";
const PACKAGED = "tests/fixtures/scenario-1";

/** Scenario 1 ships with the project, its suppliers as a file to match against. */
function packagedScenario(): Scenario {
	const read = (file: string) => readFileSync(join(PACKAGED, file), "utf8");
	return {
		need: JSON.parse(read("need.json")),
		needDaytime: JSON.parse(read("need-daytime.json")),
		suppliers: read("suppliers.ndjson")
			.split("\n")
			.filter(Boolean)
			.map((line) => JSON.parse(line)),
		expected: JSON.parse(read("expected.json")),
	};
}

function sharedScenarios(): { name: string; scenario: Scenario }[] {
	if (!existsSync(SHARED)) return [];
	return readdirSync(SHARED)
		.filter((name) => name.endsWith(".json"))
		.map((name) => ({ name, scenario: JSON.parse(readFileSync(join(SHARED, name), "utf8")) }));
}

const shared = sharedScenarios();
const scenarios = [{ name: "scenario 1 as packaged", scenario: packagedScenario() }, ...shared];

test.skipIf(shared.length === 0)(
	`the scenarios of ${SHARED} are there (skipped when absent)`,
	() => {
		expect(shared.map(({ name }) => name.slice(0, 2))).toEqual(["01", "02", "03"]);
	},
);

for (const { name, scenario } of scenarios) {
	test(`${name}: scope any gives the expected heads, waterfall, cells, verdicts and combinations`, () => {
		checkScope(scenario, "any");
	});

	test(`${name}: scope whole gives the expected heads, waterfall, verdicts and combinations`, () => {
		checkScope(scenario, "whole");
	});

	const { byCell } = scenario.expected;
	if (byCell)
		test(`${name}: each supplier fails and leaves unknown what is expected on each cell`, () => {
			const all = everySupplier(scenario, scenario.need, { detail: "cells" });
			for (const [cell, suppliers] of Object.entries(byCell)) {
				for (const [id, expected] of Object.entries(suppliers)) {
					const found = all.get(id)?.byCell?.[cell];
					expect({ id, cell, ...found }).toEqual({
						id,
						cell,
						verdict: expected.verdict,
						failed: CHECK_IDS.filter((check) => expected.failed.includes(check)),
						unknown: CHECK_IDS.filter((check) => expected.unknown.includes(check)),
					});
				}
			}
		});

	if (scenario.expected.whole.failed)
		test(`${name}: scope whole fails and leaves unknown what is expected of each supplier`, () => {
			const all = everySupplier(scenario, scenario.need, { scope: "whole" });
			for (const verdict of ["failed", "unknown"] as const) {
				const wanted = verdict === "failed" ? "unmet" : "unknown";
				for (const [id, checks] of Object.entries(scenario.expected.whole[verdict] ?? {})) {
					const found = all
						.get(id)
						?.checks.filter((result) => result.verdict === wanted)
						.map((result) => result.check);
					expect({ id, found: [...(found ?? [])].sort() }).toEqual({
						id,
						found: [...checks].sort(),
					});
				}
			}
		});

	if (scenario.needDaytime)
		test(`${name}: the daytime need gives the expected heads`, () => {
			const answer = matchNeed(prepare(scenario.needDaytime), sourceOf(scenario));
			const { theoretical, confirmed, possible, organisations, cells } =
				scenario.expected.daytime ?? {};
			expect(answer).toMatchObject({ theoretical, confirmed, possible, organisations, cells });
		});
}
