import { BestGroups, type FoundGroup } from "./best-groups.ts";
import { BitSet } from "./bit-set.ts";
import type { Candidate, Levels, Variant } from "./candidate.ts";
import { covers } from "./cover.ts";
import type { Level } from "./level.ts";

/** Looks at that many groups of three closely at most; what is found so far is then shown, and said to be unfinished. */
const MAX_TRIPLES_JUDGED = 400_000;

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
	#judged = 0;

	constructor(candidates: readonly Candidate[], levels: Levels, limit: number) {
		const size = candidates.length;
		const { items } = levels.open;
		this.#candidates = candidates;
		this.#levels = levels;
		this.#best = new BestGroups(limit);
		this.#takers = items.map(() => new BitSet(size));
		this.#reach = candidates.map(() => new BitSet(items.length));
		this.#kin = candidates.map(() => new BitSet(size));
		this.#pairs = candidates.map(() => new BitSet(size));
		candidates.forEach(({ variants, operator }, c) => {
			items.forEach((_, i) => {
				if (!variants.some(({ open }) => (open.parts[i] as number) > 0)) return;
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

	/** Third members are sought only among those who reach what the first two leave, and who cover nothing with one of them alone. */
	#findTriples(usable: readonly number[]): boolean {
		const size = this.#candidates.length;
		const allowed = new BitSet(size);
		for (const c of usable) allowed.add(c);
		const thirds = new BitSet(size);
		for (const b of usable) {
			for (const a of usable) {
				if (a >= b) break;
				if (this.#kin[b]?.has(a) || this.#pairs[b]?.has(a)) continue;
				thirds.copy(allowed);
				thirds.keepAbove(b);
				for (const out of [this.#kin[a], this.#kin[b], this.#pairs[a], this.#pairs[b]]) {
					thirds.remove(out as BitSet);
				}
				for (const item of (this.#reach[a] as BitSet).missing(this.#reach[b] as BitSet)) {
					if (!thirds.keep(this.#takers[item] as BitSet)) break;
				}
				for (const c of thirds.values()) {
					const members = [a, b, c];
					if (!this.#isWanted(members)) continue;
					if (++this.#judged > MAX_TRIPLES_JUDGED) return false;
					if (this.#covers(members)) this.#offer(members);
				}
			}
		}
		return true;
	}

	/** Once more are found than are shown, a group that could not be shown at its best is not looked at. */
	#isWanted(members: readonly number[]): boolean {
		if (!this.#best.overflows) return true;
		const confirmed = members.every((c) => this.#candidates[c]?.variants.some(({ sure }) => sure));
		return this.#best.wants({
			members,
			confirmed,
			unknowns: confirmed ? 0 : this.#unknownsOf(members),
		});
	}

	#unknownsOf(members: readonly number[]): number {
		return members.reduce((sum, c) => sum + (this.#candidates[c]?.unknowns ?? 0), 0);
	}

	#covers(members: readonly number[]): boolean {
		const { open } = this.#levels;
		return firstChoice(this.#candidates, members, (chosen) => coversOpen(open, chosen)) !== null;
	}

	/** A group that covers everything is kept when one of its members can lead it. */
	#offer(members: readonly number[]): void {
		const choice = bestChoice(this.#candidates, this.#levels, members);
		if (!choice) return;
		const { confirmed } = choice;
		this.#best.add({ members, confirmed, unknowns: confirmed ? 0 : this.#unknownsOf(members) });
	}
}

/** The variants with which a group does best: confirmed if it can be, else possible; null when it has no lead or does not cover. */
export function bestChoice(
	candidates: readonly Candidate[],
	{ sure, open }: Levels,
	members: readonly number[],
): { readonly chosen: readonly Variant[]; readonly confirmed: boolean } | null {
	const confirmed = firstChoice(candidates, members, (chosen) => {
		const views = chosen.flatMap((variant) => variant.sure ?? []);
		return (
			views.length === chosen.length &&
			chosen.some(({ leads }) => leads === "yes") &&
			covers(sure, views)
		);
	});
	if (confirmed) return { chosen: confirmed, confirmed: true };
	const possible = firstChoice(
		candidates,
		members,
		(chosen) => chosen.some(({ leads }) => leads !== "no") && coversOpen(open, chosen),
	);
	return possible ? { chosen: possible, confirmed: false } : null;
}

function coversOpen(open: Level, chosen: readonly Variant[]): boolean {
	return covers(
		open,
		chosen.map((variant) => variant.open),
	);
}

/** The first choice of one variant for each member that passes; null when none does. */
function firstChoice(
	candidates: readonly Candidate[],
	members: readonly number[],
	passes: (chosen: readonly Variant[]) => boolean,
	chosen: readonly Variant[] = [],
): readonly Variant[] | null {
	const next = members[chosen.length];
	if (next === undefined) return passes(chosen) ? chosen : null;
	for (const variant of candidates[next]?.variants ?? []) {
		const found = firstChoice(candidates, members, passes, [...chosen, variant]);
		if (found) return found;
	}
	return null;
}
