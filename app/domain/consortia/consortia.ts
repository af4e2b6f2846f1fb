import { bindNeed } from "../match/bind.ts";
import { type ExplainedSupplier, explainedSupplier, type Viewer } from "../match/explain.ts";
import type { SupplierSource } from "../match/match.ts";
import type { PreparedNeed } from "../match/prepared.ts";
import type { ConsortiaSearch, Consortium } from "../match-types.ts";
import { type Candidate, candidateOf, type Levels } from "./candidate.ts";
import { collectCandidates, type SupplierOffers } from "./collect.ts";
import { describeGroup } from "./describe-group.ts";
import { levelOf } from "./level.ts";
import { bestChoice, searchGroups } from "./search.ts";

/** Groups shown at most. */
export const MAX_SHOWN = 50;

export interface ConsortiaAnswer {
	readonly consortia: readonly Consortium[];
	readonly search: ConsortiaSearch;
}

/**
 * The minimal groups of two or three independent organisations that together can do the whole need, best first: confirmed, fewer members,
 * fewer unknowns, then the draw of the need. Never by size.
 *
 * - A cell is taken whole by one member, or shared by several when days or capacity fall short of what they could take: the parts of a
 *   cell add up to one, a member's part is at most its days over the days asked, and the parts of all the cells on one offer, times
 *   their quantities, fit its capacity. So capacities add up per unit and period, and days add up.
 * - A member is judged on its own cells by every other check; its order limits by the amounts of its share, a shared cell's amount being
 *   divided as its takers agree.
 * - One member at least can lead: it says so or has not said, and what the need asks of electronic invoicing is asked of it.
 * - A group is minimal when none of its members, and no two of three, cover the whole by themselves.
 */
export function findConsortia(
	prepared: PreparedNeed,
	source: SupplierSource,
	viewer: Viewer,
): ConsortiaAnswer {
	const { columns } = source;
	const bound = bindNeed(prepared, columns);
	const { suppliers, found } = collectCandidates(prepared, columns);
	const linked = linkedGroups(prepared, suppliers);
	const levels: Levels = {
		sure: levelOf(prepared, true, linked),
		open: levelOf(prepared, false, linked),
	};
	const candidates = suppliers.flatMap((one) => candidateOf(bound, levels, one) ?? []);
	const { groups, total, alone, complete } = searchGroups(candidates, levels, MAX_SHOWN);
	const explain = explainer(source, candidates);
	return {
		consortia: groups.flatMap(({ members, unknowns }) => {
			const choice = bestChoice(candidates, levels, members);
			if (!choice) return [];
			const people = members.map((c, m) => ({
				candidate: candidates[c] as Candidate,
				pick: choice.chosen[m] as (typeof choice.chosen)[number],
				who: explain(c),
			}));
			return [describeGroup({ bound, levels, viewer }, people, choice.confirmed, unknowns)];
		}),
		search: {
			total,
			candidates: candidates.length,
			found,
			alone: alone.length,
			uncovered: uncoveredCells(prepared, candidates),
			complete,
		},
	};
}

/** Reads each shown supplier once. */
function explainer(
	{ describe, places }: SupplierSource,
	candidates: readonly Candidate[],
): (candidate: number) => ExplainedSupplier {
	const known = new Map<number, ExplainedSupplier>();
	return (c) => {
		let who = known.get(c);
		if (!who) {
			const [supplier] = describe([candidates[c]?.row ?? -1]);
			who = explainedSupplier(supplier as NonNullable<typeof supplier>, places);
			known.set(c, who);
		}
		return who;
	};
}

/** Segment groups tied by an offer that some supplier would use for several of them. */
function linkedGroups(
	{ groups }: PreparedNeed,
	suppliers: readonly SupplierOffers[],
): readonly (readonly number[])[] {
	const root = groups.map((_, g) => g);
	for (const { offers } of suppliers) {
		const first = new Map<number, number>();
		offers.forEach((list, g) => {
			for (const { row } of list) {
				const other = first.get(row);
				if (other === undefined) first.set(row, g);
				else {
					const [from, to] = [root[g], root[other]];
					root.forEach((value, i) => {
						if (value === from) root[i] = to as number;
					});
				}
			}
		});
	}
	return [...new Set(root)].map((one) => groups.flatMap((_, g) => (root[g] === one ? [g] : [])));
}

/** Cells that nobody could take a part of. */
function uncoveredCells({ cells }: PreparedNeed, candidates: readonly Candidate[]): string[] {
	const reached = new Set<number>();
	for (const { picks } of candidates) {
		for (const { reach } of picks) for (const cell of reach) reached.add(cell);
	}
	return cells.filter(({ index }) => !reached.has(index)).map(({ id }) => id);
}
