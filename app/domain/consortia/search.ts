import { BestGroups, type FoundGroup } from "./best-groups.ts";
import { BitSet } from "./bit-set.ts";
import type { Candidate, Levels, OfferPick } from "./candidate.ts";
import { covers } from "./cover.ts";
import type { Level } from "./level.ts";
import type { TryBudget } from "./orders.ts";
import { PART_EPSILON } from "./subsets.ts";

const CENT = 0.01;

/** The best draws that a group's missing members could have. */
const FIRST_DRAWN = [[], [0], [0, 1]] as const;

/** Takers tried in all where amounts are hard to share out. */
const MAX_TRIES = 60_000;

/** Looks at that many groups of three closely at most; what is found so far is then shown, and said to be unfinished. */
const MAX_TRIPLES_JUDGED = 250_000;

export interface SearchResult {
	/** Best first. */
	readonly groups: readonly FoundGroup[];
	/** How many there are; null when there are more than are shown. */
	readonly total: number | null;
	/** Candidates that could take everything alone: they are in no group. */
	readonly alone: readonly number[];
	/** Every possible group was looked at. */
	readonly complete: boolean;
}

/** The best minimal groups among candidates that stand in the order of the draw. */
export function searchGroups(
	candidates: readonly Candidate[],
	levels: Levels,
	limit: number,
): SearchResult {
	return new GroupSearch(candidates, levels, limit).run();
}

class GroupSearch {
	readonly #candidates: readonly Candidate[];
	readonly #levels: Levels;
	readonly #best: BestGroups;
	/** Per item of the open level: candidates that can take some of it. */
	readonly #takers: readonly BitSet[];
	/** Per candidate: items it can take some of. */
	readonly #reach: readonly BitSet[];
	/** Per candidate: others of its organisation. */
	readonly #kin: readonly BitSet[];
	/** Per candidate: those with whom it covers everything. */
	readonly #pairs: readonly BitSet[];
	readonly #alone: number[] = [];
	readonly #leastUnknowns: number;
	/** Per candidate whose days fall short somewhere: the most it can take of each item; null for the others. */
	readonly #parts: readonly (Float64Array | null)[];
	/** Per ledger: all there is to carry, and the most that each candidate could, then euros. */
	readonly #totals: readonly number[];
	readonly #carries: readonly Float64Array[];
	readonly #budget: TryBudget = { tries: MAX_TRIES };
	#judged = 0;

	constructor(candidates: readonly Candidate[], levels: Levels, limit: number) {
		const size = candidates.length;
		const { items } = levels.open;
		this.#candidates = candidates;
		this.#levels = levels;
		this.#best = new BestGroups(limit);
		this.#leastUnknowns = Math.min(...candidates.map(({ unknowns }) => unknowns));
		this.#takers = items.map(() => new BitSet(size));
		this.#reach = candidates.map(() => new BitSet(items.length));
		this.#kin = candidates.map(() => new BitSet(size));
		this.#pairs = candidates.map(() => new BitSet(size));
		this.#parts = candidates.map(({ picks }) =>
			picks.some(({ open }) => open.partial)
				? Float64Array.from(items, (_, i) =>
						Math.max(...picks.map(({ open }) => open.parts[i] as number)),
					)
				: null,
		);
		const { ledgers, totalEur, orderAsked } = levels.open;
		this.#totals = [...ledgers.map(({ total }) => total), orderAsked ? totalEur - CENT : 0];
		this.#carries = candidates.map(({ picks }) =>
			Float64Array.from(this.#totals, (_, l) =>
				Math.max(...picks.map(({ open }) => open.limits[l] ?? open.maxEur)),
			),
		);
		candidates.forEach(({ picks, operator }, c) => {
			items.forEach((_, i) => {
				if (!picks.some(({ open }) => (open.parts[i] as number) > 0)) return;
				this.#takers[i]?.add(c);
				this.#reach[c]?.add(i);
			});
			candidates.forEach((other, o) => {
				if (other.operator === operator) this.#kin[c]?.add(o);
			});
		});
	}

	run(): SearchResult {
		const usable = this.#candidates.flatMap((_, c) => {
			if (!this.#covers([c])) return [c];
			this.#alone.push(c);
			return [];
		});
		this.#findPairs(usable);
		const complete = this.#findTriples(usable);
		const { list, found, overflows } = this.#best;
		return { groups: list, total: overflows ? null : found, alone: this.#alone, complete };
	}

	#findPairs(usable: readonly number[]): void {
		for (const b of usable) {
			for (const a of usable) {
				if (a >= b) break;
				if (this.#kin[b]?.has(a) || !this.#reaches(a, b) || !this.#covers([a, b])) continue;
				this.#pairs[a]?.add(b);
				this.#pairs[b]?.add(a);
				this.#offer([a, b]);
			}
		}
	}

	#reaches(a: number, b: number): boolean {
		return (this.#reach[a] as BitSet).missingWith(this.#reach[b] as BitSet) === null;
	}

	/**
	 * From the first drawn on, so that once more groups are found than are shown, most others are left aside at a glance. The first member
	 * is sought only among those who reach what the other two leave, and who cover nothing with one of them alone.
	 */
	#findTriples(usable: readonly number[]): boolean {
		const firsts = new BitSet(this.#candidates.length);
		for (const c of usable) {
			if (!this.#mayMatter([c])) continue;
			for (const b of usable) {
				if (b >= c) break;
				if (this.#kin[c]?.has(b) || this.#pairs[c]?.has(b) || !this.#mayMatter([b, c])) continue;
				if (!this.#seekFirsts(firsts, usable, b, c)) continue;
				for (const a of firsts.values()) {
					if (!this.#canCarry(a, b, c)) continue;
					const members = [a, b, c];
					if (!this.#mayMatter(members)) continue;
					if (++this.#judged > MAX_TRIPLES_JUDGED || this.#budget.tries < 0) return false;
					if (this.#covers(members)) this.#offer(members);
				}
			}
		}
		return this.#budget.tries >= 0;
	}

	/** Whether all they could carry together is enough in every ledger: settles most of what capacities keep apart. */
	#canCarry(a: number, b: number, c: number): boolean {
		const [x, y, z] = [this.#carries[a], this.#carries[b], this.#carries[c]];
		for (let l = 0; l < this.#totals.length; l++) {
			const most = (x?.[l] as number) + (y?.[l] as number) + (z?.[l] as number);
			if ((this.#totals[l] as number) > most) return false;
		}
		return true;
	}

	/** Fills the set with those who may be first of a group with the two others; false when nobody may. */
	#seekFirsts(firsts: BitSet, usable: readonly number[], b: number, c: number): boolean {
		firsts.clear();
		for (const a of usable) {
			if (a >= b) break;
			firsts.add(a);
		}
		for (const set of [this.#kin, this.#pairs]) {
			firsts.remove(set[b] as BitSet);
			firsts.remove(set[c] as BitSet);
		}
		for (const item of (this.#reach[b] as BitSet).missing(this.#reach[c] as BitSet)) {
			if (!firsts.keep(this.#takers[item] as BitSet)) return false;
		}
		const [x, y] = [this.#parts[b] ?? null, this.#parts[c] ?? null];
		if (x === null || y === null) return true;
		for (let item = 0; item < x.length; item++) {
			const left = 1 - (x[item] as number) - (y[item] as number);
			if (left > PART_EPSILON && !firsts.keep(this.#takers[item] as BitSet)) return false;
		}
		return true;
	}

	/** Whether a group of three with these members could be shown, at its best; always, while there is room to count. */
	#mayMatter(members: readonly number[]): boolean {
		if (!this.#best.overflows) return true;
		let confirmed = true;
		let unknowns = 0;
		for (let m = 0; m < members.length; m++) {
			const candidate = this.#candidates[members[m] as number] as Candidate;
			confirmed &&= candidate.sure;
			unknowns += candidate.unknowns;
		}
		const others = 3 - members.length;
		const first = FIRST_DRAWN[others] as readonly number[];
		return this.#best.wants({
			members: others === 0 ? members : [...first, ...members],
			confirmed,
			unknowns: confirmed ? 0 : unknowns + others * this.#leastUnknowns,
		});
	}

	#unknownsOf(members: readonly number[]): number {
		return members.reduce((sum, c) => sum + (this.#candidates[c]?.unknowns ?? 0), 0);
	}

	#covers(members: readonly number[]): boolean {
		const { open } = this.#levels;
		const budget = this.#budget;
		return (
			firstChoice(this.#candidates, members, (chosen) => coversOpen(open, chosen, budget)) !== null
		);
	}

	/** A group that covers everything is kept when one of its members can lead it. */
	#offer(members: readonly number[]): void {
		const choice = bestChoice(this.#candidates, this.#levels, members, this.#budget);
		if (!choice) return;
		const { confirmed } = choice;
		this.#best.add({ members, confirmed, unknowns: confirmed ? 0 : this.#unknownsOf(members) });
	}
}

/** The picks with which a group does best: confirmed if it can be, else possible; null when it has no lead or does not cover. */
export function bestChoice(
	candidates: readonly Candidate[],
	{ sure, open }: Levels,
	members: readonly number[],
	budget: TryBudget = { tries: MAX_TRIES },
): { readonly chosen: readonly OfferPick[]; readonly confirmed: boolean } | null {
	const confirmable = members.every((c) => candidates[c]?.sure);
	const confirmed = firstChoice(confirmable ? candidates : [], members, (chosen) => {
		const views = chosen.flatMap((pick) => pick.sure ?? []);
		return (
			views.length === chosen.length &&
			chosen.some(({ leads }) => leads === "yes") &&
			covers(sure, views, budget)
		);
	});
	if (confirmed) return { chosen: confirmed, confirmed: true };
	const possible = firstChoice(
		candidates,
		members,
		(chosen) => chosen.some(({ leads }) => leads !== "no") && coversOpen(open, chosen, budget),
	);
	return possible ? { chosen: possible, confirmed: false } : null;
}

function coversOpen(open: Level, chosen: readonly OfferPick[], budget: TryBudget): boolean {
	return covers(
		open,
		chosen.map((pick) => pick.open),
		budget,
	);
}

/** The first choice of one pick for each member that passes; null when none does. */
function firstChoice(
	candidates: readonly Candidate[],
	members: readonly number[],
	passes: (chosen: readonly OfferPick[]) => boolean,
	chosen: readonly OfferPick[] = [],
): readonly OfferPick[] | null {
	const next = members[chosen.length];
	if (next === undefined) return passes(chosen) ? chosen : null;
	for (const pick of candidates[next]?.picks ?? []) {
		const found = firstChoice(candidates, members, passes, [...chosen, pick]);
		if (found) return found;
	}
	return null;
}
