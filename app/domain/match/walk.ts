import type { BoundNeed } from "./bind.ts";
import type { GroupRows } from "./group-rows.ts";

/** Judges suppliers one after the other, from the verdicts of their offers on the needed segments. */
export interface Judge {
	begin(supplierRow: number): void;
	/** `rows` holds the verdicts of `row` for the group it may serve. */
	offer(rows: GroupRows, row: number): void;
	end(): void;
}

const NO_MORE = Number.MAX_SAFE_INTEGER;

/** Runs the judge over every supplier that has an offer on a needed segment, in supplier order: a merge of the segments' rows. */
export function walkSuppliers(bound: BoundNeed, judge: Judge): void {
	const { blocks, columns } = bound;
	const { supplierRow } = columns.offers;
	const cursor = blocks.map((block) => block.start);
	const head = blocks.map((block) => supplierRow[block.start] as number);
	for (;;) {
		let supplier = NO_MORE;
		for (let b = 0; b < head.length; b++) {
			if ((head[b] as number) < supplier) supplier = head[b] as number;
		}
		if (supplier === NO_MORE) return;
		judge.begin(supplier);
		for (let b = 0; b < head.length; b++) {
			if (head[b] !== supplier) continue;
			const { end, serves } = blocks[b] as BoundNeed["blocks"][number];
			let row = cursor[b] as number;
			for (; row < end && supplierRow[row] === supplier; row++) {
				for (let g = 0; g < serves.length; g++) {
					const rows = serves[g] as GroupRows;
					rows.prepare(row);
					judge.offer(rows, row);
				}
			}
			cursor[b] = row;
			head[b] = row < end ? (supplierRow[row] as number) : NO_MORE;
		}
		judge.end();
	}
}

/** Runs the judge over one supplier. */
export function walkSupplier(bound: BoundNeed, judge: Judge, supplier: number): void {
	const { blocks, columns } = bound;
	const { supplierRow } = columns.offers;
	judge.begin(supplier);
	for (const { start, end, serves } of blocks) {
		let row = firstRowOf(supplierRow, supplier, start, end);
		for (; row < end && supplierRow[row] === supplier; row++) {
			for (const rows of serves) {
				rows.prepareOnly(row);
				judge.offer(rows, row);
			}
		}
	}
	judge.end();
}

/** First row of a supplier in an ascending range; where it would stand when it has none. */
function firstRowOf(supplierRow: Int32Array, supplier: number, start: number, end: number): number {
	let low = start;
	let high = end;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((supplierRow[middle] as number) < supplier) low = middle + 1;
		else high = middle;
	}
	return low;
}
