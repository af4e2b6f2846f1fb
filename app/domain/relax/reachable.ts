import type { BoundNeed } from "../match/bind.ts";
import type { OfferColumns } from "../match/columns.ts";
import { subsetOf } from "../match/columns-subset.ts";
import type { GroupRows } from "../match/group-rows.ts";
import { AnyJudge } from "../match/judge-any.ts";
import { type Judge, walkSuppliers } from "../match/walk.ts";

/** The offers that a change of the need may concern. */
export interface Reachable {
	readonly columns: OfferColumns;
	/** Per supplier within reach of some cells: which, ascending. */
	readonly reaches: readonly Reach[];
}

export interface Reach {
	readonly supplier: number;
	readonly cells: readonly number[];
}

/**
 * The offers of the suppliers within reach of some cell. The others stay out whatever the need becomes: no change touches the
 * trade or where it is carried out, and a lot has fewer sites than the need.
 */
export function reachableBy(bound: BoundNeed): Reachable {
	const collector = new ReachCollector(bound);
	walkSuppliers(bound, collector);
	const segments = bound.prepared.groups.flatMap(({ nodes }) => nodes.map((node) => node.segment));
	const held = new Set(segments.filter((segment) => !isEmpty(bound.columns, segment)));
	const columns = subsetOf(bound.columns, Int32Array.from(collector.rows).sort(), [...held]);
	return { columns, reaches: collector.reaches };
}

function isEmpty(columns: OfferColumns, segment: string): boolean {
	const { start, end } = columns.rowsOf(segment);
	return start === end;
}

class ReachCollector implements Judge {
	readonly rows: number[] = [];
	readonly reaches: Reach[] = [];
	readonly #judge: AnyJudge;
	#kept = 0;

	constructor(bound: BoundNeed) {
		this.#judge = new AnyJudge(bound);
	}

	begin(supplierRow: number): void {
		this.#judge.begin(supplierRow);
		this.#kept = this.rows.length;
	}

	offer(rows: GroupRows, row: number): void {
		this.#judge.offer(rows, row);
		// An offer that may serve several segments comes once for each.
		if (this.rows.length === this.#kept || this.rows.at(-1) !== row) this.rows.push(row);
	}

	end(): void {
		const judge = this.#judge;
		judge.end();
		if (judge.reach === 0) {
			this.rows.length = this.#kept;
			return;
		}
		const touched = judge.touched.subarray(0, judge.touchedCount);
		const cells = touched.filter((cell) => judge.inReach[cell] === 1).sort();
		this.reaches.push({ supplier: judge.supplierRow, cells: [...cells] });
	}
}
