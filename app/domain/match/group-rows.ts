import type { BoundCell, BoundGroup } from "./bind.ts";
import type { EvaluateRows, RowVerdicts } from "./checks/rows.ts";
import type { RowRange } from "./columns.ts";

/** Rows judged at a time: enough for the loops to be worth it, few enough for their verdicts to stay in the processor's cache. */
const CHUNK = 512;

/** Verdicts of the rows of one taxonomy node for one group of cells, computed chunk by chunk as they are asked for. */
export class GroupRows {
	readonly bound: BoundGroup;
	/** Per cell of the group, after `combine`: checks of the row that fail or are unknown, before anything is discussed. */
	readonly failed: Int32Array;
	readonly unknown: Int32Array;

	readonly #range: RowRange;
	readonly #relation: number;
	readonly #profiles: readonly RowVerdicts[];
	readonly #loads: RowVerdicts;
	readonly #places: RowVerdicts;
	/** Per cell: ranks of its profile, place and load. */
	readonly #ranks: Int32Array;
	#start = 0;
	#count = 0;

	constructor(bound: BoundGroup, range: RowRange, relation: number) {
		const size = Math.min(CHUNK, range.end - range.start);
		this.bound = bound;
		this.#range = range;
		this.#relation = relation;
		this.#profiles = bound.profiles.map(() => verdicts(size));
		this.#loads = verdicts(size * bound.loadCount);
		this.#places = verdicts(size * bound.placeCount);
		this.#ranks = Int32Array.from(
			bound.cells.flatMap(({ profile, place, load }: BoundCell) => [profile, place, load]),
		);
		this.failed = new Int32Array(bound.cells.length);
		this.unknown = new Int32Array(bound.cells.length);
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
		for (let p = 0; p < this.#profiles.length; p++) {
			this.#run(bound.profiles[p] as EvaluateRows[], this.#profiles[p] as RowVerdicts, 1);
		}
		this.#run(bound.loads, this.#loads, bound.loadCount);
		this.#run(bound.places, this.#places, bound.placeCount);
	}

	#run(checks: readonly EvaluateRows[], out: RowVerdicts, width: number): void {
		out.failed.fill(0, 0, this.#count * width);
		out.unknown.fill(0, 0, this.#count * width);
		for (let c = 0; c < checks.length; c++) {
			(checks[c] as EvaluateRows)(this.#start, this.#count, out, this.#relation);
		}
	}

	/** Puts together what a prepared row gives on each cell. */
	combine(row: number): void {
		const i = row - this.#start;
		const { failed, unknown } = this;
		const ranks = this.#ranks;
		const places = this.#places;
		const loads = this.#loads;
		const firstPlace = i * this.bound.placeCount;
		const firstLoad = i * this.bound.loadCount;
		for (let c = 0, r = 0; c < failed.length; c++, r += 3) {
			const profile = this.#profiles[ranks[r] as number] as RowVerdicts;
			const place = firstPlace + (ranks[r + 1] as number);
			const load = firstLoad + (ranks[r + 2] as number);
			failed[c] =
				(profile.failed[i] as number) |
				(places.failed[place] as number) |
				(loads.failed[load] as number);
			unknown[c] =
				(profile.unknown[i] as number) |
				(places.unknown[place] as number) |
				(loads.unknown[load] as number);
		}
	}
}

function verdicts(size: number): RowVerdicts {
	return { failed: new Int32Array(size), unknown: new Int32Array(size) };
}
