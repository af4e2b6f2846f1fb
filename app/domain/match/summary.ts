import { CHECK_IDS } from "../vocabulary.ts";
import type { OfferFacts } from "./facts.ts";
import { growable } from "./growable.ts";
import { IntSetsBuilder } from "./int-sets.ts";
import { AnyJudge } from "./judge-any.ts";
import type { WholeJudge } from "./judge-whole.ts";
import { CONFIRMED, EXCLUDED, type FailingSets, NOT_REMOVED, POSSIBLE } from "./outcome.ts";
import type { Judge } from "./walk.ts";

/** Bits of `SupplierSummaries.flags`. */
export const IS_THEORETICAL = 1;
export const MISSES_AREA_ONLY = 2;

/** Above every set of checks. */
export const SEVERAL_FAILURES = 1 << CHECK_IDS.length;

/** What is kept of each supplier judged, one value per supplier that has an offer on a needed segment. */
export class Summary implements Judge {
	readonly supplierRow = growable(Int32Array);
	readonly verdict = growable(Uint8Array);
	readonly flags = growable(Uint8Array);
	/** Rank of the check that removes it. */
	readonly removedAt = growable(Uint8Array);
	readonly reach = growable(Int32Array);
	/**
	 * Its minimal failing sets: -1 when none is small enough for a combination, the set itself when there is one,
	 * else SEVERAL_FAILURES + their number in `failures`.
	 */
	readonly failure = growable(Int32Array);
	readonly failures = new IntSetsBuilder();
	/** Per check rank: suppliers removed in order, and kept out by it alone. */
	readonly removed = new Int32Array(CHECK_IDS.length + 1);
	readonly removedAlone = new Int32Array(CHECK_IDS.length);
	/** Per cell (scope any). */
	readonly cellTheoretical: Int32Array;
	readonly cellConfirmed: Int32Array;
	readonly cellPossible: Int32Array;
	theoretical = 0;
	confirmed = 0;
	possible = 0;

	readonly #judge: AnyJudge | WholeJudge;

	constructor(judge: AnyJudge | WholeJudge, cellCount: number) {
		this.#judge = judge;
		this.cellTheoretical = new Int32Array(cellCount);
		this.cellConfirmed = new Int32Array(cellCount);
		this.cellPossible = new Int32Array(cellCount);
	}

	begin(supplierRow: number): void {
		this.#judge.begin(supplierRow);
	}

	offer(group: number, facts: OfferFacts): void {
		this.#judge.offer(group, facts);
	}

	end(): void {
		const judge = this.#judge;
		judge.end();
		const { sets, verdict } = judge;
		this.supplierRow.push(judge.supplierRow);
		this.verdict.push(verdict);
		this.flags.push(
			(sets.theoretical ? IS_THEORETICAL : 0) | (sets.missesArea ? MISSES_AREA_ONLY : 0),
		);
		this.removedAt.push(sets.removedAt);
		this.failure.push(this.#failureOf(sets));
		this.removed[sets.removedAt] = (this.removed[sets.removedAt] as number) + 1;
		if (sets.theoretical) this.theoretical++;
		if (verdict === CONFIRMED) this.confirmed++;
		else if (verdict === POSSIBLE) this.possible++;
		if (sets.removedAt !== NOT_REMOVED) this.#countAlone(sets);
		if (judge instanceof AnyJudge) {
			this.reach.push(judge.reach);
			this.#countCells(judge);
		}
	}

	#failureOf(sets: FailingSets): number {
		const { minimal } = sets;
		if (minimal.length === 0) return -1;
		if (minimal.length === 1) return minimal[0] as number;
		minimal.sort((a, b) => a - b);
		return SEVERAL_FAILURES + this.failures.intern(minimal);
	}

	/** The segment (rank 0) is never counted: without an offer there is nothing else to fail. */
	#countAlone({ alone }: FailingSets): void {
		for (let rank = 1; rank < CHECK_IDS.length; rank++) {
			if ((alone >> rank) & 1) this.removedAlone[rank] = (this.removedAlone[rank] as number) + 1;
		}
	}

	#countCells(judge: AnyJudge): void {
		const { cellTheoretical, cellConfirmed, cellPossible } = this;
		for (let cell = 0; cell < cellTheoretical.length; cell++) {
			if (judge.theoretical[cell] === 1) {
				cellTheoretical[cell] = (cellTheoretical[cell] as number) + 1;
			}
			if (judge.failed[cell] !== 0) continue;
			const verdict = judge.verdictOn(cell);
			if (verdict === EXCLUDED) continue;
			const counts = verdict === CONFIRMED ? cellConfirmed : cellPossible;
			counts[cell] = (counts[cell] as number) + 1;
		}
	}

	/** Number of suppliers judged. */
	get size(): number {
		return this.supplierRow.length;
	}
}
