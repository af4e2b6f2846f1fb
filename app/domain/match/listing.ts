import { AppError } from "../errors.ts";
import type { CheckId } from "../vocabulary.ts";
import type { OfferColumns } from "./columns.ts";
import { drawRank, hashOfText } from "./draw.ts";
import { checkIndex } from "./masks.ts";
import { EXCLUDED } from "./outcome.ts";
import { PlaceChords } from "./place-chords.ts";
import type { PreparedNeed } from "./prepared.ts";
import { IS_THEORETICAL, MISSES_AREA_ONLY, type Summary } from "./summary.ts";

/** Order inside a verdict. The draw is the only order that nobody can complain of: it is the default. */
export type ListSort = "draw" | "distance" | "name";

export interface ListQuery {
	readonly sort: ListSort;
	/** Those whom this check removes, instead of the theoretical offer. */
	readonly removedBy: CheckId | null;
	readonly cursor: string | null;
	readonly pageSize: number;
}

export interface ListPage {
	/** Supplier rows, in order. */
	readonly rows: readonly number[];
	readonly nextCursor: string | null;
}

/** How many near misses on the area follow the theoretical offer. */
const NEAR_MISSES = 50;

/** Room for 32-bit ranks between two verdicts, and for verdicts between two sections. */
const PER_VERDICT = 2 ** 32;
const PER_SECTION = PER_VERDICT * 4;

/** One page of suppliers: the theoretical offer then near misses on the area, or those whom a check removes. */
export function listPage(
	prepared: PreparedNeed,
	columns: OfferColumns,
	summary: Summary,
	query: ListQuery,
): ListPage {
	const order = new ListOrder(prepared, columns, query.sort);
	const entries =
		query.removedBy === null
			? shownEntries(order, summary)
			: removedEntries(order, columns, summary, query.removedBy);
	return pageOf(entries, columns, query);
}

/** Sort keys, and the supplier rows they stand for. */
interface Entries {
	readonly keys: Float64Array;
	readonly rows: Int32Array;
}

class ListOrder {
	readonly #columns: OfferColumns;
	readonly #needHash: number;
	readonly #sort: ListSort;
	readonly #chords: PlaceChords;

	constructor(prepared: PreparedNeed, columns: OfferColumns, sort: ListSort) {
		this.#columns = columns;
		this.#needHash = hashOfText(prepared.id);
		this.#sort = sort;
		this.#chords = new PlaceChords(prepared.places);
	}

	key(row: number, verdict: number, section: number): number {
		return section * PER_SECTION + verdict * PER_VERDICT + this.#rank(row);
	}

	#rank(row: number): number {
		const { suppliers } = this.#columns;
		if (this.#sort === "name") return suppliers.nameRank[row] as number;
		if (this.#sort === "distance") {
			// Chords grow with distances; the largest is 4.
			return Math.min(5, this.#chords.toSupplier(this.#columns, row)) * 1e8;
		}
		return drawRank(this.#needHash, suppliers.idHash[row] as number);
	}
}

function shownEntries(order: ListOrder, summary: Summary): Entries {
	const { flags, supplierRow: rows, verdict: verdicts } = summary;
	const misses = nearMisses(summary);
	const total = summary.theoretical + misses.length;
	const entries = { keys: new Float64Array(total), rows: new Int32Array(total) };
	let place = 0;
	for (let i = 0; i < summary.size; i++) {
		if (((flags[i] as number) & IS_THEORETICAL) === 0) continue;
		const row = rows[i] as number;
		entries.keys[place] = order.key(row, verdicts[i] as number, 0);
		entries.rows[place++] = row;
	}
	for (const row of misses) {
		entries.keys[place] = order.key(row, EXCLUDED, 1);
		entries.rows[place++] = row;
	}
	return entries;
}

/** The suppliers nearest to the need among those that only the area keeps out of the theoretical offer. */
function nearMisses(summary: Summary): number[] {
	const { flags, supplierRow, chord: chords } = summary;
	// In ascending order of distance; a supplier farther than the last of a full list is looked at no more.
	const nearest: { row: number; chord: number }[] = [];
	let limit = Number.POSITIVE_INFINITY;
	for (let i = 0; i < summary.size; i++) {
		if (flags[i] !== MISSES_AREA_ONLY) continue;
		const row = supplierRow[i] as number;
		const chord = chords[i] as number;
		if (nearest.length === NEAR_MISSES && chord >= limit) continue;
		const place = nearest.findIndex((one) => chord < one.chord);
		nearest.splice(place < 0 ? nearest.length : place, 0, { row, chord });
		if (nearest.length > NEAR_MISSES) nearest.pop();
		limit = nearest.at(-1)?.chord ?? limit;
	}
	return nearest.map(({ row }) => row);
}

function removedEntries(
	order: ListOrder,
	columns: OfferColumns,
	summary: Summary,
	check: CheckId,
): Entries {
	const rank = checkIndex(check);
	const rows = summary.supplierRow.subarray(0, summary.size);
	const { removedAt } = summary;
	const removed: number[] = [];
	for (let i = 0; i < rows.length; i++) {
		if (removedAt[i] === rank) removed.push(rows[i] as number);
	}
	if (check === "segment") removed.push(...untouchedRows(rows, columns.supplierCount));
	return {
		keys: Float64Array.from(removed, (row) => order.key(row, EXCLUDED, 0)),
		rows: Int32Array.from(removed),
	};
}

/** Suppliers without any offer on a needed segment. */
function untouchedRows(touched: Int32Array, supplierCount: number): number[] {
	const rows: number[] = [];
	let next = 0;
	for (let row = 0; row < supplierCount; row++) {
		if (touched[next] === row) next++;
		else rows.push(row);
	}
	return rows;
}

function pageOf(entries: Entries, columns: OfferColumns, query: ListQuery): ListPage {
	const after = query.cursor === null ? null : parseCursor(query.cursor, query.sort);
	const { ref } = columns.suppliers;
	const isAfter = (i: number): boolean => {
		if (after === null) return true;
		const key = entries.keys[i] as number;
		if (key !== after.key) return key > after.key;
		return (ref[entries.rows[i] as number] as number) > after.ref;
	};
	const left: number[] = [];
	for (let i = 0; i < entries.keys.length; i++) if (isAfter(i)) left.push(i);
	// Only the smallest keys are put in order: a list may be long and a page is short.
	const limit = smallestKeys(entries.keys, left, query.pageSize + 1);
	const page = left
		.filter((i) => (entries.keys[i] as number) <= limit)
		.sort(
			(a, b) =>
				(entries.keys[a] as number) - (entries.keys[b] as number) ||
				(ref[entries.rows[a] as number] as number) - (ref[entries.rows[b] as number] as number),
		);
	const shown = page.slice(0, query.pageSize);
	const last = shown.at(-1);
	return {
		rows: shown.map((i) => entries.rows[i] as number),
		nextCursor:
			page.length > shown.length && last !== undefined
				? `${query.sort}.${entries.keys[last]}.${ref[entries.rows[last] as number]}`
				: null,
	};
}

/** The key that at least `count` of the entries do not exceed. */
function smallestKeys(keys: Float64Array, indexes: readonly number[], count: number): number {
	if (indexes.length <= count) return Number.POSITIVE_INFINITY;
	const sorted = Float64Array.from(indexes, (i) => keys[i] as number).sort();
	return sorted[count - 1] as number;
}

/** @throws {AppError} "bad-input" for a cursor that this list did not give */
function parseCursor(cursor: string, sort: ListSort): { key: number; ref: number } {
	const match = /^([a-z]+)\.(\d+(?:\.\d+)?)\.(-?\d+)$/.exec(cursor);
	if (!match || match[1] !== sort) {
		const message =
			"ce curseur ne vient pas de cette liste\u202f: reprenez sans cursor, depuis la première page.";
		throw new AppError("bad-input", {}, { problems: [{ path: "cursor", message }] });
	}
	return { key: Number(match[2]), ref: Number(match[3]) };
}
