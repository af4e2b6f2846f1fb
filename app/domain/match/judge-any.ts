import type { BoundCell, BoundNeed } from "./bind.ts";
import { type Choice, compareChoices, compareOffers } from "./choice.ts";
import type { GroupRows } from "./group-rows.ts";
import {
	AREA_BIT,
	type CheckMask,
	NEVER_NEGOTIABLE,
	SEGMENT_BIT,
	THEORETICAL_MASK,
} from "./masks.ts";
import { EXCLUDED, FailingSets, isStale, oldestVerification, verdictRank } from "./outcome.ts";
import { PlaceChords } from "./place-chords.ts";
import type { Judge } from "./walk.ts";

/** No offer for the cell's segment. */
export const NO_ROW = -1;

/** Judges a supplier cell by cell (scope any). After `end`, the fields tell about the last supplier. */
export class AnyJudge implements Judge {
	supplierRow = -1;
	readonly sets = new FailingSets();
	/** Per cell: the best offer's row, or NO_ROW, and what it gives. */
	readonly row: Int32Array;
	readonly failed: Int32Array;
	readonly unknown: Int32Array;
	readonly stale: Uint8Array;
	/** Per cell: 1 when some offer fails none of the theoretical checks. */
	readonly theoretical: Uint8Array;
	/** Per cell: 1 when some offer's area is not unmet. */
	readonly inReach: Uint8Array;
	/** How many such cells. */
	reach = 0;
	/** The first `touchedCount` are the cells for which the supplier has an offer. */
	readonly touched: Int32Array;
	touchedCount = 0;
	verdict: number = EXCLUDED;

	/** Distances from suppliers to the need's places. */
	readonly chords: PlaceChords;

	readonly #bound: BoundNeed;
	readonly #negotiable: CheckMask;
	readonly #oldest: number;

	constructor(bound: BoundNeed) {
		const { cells, terms } = bound.prepared;
		this.#bound = bound;
		this.chords = new PlaceChords(bound.prepared.places);
		this.row = new Int32Array(cells.length).fill(NO_ROW);
		this.failed = new Int32Array(cells.length).fill(SEGMENT_BIT);
		this.touched = new Int32Array(cells.length);
		this.unknown = new Int32Array(cells.length);
		this.stale = new Uint8Array(cells.length);
		this.theoretical = new Uint8Array(cells.length);
		this.inReach = new Uint8Array(cells.length);
		this.#negotiable = terms.negotiable;
		this.#oldest = oldestVerification(terms.on);
	}

	begin(supplierRow: number): void {
		this.supplierRow = supplierRow;
		this.sets.reset();
		// Only the cells that the last supplier touched, in a loop: for the few cells of most needs, `fill` costs more.
		for (let t = 0; t < this.touchedCount; t++) {
			const cell = this.touched[t] as number;
			this.row[cell] = NO_ROW;
			this.failed[cell] = SEGMENT_BIT;
			this.unknown[cell] = 0;
			this.stale[cell] = 0;
			this.theoretical[cell] = 0;
			this.inReach[cell] = 0;
		}
		this.touchedCount = 0;
	}

	offer(rows: GroupRows, row: number): void {
		const { columns } = this.#bound;
		const { cells } = rows.bound;
		const negotiable =
			(this.#negotiable | (columns.offers.flexible[row] as number)) & ~NEVER_NEGOTIABLE;
		const stale = isStale(columns, row, this.#oldest) ? 1 : 0;
		rows.combine(row);
		for (let c = 0; c < cells.length; c++) {
			const unmet = rows.failed[c] as number;
			const discussed = unmet & negotiable;
			this.#keep(
				(cells[c] as BoundCell).index,
				row,
				unmet ^ discussed,
				(rows.unknown[c] as number) | discussed,
				stale,
			);
		}
	}

	#keep(cell: number, row: number, failed: CheckMask, unknown: CheckMask, stale: number): void {
		this.sets.add(failed);
		if ((failed & THEORETICAL_MASK) === 0) this.theoretical[cell] = 1;
		if ((failed & AREA_BIT) === 0) this.inReach[cell] = 1;
		const known = this.row[cell] as number;
		if (known === NO_ROW) this.touched[this.touchedCount++] = cell;
		else if (!this.#isBetter(cell, known, row, failed, unknown, stale)) return;
		this.row[cell] = row;
		this.failed[cell] = failed;
		this.unknown[cell] = unknown;
		this.stale[cell] = stale;
	}

	#isBetter(
		cell: number,
		known: number,
		row: number,
		failed: CheckMask,
		unknown: CheckMask,
		stale: number,
	): boolean {
		const order = compareChoices({ failed, unknown, stale: stale === 1 }, this.#choiceOn(cell));
		return (order || compareOffers(this.#bound.columns, row, known)) < 0;
	}

	end(): void {
		let reach = 0;
		let verdict: number = EXCLUDED;
		for (let t = 0; t < this.touchedCount; t++) {
			const cell = this.touched[t] as number;
			reach += this.inReach[cell] as number;
			if (this.failed[cell] !== 0) continue;
			verdict = Math.min(verdict, this.verdictOn(cell));
		}
		this.reach = reach;
		this.verdict = verdict;
	}

	/** Rank of the verdict on one cell. */
	verdictOn(cell: number): number {
		return verdictRank(
			this.failed[cell] as number,
			this.unknown[cell] as number,
			this.stale[cell] === 1,
		);
	}

	#choiceOn(cell: number): Choice {
		return {
			failed: this.failed[cell] as number,
			unknown: this.unknown[cell] as number,
			stale: this.stale[cell] === 1,
		};
	}
}
