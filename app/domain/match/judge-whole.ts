import { type BoundNeed, bindLoads, LOAD_CHECKS } from "./bind.ts";
import type { EvaluateRows } from "./checks/rows.ts";
import { compareChoices, compareOffers } from "./choice.ts";
import type { GroupRows } from "./group-rows.ts";
import { loadOf } from "./load.ts";
import { bitOf, type CheckMask, NEVER_NEGOTIABLE, SEGMENT_BIT } from "./masks.ts";
import { EXCLUDED, FailingSets, isStale, oldestVerification, verdictRank } from "./outcome.ts";
import type { Judge } from "./walk.ts";

/** More choices of offers than this are judged segment by segment. */
const MAX_CHOICES = 4096;

const CAPACITY_BIT = bitOf("capacity");

/** One offer on one group: what it gives on all the group's cells together. */
export interface Candidate {
	readonly row: number;
	readonly failed: CheckMask;
	readonly unknown: CheckMask;
	readonly stale: boolean;
	/** Checks it, or the buyer, would discuss. */
	readonly negotiable: CheckMask;
}

type BoundLoad = readonly EvaluateRows[];

/** Judges a supplier on every cell at once (scope whole). After `end`, the fields tell about the last supplier. */
export class WholeJudge implements Judge {
	supplierRow = -1;
	readonly sets = new FailingSets();
	failed: CheckMask = SEGMENT_BIT;
	unknown: CheckMask = 0;
	stale = false;
	verdict: number = EXCLUDED;
	/** The chosen offer of each group; empty when the supplier has none for some group. */
	readonly chosen: Candidate[] = [];

	readonly #bound: BoundNeed;
	/** Per group: capacity of its cells, and order of all the cells. */
	readonly #loads: readonly BoundLoad[];
	readonly #candidates: Candidate[][];
	readonly #oldest: number;
	readonly #sharedLoads = new Map<string, BoundLoad>();
	/** Verdicts of one row. */
	readonly #scratch = { failed: new Int32Array(1), unknown: new Int32Array(1) };
	readonly #picked: Candidate[] = [];
	/** Some offer can serve several of the needed segments. */
	readonly #mayShare: boolean;

	constructor(bound: BoundNeed) {
		const { prepared, columns, groups } = bound;
		const all = prepared.cells.map((cell) => cell.index);
		const total = loadOf(prepared, all);
		this.#bound = bound;
		this.#loads = groups.map(({ group }) => {
			const own = loadOf(prepared, group.cells);
			const load = { ...own, amountEur: total.amountEur, amountMissing: total.amountMissing };
			return bindLoads(prepared, [load], prepared.asked, columns);
		});
		this.#candidates = groups.map(() => []);
		this.#oldest = oldestVerification(prepared.terms.on);
		this.#mayShare = bound.blocks.some((block) => block.serves.length > 1);
	}

	begin(supplierRow: number): void {
		this.supplierRow = supplierRow;
		this.sets.reset();
		// Setting the length of an array that is already empty still costs.
		for (const list of this.#candidates) if (list.length > 0) list.length = 0;
		if (this.chosen.length > 0) this.chosen.length = 0;
		this.failed = SEGMENT_BIT;
		this.unknown = 0;
		this.stale = false;
	}

	offer(rows: GroupRows, row: number): void {
		const { columns, prepared } = this.#bound;
		const { group, cells } = rows.bound;
		rows.combine(row);
		let failed = 0;
		let unknown = 0;
		for (let c = 0; c < cells.length; c++) {
			failed |= rows.failed[c] as number;
			unknown |= rows.unknown[c] as number;
		}
		const load = this.#judgeLoad(this.#loads[group.index] as BoundLoad, row);
		const negotiable =
			(prepared.terms.negotiable | (columns.offers.flexible[row] as number)) & ~NEVER_NEGOTIABLE;
		const given = settled(
			(failed & ~LOAD_CHECKS) | load.failed,
			(unknown & ~LOAD_CHECKS) | load.unknown,
			negotiable,
		);
		this.#candidates[group.index]?.push({
			row,
			failed: given.failed,
			unknown: given.unknown,
			stale: isStale(columns, row, this.#oldest),
			negotiable,
		});
	}

	/** Capacity and order of a row for a set of cells. */
	#judgeLoad(load: BoundLoad, row: number): { failed: CheckMask; unknown: CheckMask } {
		const { failed, unknown } = this.#scratch;
		failed[0] = 0;
		unknown[0] = 0;
		for (let i = 0; i < load.length; i++) (load[i] as EvaluateRows)(row, 1, this.#scratch, 0);
		return { failed: failed[0], unknown: unknown[0] };
	}

	end(): void {
		const candidates = this.#candidates;
		if (candidates.some((list) => list.length === 0)) {
			this.sets.add(SEGMENT_BIT);
			this.verdict = EXCLUDED;
			return;
		}
		let choices = 1;
		for (const list of candidates) choices *= list.length;
		if (choices <= MAX_CHOICES) this.#tryChoices(0);
		else this.#chooseByGroup();
		this.verdict = verdictRank(this.failed, this.unknown, this.stale);
	}

	/** Every choice of one offer per segment; an offer taken for several segments carries their cells together. */
	#tryChoices(group: number): void {
		const list = this.#candidates[group];
		if (!list) {
			this.#consider(this.#picked);
			return;
		}
		for (let i = 0; i < list.length; i++) {
			this.#picked[group] = list[i] as Candidate;
			this.#tryChoices(group + 1);
		}
	}

	#consider(picked: readonly Candidate[]): void {
		let failed = 0;
		let unknown = 0;
		let stale = false;
		for (let group = 0; group < picked.length; group++) {
			const candidate = this.#mayShare
				? this.#withSharedCapacity(picked, group)
				: (picked[group] as Candidate);
			failed |= candidate.failed;
			unknown |= candidate.unknown;
			stale ||= candidate.stale;
		}
		unknown &= ~failed;
		this.sets.add(failed);
		const first = this.chosen.length === 0;
		if (!first) {
			const order = compareChoices({ failed, unknown, stale }, this);
			if (order > 0 || (order === 0 && !this.#precedes(picked))) return;
		}
		this.failed = failed;
		this.unknown = unknown;
		this.stale = stale;
		for (let group = 0; group < picked.length; group++) {
			this.chosen[group] = picked[group] as Candidate;
		}
	}

	#precedes(picked: readonly Candidate[]): boolean {
		for (let group = 0; group < picked.length; group++) {
			const [a, b] = [picked[group]?.row ?? 0, this.chosen[group]?.row ?? 0];
			if (a !== b) {
				const order = compareOffers(this.#bound.columns, a, b);
				if (order !== 0) return order < 0;
			}
		}
		return false;
	}

	/** A candidate, its capacity judged again on the cells of every group it is picked for. */
	#withSharedCapacity(picked: readonly Candidate[], group: number): Candidate {
		const candidate = picked[group] as Candidate;
		const groups = picked.flatMap((other, g) => (other.row === candidate.row ? [g] : []));
		if (groups.length < 2) return candidate;
		const load = this.#judgeLoad(this.#loadOfGroups(groups), candidate.row);
		const failed = (candidate.failed & ~CAPACITY_BIT) | (load.failed & CAPACITY_BIT);
		const unknown = (candidate.unknown & ~CAPACITY_BIT) | (load.unknown & CAPACITY_BIT);
		return { ...candidate, ...settled(failed, unknown, candidate.negotiable) };
	}

	#loadOfGroups(groups: readonly number[]): BoundLoad {
		const key = groups.join();
		const known = this.#sharedLoads.get(key);
		if (known) return known;
		const { prepared, columns, groups: bound } = this.#bound;
		const cells = groups.flatMap((group) => bound[group]?.group.cells ?? []);
		const load = bindLoads(prepared, [loadOf(prepared, cells)], prepared.asked, columns);
		this.#sharedLoads.set(key, load);
		return load;
	}

	/** Too many choices to try: the best offer of each segment, and failing sets built segment by segment. */
	#chooseByGroup(): void {
		let minimal: CheckMask[] = [0];
		let unknown = 0;
		for (const list of this.#candidates) {
			const best = list.reduce((a, b) => {
				const order = compareChoices(a, b) || compareOffers(this.#bound.columns, a.row, b.row);
				return order <= 0 ? a : b;
			});
			this.chosen.push(best);
			unknown |= best.unknown;
			this.stale ||= best.stale;
			minimal = minimalSets(minimal.flatMap((set) => list.map((one) => set | one.failed)));
		}
		for (const set of minimal) this.sets.add(set);
		this.failed = this.chosen.reduce((set, { failed }) => set | failed, 0);
		this.unknown = unknown & ~this.failed;
	}
}

/** Unmet checks that somebody would discuss become unknown. */
function settled(
	failed: CheckMask,
	unknown: CheckMask,
	negotiable: CheckMask,
): { failed: CheckMask; unknown: CheckMask } {
	const discussed = failed & negotiable;
	const left = failed ^ discussed;
	return { failed: left, unknown: (unknown | discussed) & ~left };
}

function minimalSets(sets: readonly CheckMask[]): CheckMask[] {
	const distinct = [...new Set(sets)];
	return distinct.filter(
		(set) => !distinct.some((other) => other !== set && (other & set) === other),
	);
}
