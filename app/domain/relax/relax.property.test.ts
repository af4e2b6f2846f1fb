import fc from "fast-check";
import { expect, test } from "vitest";
import { matched, PLACES, prepared, TAXONOMY } from "#tests/factories/match.ts";
import { needArb } from "#tests/factories/match-need-arb.ts";
import { suppliersArb } from "#tests/factories/match-supplier-arb.ts";
import { oracleAnswer } from "#tests/oracle/oracle.ts";
import { fileSource } from "../match/file-source.ts";
import type { RelaxationChange } from "../match-types.ts";
import type { Need } from "../need.ts";
import type { Supplier } from "../supplier.ts";
import { parseNeed } from "../validation.ts";
import type { Scope } from "../vocabulary.ts";
import { applyChanges } from "./apply.ts";
import { relaxNeed } from "./relax.ts";

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

function predictionsFor(need: Need, suppliers: readonly Supplier[], scope: Scope): Prediction[] {
	const answer = relaxNeed(prepared(need), fileSource(suppliers, PLACES), {
		scope,
		viewer: "identified",
	});
	const steps = answer.steps.flatMap(({ points }) =>
		points.map(({ change, value: _, ...figures }) => ({ ...figures, changes: [change] })),
	);
	const proposals = answer.relaxations.map(({ nature: _, possible: __, ...proposal }) => proposal);
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
}
