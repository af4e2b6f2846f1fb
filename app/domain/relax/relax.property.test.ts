import fc from "fast-check";
import { expect, test } from "vitest";
import { matched, PLACES, prepared, TAXONOMY } from "#tests/factories/match.ts";
import { needArb } from "#tests/factories/match-need-arb.ts";
import { suppliersArb } from "#tests/factories/match-supplier-arb.ts";
import { mergePatch } from "#tests/factories/merge-patch.ts";
import { shuffledWorld } from "#tests/factories/shuffled.ts";
import { oracleAnswer } from "#tests/oracle/oracle.ts";
import { fileSource } from "../match/file-source.ts";
import { canonicalText } from "../match/need-digest.ts";
import type { RelaxationChange } from "../match-types.ts";
import type { Need } from "../need.ts";
import type { Supplier } from "../supplier.ts";
import { parseNeed } from "../validation.ts";
import type { Scope } from "../vocabulary.ts";
import { applyChanges } from "./apply.ts";
import { changeTo } from "./lever.ts";
import { allLevers, relaxNeed } from "./relax.ts";
import { Rematch } from "./rematch.ts";
import { stepsOf } from "./steps.ts";

const RUNS = { numRuns: 60 };
const TIMEOUT_MS = 120_000;

/** What a prediction says, step point or proposal alike. */
interface Prediction {
	readonly changes: readonly RelaxationChange[];
	readonly confirmed: number;
	readonly real: number;
	readonly organisations: number;
	readonly gained: readonly string[];
	readonly lost: readonly string[];
}

function relaxed(need: Need, suppliers: readonly Supplier[], scope: Scope) {
	return relaxNeed(prepared(need), fileSource(suppliers, PLACES), { scope, viewer: "identified" });
}

function predictionsFor(need: Need, suppliers: readonly Supplier[], scope: Scope): Prediction[] {
	const answer = relaxed(need, suppliers, scope);
	const steps = answer.steps.flatMap(({ points }) =>
		points.map(({ change, value: _, ...figures }) => ({ ...figures, changes: [change] })),
	);
	const proposals = answer.relaxations.map(
		({ nature: _, possible: __, patch: ___, ...proposal }) => proposal,
	);
	return [...steps, ...proposals];
}

/** The same figures by a full match of the changed need. */
function byMatch(need: Need, suppliers: readonly Supplier[], scope: Scope) {
	const answer = matched(need, suppliers, { scope });
	const real = answer.suppliers.filter(({ verdict }) => verdict !== "excluded");
	const { confirmed, organisations } = answer;
	return { confirmed, organisations, real: answer.real, ids: real.map(({ id }) => id).sort() };
}

/** The same figures by the specification written a second time. */
function byOracle(need: Need, suppliers: readonly Supplier[], scope: Scope) {
	const world = { need: { on: "2026-11-21", ...need }, places: PLACES, taxonomy: TAXONOMY };
	const { confirmed, possible, organisations, verdicts } = oracleAnswer(
		world as Parameters<typeof oracleAnswer>[0],
		suppliers,
		scope,
	);
	const ids = Object.keys(verdicts).filter((id) => verdicts[id] !== "excluded");
	return { confirmed, organisations, real: confirmed + possible, ids: ids.sort() };
}

for (const scope of ["any", "whole"] as const) {
	test(
		`scope ${scope}: a change made and the need matched again give exactly what was predicted`,
		() => {
			let seen = 0;
			fc.assert(
				fc.property(needArb, suppliersArb, (need, suppliers) => {
					const before = byMatch(need, suppliers, scope).ids;
					for (const { changes, ...predicted } of predictionsFor(need, suppliers, scope)) {
						seen++;
						const changed = applyChanges(need, changes);
						parseNeed(JSON.parse(JSON.stringify(changed)));
						for (const found of [
							byMatch(changed, suppliers, scope),
							byOracle(changed, suppliers, scope),
						]) {
							const { ids, ...figures } = found;
							expect({
								...figures,
								gained: ids.filter((id) => !before.includes(id)),
								lost: before.filter((id) => !ids.includes(id)),
							}).toEqual({ ...predicted });
						}
					}
				}),
				RUNS,
			);
			expect(seen).toBeGreaterThan(20);
		},
		TIMEOUT_MS,
	);

	test(
		`scope ${scope}: the order of services, sites, cells, offers and suppliers changes no proposal, step or question`,
		() => {
			fc.assert(
				fc.property(needArb, suppliersArb, fc.infiniteStream(fc.nat()), (need, suppliers, dice) => {
					const other = shuffledWorld(need, suppliers, dice);
					const [a, b] = [
						relaxed(need, suppliers, scope),
						relaxed(other.need, other.suppliers, scope),
					];
					const unpatched = (answer: typeof a) =>
						answer.relaxations.map(({ patch: _, ...proposal }) => proposal);
					expect(unpatched(b)).toEqual(unpatched(a));
					expect(b.steps).toEqual(a.steps);
					const plain = (answer: typeof a) =>
						answer.unknowns.map(({ id, facts }) => ({ id, facts }));
					expect(canonicalText(plain(b))).toEqual(canonicalText(plain(a)));
				}),
				RUNS,
			);
		},
		TIMEOUT_MS,
	);

	test(
		`scope ${scope}: the patch of a proposal, applied to the need as JSON, gives what was predicted`,
		() => {
			fc.assert(
				fc.property(needArb, suppliersArb, (need, suppliers) => {
					for (const { patch, real, organisations } of relaxed(need, suppliers, scope)
						.relaxations) {
						const patched = mergePatch(JSON.parse(JSON.stringify(need)), patch);
						expect(byMatch(parseNeed(patched), suppliers, scope)).toMatchObject({
							real,
							organisations,
						});
					}
				}),
				RUNS,
			);
		},
		TIMEOUT_MS,
	);

	test(
		`scope ${scope}: each value of each condition gives what a match of the whole base gives`,
		() => {
			let gains = 0;
			fc.assert(
				fc.property(needArb, suppliersArb, fc.nat(), (need, suppliers, pick) => {
					const ready = prepared(need);
					const rematch = new Rematch(ready, fileSource(suppliers, PLACES).columns, scope);
					const before = byMatch(need, suppliers, scope).ids;
					for (const lever of allLevers(rematch, "identified")) {
						const value = lever.values[pick % Math.max(1, lever.values.length)];
						if (value === undefined) continue;
						const change = changeTo(lever, value);
						const { offer, gained, lost } = rematch.try([change]);
						const { ids, ...found } = byMatch(applyChanges(need, [change]), suppliers, scope);
						const { confirmed, possible, organisations } = offer;
						expect({ confirmed, organisations, real: confirmed + possible }).toEqual(found);
						expect(gained.length).toBe(ids.filter((id) => !before.includes(id)).length);
						expect(lost.length).toBe(before.filter((id) => !ids.includes(id)).length);
						gains += gained.length;
					}
				}),
				RUNS,
			);
			expect(gains).toBeGreaterThan(10);
		},
		TIMEOUT_MS,
	);

	test(
		`scope ${scope}: where each value asks less than the last, the points found by halves are all of them`,
		() => {
			fc.assert(
				fc.property(needArb, suppliersArb, (need, suppliers) => {
					const { columns } = fileSource(suppliers, PLACES);
					const rematch = new Rematch(prepared(need), columns, scope);
					const levers = allLevers(rematch, "identified").filter(
						(lever) => lever.scale === "easing",
					);
					for (const { lever, points } of stepsOf(rematch, levers)) {
						let before = "";
						const all = lever.values.filter((value) => {
							const { gained, lost } = rematch.try([changeTo(lever, value)]);
							expect(lost).toEqual([]);
							const isPoint = gained.join() !== before;
							before = gained.join();
							return isPoint;
						});
						expect(points.map(({ value }) => value)).toEqual(all);
					}
				}),
				RUNS,
			);
		},
		TIMEOUT_MS,
	);

	test(
		`scope ${scope}: proposals are eight at most, each changes the real offer, and none touches the segment`,
		() => {
			fc.assert(
				fc.property(needArb, suppliersArb, (need, suppliers) => {
					const { relaxations, organisations } = relaxed(need, suppliers, scope);
					expect(relaxations.length).toBeLessThanOrEqual(8);
					for (const proposal of relaxations) {
						expect(proposal.gained.length).toBeGreaterThan(0);
						expect(proposal.organisations).toBeGreaterThanOrEqual(organisations);
						expect(proposal.real).toBe(proposal.confirmed + proposal.possible);
						expect(proposal.changes.map(({ check }) => check)).not.toContain("segment");
						if (scope === "any") {
							expect(proposal.changes.map(({ check }) => check)).not.toContain("area");
						}
					}
				}),
				RUNS,
			);
		},
		TIMEOUT_MS,
	);
}
