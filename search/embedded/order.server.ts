import type { DirectorySort } from "#app/domain/directory.ts";
import { AppError } from "#app/domain/errors.ts";
import { distanceKm } from "#app/domain/geo.ts";
import type { IndexReader } from "#db/search/index-reads.server.ts";
import type { SearchColumns } from "./columns.server.ts";
import type { Point } from "./filters.server.ts";
import { readIds } from "./ids.server.ts";
import { LEVEL_NAME, OUT } from "./judge.server.ts";
import type { ScanResult } from "./scan.server.ts";

/** Beyond any distance on Earth, in metres: those without position come last. */
const NOWHERE_M = 2 ** 25;
/** More rows than a base will hold; a draw (32 bits) and a row fit together in a double. */
const MAX_ROWS = 2 ** 21;

/** Orders that hold for all lists, made once per state of the index. */
export class Orders {
	private revision = -1;
	private byDraw: Int32Array | null = null;
	private byName: Int32Array | null = null;
	private byFreshness: Int32Array | null = null;

	constructor(
		private readonly columns: SearchColumns,
		private readonly reader: IndexReader,
	) {}

	/** Rows that passed, in the order asked; equal ones by the draw, then by id. */
	rows(scan: ScanResult, sort: DirectorySort, origin: Point | null): Int32Array {
		this.forgetOld();
		switch (sort) {
			case "name":
				return passed(this.nameOrder(), scan, OUT + 1);
			case "freshness":
				return passed(this.freshnessOrder(), scan, OUT + 1);
			case "distance":
				return this.distanceOrder(scan, origin);
			case "relevance":
				return passed(this.drawOrder(), scan, LEVEL_NAME);
			case "draw":
				return passed(this.drawOrder(), scan, OUT + 1);
		}
	}

	/** Where a row stands: what the cursor of a page that ends there says. */
	keyOf(row: number, scan: ScanResult, sort: DirectorySort, origin: Point | null): OrderKey {
		const id = this.columns.supplierId.view()[row] as number;
		const draw = sort === "name" ? 0 : (this.columns.draw.view()[row] as number);
		return [this.primaryKey(row, id, scan, sort, origin), draw, id];
	}

	private primaryKey(
		row: number,
		id: number,
		scan: ScanResult,
		sort: DirectorySort,
		origin: Point | null,
	): number | string {
		switch (sort) {
			case "name":
				return this.reader.sortName(id);
			case "freshness":
				return -(this.columns.verifiedDay.view()[row] as number);
			case "distance":
				return this.metresFrom(row, origin);
			case "relevance":
				return -(scan.level[row] as number);
			case "draw":
				return 0;
		}
	}

	private forgetOld(): void {
		if (this.revision === this.columns.revision) return;
		this.revision = this.columns.revision;
		this.byDraw = null;
		this.byName = null;
		this.byFreshness = null;
	}

	private drawOrder(): Int32Array {
		this.byDraw ??= this.sorted((row) => this.columns.draw.view()[row] as number);
		return this.byDraw;
	}

	private nameOrder(): Int32Array {
		this.byName ??= readIds(this.reader.idsByName())
			.map((id) => this.columns.rowOfSupplier(id))
			.filter((row) => row >= 0);
		return this.byName;
	}

	/** A stable sort of the draw. */
	private freshnessOrder(): Int32Array {
		const days = this.columns.verifiedDay.view();
		this.byFreshness ??= this.drawOrder()
			.slice()
			.sort((a, b) => (days[b] as number) - (days[a] as number));
		return this.byFreshness;
	}

	private distanceOrder(scan: ScanResult, origin: Point | null): Int32Array {
		const rows = passed(this.drawOrder(), scan, OUT + 1);
		const keys = new Float64Array(rows.length);
		for (let i = 0; i < rows.length; i++) {
			keys[i] = this.metresFrom(rows[i] as number, origin) * MAX_ROWS + i;
		}
		keys.sort();
		return Int32Array.from(keys, (key) => rows[key % MAX_ROWS] as number);
	}

	private metresFrom(row: number, origin: Point | null): number {
		const km = distanceFrom(this.columns, row, origin);
		return km === null ? NOWHERE_M : Math.round(km * 1000);
	}

	/** Rows by a whole key of 32 bits, then by row: rows come by id. */
	private sorted(keyOf: (row: number) => number): Int32Array {
		const keys = new Float64Array(this.columns.size);
		for (let row = 0; row < keys.length; row++) keys[row] = keyOf(row) * MAX_ROWS + row;
		keys.sort();
		return Int32Array.from(keys, (key) => key % MAX_ROWS);
	}
}

/** Km from a point, as the crow flies; null without point or position. */
export function distanceFrom(
	columns: SearchColumns,
	row: number,
	origin: Point | null,
): number | null {
	const lat = columns.lat.view()[row] as number;
	const lon = columns.lon.view()[row] as number;
	if (origin === null || Number.isNaN(lat) || Number.isNaN(lon)) return null;
	return distanceKm(origin.lat, origin.lon, lat, lon);
}

/** Primary key, draw, id: compared in this order. */
export type OrderKey = readonly [number | string, number, number];

/** Rank in `rows` of the first one after a key; the key's own row may be gone. */
export function rankAfter(
	rows: Int32Array,
	after: OrderKey,
	keyOf: (row: number) => OrderKey,
): number {
	let low = 0;
	let high = rows.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (compareKeys(keyOf(rows[middle] as number), after) <= 0) low = middle + 1;
		else high = middle;
	}
	return low;
}

function compareKeys(a: OrderKey, b: OrderKey): number {
	for (const index of [0, 1, 2] as const) {
		// SQLite orders text by code points, as these comparisons do for folded names.
		if (a[index] < b[index]) return -1;
		if (a[index] > b[index]) return 1;
	}
	return 0;
}

export function writeCursor(sort: DirectorySort, key: OrderKey): string {
	return Buffer.from(JSON.stringify([sort, ...key])).toString("base64url");
}

/** @throws {AppError} "bad-input" when it is not a cursor of ours, or of another order */
export function readCursor(cursor: string, sort: DirectorySort): OrderKey {
	const parts = parseJson(Buffer.from(cursor, "base64url").toString());
	if (Array.isArray(parts) && parts.length === 4 && parts[0] === sort) {
		const [, primary, draw, id] = parts as unknown[];
		const isPrimary = typeof primary === (sort === "name" ? "string" : "number");
		if (isPrimary && typeof draw === "number" && typeof id === "number") {
			return [primary as number | string, draw, id];
		}
	}
	throw new AppError(
		"bad-input",
		{},
		{
			problems: [
				{
					path: "cursor",
					message:
						"Ce repère de page n’est pas lisible, ou vient d’un autre tri\u202f: reprenez à la première page.",
				},
			],
		},
	);
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

/** The rows of an order that passed, highest level first when levels matter. */
function passed(order: Int32Array, { level, total }: ScanResult, highest: number): Int32Array {
	const rows = new Int32Array(total);
	if (highest === OUT + 1) {
		let length = 0;
		for (let i = 0; i < order.length; i++) {
			const row = order[i] as number;
			if (level[row] !== OUT) rows[length++] = row;
		}
		return rows;
	}
	const counts = new Int32Array(highest + 1);
	for (let row = 0; row < level.length; row++) increment(counts, level[row] as number);
	// Where the rows of each level begin: the highest first.
	const next = new Int32Array(highest + 1);
	for (let at = highest - 1; at > OUT; at--) {
		next[at] = (next[at + 1] as number) + (counts[at + 1] as number);
	}
	for (let i = 0; i < order.length; i++) {
		const row = order[i] as number;
		const at = level[row] as number;
		if (at === OUT) continue;
		rows[next[at] as number] = row;
		increment(next, at);
	}
	return rows;
}

function increment(counts: Int32Array, index: number): void {
	counts[index] = (counts[index] as number) + 1;
}
