import fc from "fast-check";
import { expect, test } from "vitest";
import { matched, PLACES, prepared, TAXONOMY } from "#tests/factories/match.ts";
import { needArb, requirementsArb } from "#tests/factories/match-need-arb.ts";
import { suppliersArb } from "#tests/factories/match-supplier-arb.ts";
import { shuffledWorld } from "#tests/factories/shuffled.ts";
import { cellId, oracleAnswer } from "#tests/oracle/oracle.ts";
import type { MatchAnswer, MatchedSupplier } from "../match-types.ts";
import type { Need } from "../need.ts";
import type { Supplier } from "../supplier.ts";
import type { Scope } from "../vocabulary.ts";
import { fileSource } from "./file-source.ts";
import { checksOf } from "./masks.ts";
import { matchNeed } from "./match.ts";
import { canonicalText } from "./need-digest.ts";

/** Enough for each run of the tests; raise it by hand after a change of the engine. */
const RUNS = { numRuns: 60 };
const TIMEOUT_MS = 120_000;

/** Every supplier of the base as the answer describes it: a real one is theoretical, any other is removed by exactly one check. */
function everySupplier(need: Need, suppliers: readonly Supplier[], scope: Scope) {
	const source = fileSource(suppliers, PLACES);
	const ready = prepared(need);
	const found = new Map<string, MatchedSupplier>();
	for (const removedBy of [null, ...checksOf(ready.asked)]) {
		const options = { scope, detail: "cells", removedBy, viewer: "identified" } as const;
		for (const supplier of matchNeed(ready, source, options).suppliers) {
			found.set(supplier.id, supplier);
		}
	}
	return found;
}

function byId<T extends { id: string }>(list: Iterable<T>): T[] {
	return [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
}

for (const scope of ["any", "whole"] as const) {
	test(
		`scope ${scope}: the engine gives what the specification gives, written a second time`,
		() => {
			fc.assert(
				fc.property(needArb, suppliersArb, (need, suppliers) => {
					const expected = oracleAnswer(
						{ need, places: PLACES, taxonomy: TAXONOMY },
						suppliers,
						scope,
					);
					const answer = matched(need, suppliers, { scope });
					expect({
						theoretical: answer.theoretical,
						confirmed: answer.confirmed,
						possible: answer.possible,
						organisations: answer.organisations,
						reachMedian: answer.reachMedian,
						waterfall: answer.waterfall,
					}).toEqual({
						theoretical: expected.theoretical,
						confirmed: expected.confirmed,
						possible: expected.possible,
						organisations: expected.organisations,
						reachMedian: expected.reachMedian,
						waterfall: expected.waterfall,
					});
					const sorted = (list: MatchAnswer["combinations"]) =>
						list.map(({ checks, organisations }) => `${checks.join()} ${organisations}`).sort();
					expect(sorted(answer.combinations)).toEqual(sorted(expected.combinations));
					if (scope === "any") {
						expect(
							Object.fromEntries((answer.cells ?? []).map(({ cell, ...counts }) => [cell, counts])),
						).toEqual(expected.cells);
					}
				}),
				RUNS,
			);
		},
		TIMEOUT_MS,
	);

	test(
		`scope ${scope}: each supplier has the verdict, and on each cell the failed and unknown checks, of the specification`,
		() => {
			fc.assert(
				fc.property(needArb, suppliersArb, (need, suppliers) => {
					const expected = oracleAnswer(
						{ need, places: PLACES, taxonomy: TAXONOMY },
						suppliers,
						scope,
					);
					const found = everySupplier(need, suppliers, scope);
					const verdicts = Object.fromEntries([...found].map(([id, one]) => [id, one.verdict]));
					expect(verdicts).toEqual(expected.verdicts);
					for (const cell of (need.cells ?? []).map(cellId)) {
						for (const [id, choice] of Object.entries(expected.byCell[cell] ?? {})) {
							const { verdict, failed, unknown } = choice;
							expect({ id, cell, ...found.get(id)?.byCell?.[cell] }).toEqual({
								id,
								cell,
								verdict,
								failed,
								unknown,
							});
						}
					}
				}),
				RUNS,
			);
		},
		TIMEOUT_MS,
	);

	test(
		`scope ${scope}: adding a requirement never adds a supplier`,
		() => {
			fc.assert(
				fc.property(needArb, requirementsArb, suppliersArb, (need, extra, suppliers) => {
					const stricter: Need = {
						...need,
						services: need.services.map((service) => ({ ...service, ...added(service, extra) })),
					};
					const before = everySupplier(need, suppliers, scope);
					const after = everySupplier(stricter, suppliers, scope);
					for (const [id, { verdict }] of after) {
						if (verdict !== "excluded") expect(before.get(id)?.verdict).not.toBe("excluded");
					}
					const counts = (answer: MatchAnswer) => answer.waterfall.at(-1)?.remaining ?? 0;
					expect(counts(matched(stricter, suppliers, { scope }))).toBeLessThanOrEqual(
						counts(matched(need, suppliers, { scope })),
					);
				}),
				RUNS,
			);
		},
		TIMEOUT_MS,
	);

	test(
		`scope ${scope}: the order of services, sites, cells, offers and suppliers changes nothing`,
		() => {
			fc.assert(
				fc.property(needArb, suppliersArb, fc.infiniteStream(fc.nat()), (need, suppliers, dice) => {
					const other = shuffledWorld(need, suppliers, dice);
					const options = { scope, detail: "cells" } as const;
					const [a, b] = [
						matched(need, suppliers, options),
						matched(other.need, other.suppliers, options),
					];
					// The list's own order is kept: it is the draw's. Cells follow the need's order.
					expect(b.suppliers.map(({ id }) => id)).toEqual(a.suppliers.map(({ id }) => id));
					expect(canonicalText(byId(b.suppliers))).toEqual(canonicalText(byId(a.suppliers)));
					expect(canonicalText({ ...b, suppliers: [] })).toEqual(
						canonicalText({ ...a, suppliers: [] }),
					);
				}),
				RUNS,
			);
		},
		TIMEOUT_MS,
	);
}

/** What a requirement adds where nothing was asked yet. */
function added(service: Need["services"][number], extra: object): object {
	return Object.fromEntries(
		Object.entries(extra).filter(([key, value]) => {
			const known = (service as Record<string, unknown>)[key];
			// Fewer weekdays than days would be refused as a contradiction.
			if (key === "daysPerWeek" && service.weekdays) return false;
			return value !== null && value !== undefined && (known === null || known === undefined);
		}),
	);
}
