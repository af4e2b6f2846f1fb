import { OfferColumns, type OfferValueColumns, type RowRange } from "./columns.ts";

/**
 * The columns with some of their offers only: what the others hold is not copied, so that hundreds of matches over the few offers
 * that may change cost little. Suppliers, codes and numbered sequences stay as they are.
 * @param rows offers to keep, in ascending order
 * @param segments the segments whose offers may be among them
 */
export function subsetOf(
	columns: OfferColumns,
	rows: Int32Array,
	segments: readonly string[],
): OfferColumns {
	const { offers, state } = columns;
	const { capacityStart, ...values } = offers;
	const copied = Object.fromEntries(
		Object.entries(values).map(([name, column]) => [name, pick(column, rows)]),
	) as unknown as Omit<OfferValueColumns, "capacityStart">;
	const { starts, entries } = capacityOf(capacityStart, rows);
	const ranges = segments
		.map((segment) => ({ segment, range: columns.rowsOf(segment) }))
		.sort((a, b) => a.range.start - b.range.start);
	return new OfferColumns({
		...state,
		offers: { ...copied, capacityStart: starts },
		capacity: {
			unit: pick(state.capacity.unit, entries),
			per: pick(state.capacity.per, entries),
			max: pick(state.capacity.max, entries),
			remaining: pick(state.capacity.remaining, entries),
			remainingOn: pick(state.capacity.remainingOn, entries),
		},
		segmentCodes: ranges.map(({ segment }) => segment),
		segmentStart: Int32Array.from([
			...ranges.map(({ range }) => countBefore(rows, range)),
			rows.length,
		]),
	});
}

interface Column {
	readonly length: number;
	[index: number]: number;
}

function pick<T extends Column>(column: T, rows: Int32Array): T {
	const copy = new (column.constructor as new (length: number) => T)(rows.length);
	for (let i = 0; i < rows.length; i++) copy[i] = column[rows[i] as number] as number;
	return copy;
}

function capacityOf(
	capacityStart: Int32Array<ArrayBufferLike>,
	rows: Int32Array,
): { starts: Int32Array; entries: Int32Array } {
	const starts = new Int32Array(rows.length + 1);
	const entries: number[] = [];
	rows.forEach((row, i) => {
		const end = capacityStart[row + 1] as number;
		for (let entry = capacityStart[row] as number; entry < end; entry++) entries.push(entry);
		starts[i + 1] = entries.length;
	});
	return { starts, entries: Int32Array.from(entries) };
}

/** How many rows come before those of a segment. */
function countBefore(rows: Int32Array, { start }: RowRange): number {
	let count = 0;
	while (count < rows.length && (rows[count] as number) < start) count++;
	return count;
}
