import { type BoundCell, type BoundNeed, bindNeed } from "../match/bind.ts";
import type { OfferColumns } from "../match/columns.ts";
import { drawRank, hashOfText } from "../match/draw.ts";
import { GROUP_NO } from "../match/facts.ts";
import type { GroupRows } from "../match/group-rows.ts";
import { type Growable, growable } from "../match/growable.ts";
import { type CheckMask, NEVER_NEGOTIABLE } from "../match/masks.ts";
import type { PreparedNeed } from "../match/prepared.ts";
import { type Judge, walkSupplier, walkSuppliers } from "../match/walk.ts";
import { SHARE_CHECKS } from "./view.ts";

/** Groups are made among that many suppliers at most. */
export const MAX_CANDIDATES = 200;

/** An offer with what it gives on each cell of a segment, before anything is discussed. */
export interface OfferOnCells {
	readonly row: number;
	/** Per cell of the need. */
	readonly failed: Int32Array;
	readonly unknown: Int32Array;
	/** Checks that the buyer or the supplier would discuss. */
	readonly negotiable: CheckMask;
}

/** A supplier and its offers, by segment group. */
export interface SupplierOffers {
	readonly row: number;
	readonly offers: readonly (readonly OfferOnCells[])[];
}

export interface Collected {
	/** In the order of the need's draw. */
	readonly suppliers: readonly SupplierOffers[];
	/** How many suppliers could take a part of the need, those left out included. */
	readonly found: number;
}

/**
 * The suppliers that could take a cell or a part of one: no check but those of a share keeps them from it, and they do not refuse to
 * join a group. Beyond MAX_CANDIDATES, each cell in turn, those that fewest can take first, names its next taker: the one that could take
 * most cells of this need, then by the draw.
 */
export function collectCandidates(prepared: PreparedNeed, columns: OfferColumns): Collected {
	const bound = bindNeed(prepared, columns);
	const reach = new Reach(bound);
	walkSuppliers(bound, reach);
	const needHash = hashOfText(prepared.id);
	const draw = Float64Array.from(reach.rows, (row) =>
		drawRank(needHash, columns.suppliers.idHash[row] as number),
	);
	const kept =
		reach.rows.length <= MAX_CANDIDATES
			? Array.from(reach.rows, (_, i) => i)
			: chosenInTurn(prepared, reach, draw);
	kept.sort((a, b) => (draw[a] as number) - (draw[b] as number) || a - b);
	const details = new Details(bound);
	return {
		suppliers: kept.map((i) => {
			walkSupplier(bound, details, reach.rows[i] as number);
			return details.supplier();
		}),
		found: reach.rows.length,
	};
}

function negotiableOn({ prepared, columns }: BoundNeed, row: number): CheckMask {
	const flexible = columns.offers.flexible[row] as number;
	return (prepared.terms.negotiable | flexible) & ~NEVER_NEGOTIABLE;
}

/** Which cells each supplier could take, as bits. */
class Reach implements Judge {
	readonly #rows: Growable<Int32Array> = growable(Int32Array);
	readonly #bits: Growable<Int32Array> = growable(Int32Array);
	readonly words: number;
	readonly #bound: BoundNeed;
	readonly #own: Int32Array;
	#finished: Int32Array | undefined;
	#row = -1;
	#refuses = false;

	constructor(bound: BoundNeed) {
		this.#bound = bound;
		this.words = Math.ceil(bound.prepared.cells.length / 32);
		this.#own = new Int32Array(this.words);
	}

	get rows(): Int32Array {
		return this.#rows.view();
	}

	/** Word `w` of the cells of the i-th supplier. */
	word(i: number, w: number): number {
		this.#finished ??= this.#bits.view();
		return this.#finished[i * this.words + w] as number;
	}

	begin(row: number): void {
		this.#row = row;
		this.#refuses = this.#bound.columns.suppliers.consortium[row] === GROUP_NO;
		this.#own.fill(0);
	}

	offer(rows: GroupRows, row: number): void {
		if (this.#refuses) return;
		const { cells } = rows.bound;
		const blocking = ~(SHARE_CHECKS | negotiableOn(this.#bound, row));
		rows.combine(row);
		for (let c = 0; c < cells.length; c++) {
			if (((rows.failed[c] as number) & blocking) !== 0) continue;
			const { index } = cells[c] as BoundCell;
			this.#own[index >> 5] = (this.#own[index >> 5] as number) | (1 << (index & 31));
		}
	}

	end(): void {
		if (!this.#own.some((word) => word !== 0)) return;
		this.#rows.push(this.#row);
		for (const word of this.#own) this.#bits.push(word);
	}
}

/** Cells take turns, each naming its next taker. */
function chosenInTurn(prepared: PreparedNeed, reach: Reach, draw: Float64Array): number[] {
	const { words } = reach;
	const widths = Int32Array.from(reach.rows, (_, i) => {
		let width = 0;
		for (let w = 0; w < words; w++) {
			for (let left = reach.word(i, w); left !== 0; left &= left - 1) width++;
		}
		return width;
	});
	const order = Array.from(reach.rows, (_, i) => i).sort(
		(a, b) =>
			(widths[b] as number) - (widths[a] as number) ||
			(draw[a] as number) - (draw[b] as number) ||
			a - b,
	);
	const takes = (i: number, cell: number) => ((reach.word(i, cell >> 5) >> (cell & 31)) & 1) === 1;
	const turns = prepared.cells.map(({ id, index }) => {
		let takers = 0;
		for (const i of order) if (takes(i, index)) takers++;
		return { id, index, takers, next: 0 };
	});
	turns.sort((a, b) => a.takers - b.takers || (a.id < b.id ? -1 : 1));
	const chosen = new Set<number>();
	for (let went = true; went && chosen.size < MAX_CANDIDATES; ) {
		went = false;
		for (const turn of turns) {
			while (turn.next < order.length) {
				const i = order[turn.next++] as number;
				if (chosen.has(i) || !takes(i, turn.index)) continue;
				chosen.add(i);
				went = true;
				break;
			}
			if (chosen.size === MAX_CANDIDATES) break;
		}
	}
	return [...chosen];
}

/** The verdicts of each offer of one supplier. */
class Details implements Judge {
	readonly #bound: BoundNeed;
	#row = -1;
	#offers: OfferOnCells[][] = [];

	constructor(bound: BoundNeed) {
		this.#bound = bound;
	}

	begin(row: number): void {
		this.#row = row;
		this.#offers = this.#bound.groups.map(() => []);
	}

	offer(rows: GroupRows, row: number): void {
		const { cells, group } = rows.bound;
		const size = this.#bound.prepared.cells.length;
		const failed = new Int32Array(size);
		const unknown = new Int32Array(size);
		rows.combine(row);
		for (let c = 0; c < cells.length; c++) {
			const { index } = cells[c] as BoundCell;
			failed[index] = rows.failed[c] as number;
			unknown[index] = rows.unknown[c] as number;
		}
		const negotiable = negotiableOn(this.#bound, row);
		this.#offers[group.index]?.push({ row, failed, unknown, negotiable });
	}

	end(): void {}

	supplier(): SupplierOffers {
		return { row: this.#row, offers: this.#offers };
	}
}
