import fc from "fast-check";
import { expect, test } from "vitest";
import { groupBaseArb, groupNeedArb } from "#tests/factories/consortia-arb.ts";
import { PLACES, prepared, TAXONOMY } from "#tests/factories/match.ts";
import { needArb } from "#tests/factories/match-need-arb.ts";
import { suppliersArb } from "#tests/factories/match-supplier-arb.ts";
import { shuffledWorld } from "#tests/factories/shuffled.ts";
import { coversAlone, isSound, oracleGroups } from "#tests/oracle/consortia.ts";
import { fileSource } from "../match/file-source.ts";
import type { Consortium } from "../match-types.ts";
import type { Need } from "../need.ts";
import type { Supplier } from "../supplier.ts";
import { findConsortia } from "./consortia.ts";

const TIMEOUT_MS = 120_000;

function groups(need: Need, suppliers: readonly Supplier[]): readonly Consortium[] {
	return findConsortia(prepared(need), fileSource(suppliers, PLACES), "identified").consortia;
}

const summary = (list: readonly { members: readonly string[]; verdict: string }[]): string[] =>
	list.map(({ members, verdict }) => `${[...members].sort().join("+")} ${verdict}`).sort();

const rolesArb = fc.array(fc.constantFrom("lead", "member", "no", null, undefined), {
	minLength: 8,
	maxLength: 8,
});
type Roles = readonly Supplier["consortium"][];
/** Any base, each supplier with a word on groups of its own. */
const withRoles = (suppliers: readonly Supplier[], roles: Roles): Supplier[] =>
	suppliers.slice(0, 6).map((supplier, i) => ({ ...supplier, consortium: roles[i] }));

for (const { name, needs, bases, drawn, numRuns } of [
	{
		name: "bases rich in groups",
		needs: groupNeedArb,
		bases: groupBaseArb,
		drawn: (suppliers: Supplier[]) => suppliers,
		numRuns: 150,
	},
	{ name: "any base", needs: needArb, bases: suppliersArb, drawn: withRoles, numRuns: 40 },
]) {
	test(
		`${name}: the groups are those of the specification, written a second time by enumeration`,
		() => {
			fc.assert(
				fc.property(needs, bases, rolesArb, (need, base, roles) => {
					// Enumeration grows with the power of the cells.
					fc.pre((need.cells ?? []).length <= 5);
					const suppliers = drawn(base, roles);
					const expected = oracleGroups({ need, places: PLACES, taxonomy: TAXONOMY }, suppliers);
					expect(summary(groups(need, suppliers))).toEqual(summary(expected));
				}),
				{ numRuns },
			);
		},
		TIMEOUT_MS,
	);
}

test(
	"every cell of a group's need is taken, and removing any member leaves some cell without taker",
	() => {
		fc.assert(
			fc.property(groupNeedArb, groupBaseArb, (need, suppliers) => {
				for (const group of groups(need, suppliers)) {
					for (const takers of Object.values(group.shares)) expect(takers).not.toHaveLength(0);
					expect(new Set(Object.values(group.shares).flat())).toEqual(new Set(group.members));
					const world = { need, places: PLACES, taxonomy: TAXONOMY };
					for (const out of group.members) {
						const rest = group.members.filter((id) => id !== out);
						const left = suppliers.filter(({ id }) => rest.includes(id));
						expect(coversAlone(world, left)).toBe(false);
					}
				}
			}),
			{ numRuns: 150 },
		);
	},
	TIMEOUT_MS,
);

test(
	"a cell goes whole to one member unless days or capacity fall short of what its takers could hold",
	() => {
		fc.assert(
			fc.property(groupNeedArb, groupBaseArb, (need, suppliers) => {
				const world = { need, places: PLACES, taxonomy: TAXONOMY };
				for (const group of groups(need, suppliers)) {
					const members = group.members.map((id) => suppliers.find((one) => one.id === id));
					expect(isSound(world, members as Supplier[], group)).toBe(true);
				}
			}),
			{ numRuns: 150 },
		);
	},
	TIMEOUT_MS,
);

test(
	"the order of services, sites, cells, offers and suppliers changes nothing",
	() => {
		fc.assert(
			fc.property(
				groupNeedArb,
				groupBaseArb,
				fc.infiniteStream(fc.nat()),
				(need, suppliers, dice) => {
					const other = shuffledWorld(need, suppliers, dice);
					expect(inOrder(groups(other.need, other.suppliers))).toEqual(
						inOrder(groups(need, suppliers)),
					);
				},
			),
			{ numRuns: 150 },
		);
	},
	TIMEOUT_MS,
);

/** Cells stand in the need's order in an answer: put in that of their ids. */
function inOrder(list: readonly Consortium[]) {
	return list.map(({ details, shares, ...rest }) => ({
		...rest,
		shares: Object.entries(shares).sort(([a], [b]) => (a < b ? -1 : 1)),
		details: details.map(({ cells, shared, ...detail }) => ({
			...detail,
			cells: cells.toSorted(),
			shared: shared.toSorted(),
		})),
	}));
}
