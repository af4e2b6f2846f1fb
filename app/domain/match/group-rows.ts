import type { BoundCell, BoundGroup } from "./bind.ts";
import type { EvaluateRows, RowVerdicts } from "./checks/rows.ts";
import type { RowRange } from "./columns.ts";
import type { CheckMask } from "./masks.ts";

/** Rows judged at a time: enough for the loops to be worth it, few enough for their verdicts to stay in the processor's cache. */
const CHUNK = 512;

/** Verdicts of the rows of one taxonomy node for one group of cells, computed chunk by chunk as they are asked for. */
export class GroupRows {
	readonly bound: BoundGroup;
	readonly #range: RowRange;
	readonly #relation: number;
	readonly #profiles: readonly RowVerdicts[];
	readonly #loads: readonly RowVerdicts[];
	readonly #places: RowVerdicts;
	#start = 0;
	#count = 0;

	constructor(bound: BoundGroup, range: RowRange, relation: number) {
		const size = Math.min(CHUNK, range.end - range.start);
		this.bound = bound;
		this.#range = range;
		this.#relation = relation;
		this.#profiles = bound.profiles.map(() => verdicts(size));
		this.#loads = bound.loads.map(() => verdicts(size));
		this.#places = verdicts(size * bound.placeCount);
	}

	/** Makes sure that a row is judged, with those that follow it. */
	prepare(row: number): void {
		if (row >= this.#start && row < this.#start + this.#count) return;
		this.#judge(row, Math.min(CHUNK, this.#range.end - row));
	}

	/** Judges one row alone. */
	prepareOnly(row: number): void {
		this.#judge(row, 1);
	}

	#judge(start: number, count: number): void {
		const { bound } = this;
		this.#start = start;
		this.#count = count;
		bound.profiles.forEach((checks, p) => {
			this.#run(checks, this.#profiles[p] as RowVerdicts, count);
		});
		bound.loads.forEach((checks, l) => {
			this.#run(checks, this.#loads[l] as RowVerdicts, count);
		});
		this.#run(bound.places, this.#places, count);
	}

	#run(checks: readonly EvaluateRows[], out: RowVerdicts, count: number): void {
		out.failed.fill(0);
		out.unknown.fill(0);
		for (const check of checks) check(this.#start, count, out, this.#relation);
	}

	/** Failed checks of a prepared row on one cell, before anything is discussed. */
	failed(row: number, { profile, place, load }: BoundCell): CheckMask {
		const i = row - this.#start;
		return (
			((this.#profiles[profile] as RowVerdicts).failed[i] as number) |
			((this.#loads[load] as RowVerdicts).failed[i] as number) |
			(this.#places.failed[i * this.bound.placeCount + place] as number)
		);
	}

	/** Unknown checks of a prepared row on one cell. */
	unknown(row: number, { profile, place, load }: BoundCell): CheckMask {
		const i = row - this.#start;
		return (
			((this.#profiles[profile] as RowVerdicts).unknown[i] as number) |
			((this.#loads[load] as RowVerdicts).unknown[i] as number) |
			(this.#places.unknown[i * this.bound.placeCount + place] as number)
		);
	}
}

function verdicts(size: number): RowVerdicts {
	return { failed: new Int32Array(size), unknown: new Int32Array(size) };
}
