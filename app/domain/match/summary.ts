import { CHECK_IDS } from "../vocabulary.ts";
import type { BoundNeed } from "./bind.ts";
import type { OfferColumns } from "./columns.ts";
import type { GroupRows } from "./group-rows.ts";
import { IntSetsBuilder } from "./int-sets.ts";
import { AnyJudge } from "./judge-any.ts";
import type { WholeJudge } from "./judge-whole.ts";
import { firstOf, SEGMENT_BIT } from "./masks.ts";
import { CONFIRMED, type FailingSets, NOT_REMOVED, POSSIBLE } from "./outcome.ts";
import { PlaceChords } from "./place-chords.ts";
import type { Judge } from "./walk.ts";

/** Bits of `SupplierSummaries.flags`. */
export const IS_THEORETICAL = 1;
export const MISSES_AREA_ONLY = 2;

/** Above every set of checks. */
export const SEVERAL_FAILURES = 1 << CHECK_IDS.length;

/** What is kept of each supplier judged, one value per supplier that has an offer on a needed segment. */
export class Summary implements Judge {
	/** Number of suppliers judged: only that many values of the arrays below are set. */
	size = 0;
	readonly supplierRow: Int32Array;
	readonly verdict: Uint8Array;
	readonly flags: Uint8Array;
	/** Rank of the check that removes it. */
	readonly removedAt: Uint8Array;
	readonly reach: Int32Array;
	/** Square of the chord from the supplier to the nearest place, for those that only miss the area; infinite otherwise. */
	readonly chord: Float64Array;
	/**
	 * Its minimal failing sets: -1 when none is small enough for a combination, the set itself when there is one,
	 * else SEVERAL_FAILURES + their number in `failures`.
	 */
	readonly failure: Int32Array;
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
	readonly #chords: PlaceChords;
	readonly #columns: OfferColumns;
	#row = 0;

	/** @param atMost an upper bound of the number of suppliers */
	constructor(judge: AnyJudge | WholeJudge, bound: BoundNeed, atMost: number) {
		const cellCount = bound.prepared.cells.length;
		this.#judge = judge;
		this.#chords = new PlaceChords(bound.prepared.places);
		this.#columns = bound.columns;
		this.supplierRow = new Int32Array(atMost);
		this.verdict = new Uint8Array(atMost);
		this.flags = new Uint8Array(atMost);
		this.removedAt = new Uint8Array(atMost);
		this.reach = new Int32Array(atMost);
		this.failure = new Int32Array(atMost);
		this.chord = new Float64Array(atMost);
		this.cellTheoretical = new Int32Array(cellCount);
		this.cellConfirmed = new Int32Array(cellCount);
		this.cellPossible = new Int32Array(cellCount);
	}

	begin(supplierRow: number): void {
		this.#judge.begin(supplierRow);
	}

	offer(rows: GroupRows, row: number): void {
		this.#row = row;
		this.#judge.offer(rows, row);
	}

	end(): void {
		const judge = this.#judge;
		judge.end();
		const { sets, verdict } = judge;
		const i = this.size++;
		this.supplierRow[i] = judge.supplierRow;
		this.verdict[i] = verdict;
		this.flags[i] =
			(sets.theoretical ? IS_THEORETICAL : 0) | (sets.missesArea ? MISSES_AREA_ONLY : 0);
		this.removedAt[i] = sets.removedAt;
		this.failure[i] = this.#failureOf(sets);
		this.chord[i] =
			sets.missesArea && !sets.theoretical
				? this.#chords.toOffer(this.#columns, this.#row)
				: Number.POSITIVE_INFINITY;
		this.removed[sets.removedAt] = (this.removed[sets.removedAt] as number) + 1;
		if (sets.theoretical) this.theoretical++;
		if (verdict === CONFIRMED) this.confirmed++;
		else if (verdict === POSSIBLE) this.possible++;
		if (sets.removedAt !== NOT_REMOVED) this.#countAlone(sets);
		if (judge instanceof AnyJudge) {
			this.reach[i] = judge.reach;
			this.#countCells(judge);
		}
	}

	#failureOf(sets: FailingSets): number {
		const { minimal, minimalCount } = sets;
		if (minimalCount === 0) return -1;
		if (minimalCount === 1) return minimal[0] as number;
		const ordered = minimal.slice(0, minimalCount).sort((a, b) => a - b);
		return SEVERAL_FAILURES + this.failures.intern(ordered);
	}

	/** The segment (rank 0) is never counted: without an offer there is nothing else to fail. */
	#countAlone({ alone }: FailingSets): void {
		for (let left = alone & ~SEGMENT_BIT; left !== 0; left &= left - 1) {
			const rank = firstOf(left);
			this.removedAlone[rank] = (this.removedAlone[rank] as number) + 1;
		}
	}

	#countCells(judge: AnyJudge): void {
		const { cellTheoretical, cellConfirmed, cellPossible } = this;
		for (let t = 0; t < judge.touchedCount; t++) {
			const cell = judge.touched[t] as number;
			if (judge.theoretical[cell] === 1) {
				cellTheoretical[cell] = (cellTheoretical[cell] as number) + 1;
			}
			if (judge.failed[cell] !== 0) continue;
			const counts = judge.verdictOn(cell) === CONFIRMED ? cellConfirmed : cellPossible;
			counts[cell] = (counts[cell] as number) + 1;
		}
	}
}
