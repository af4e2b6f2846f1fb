import { type DirectoryQuery, effectiveSort } from "#app/domain/directory.ts";
import { publicSupplier } from "#app/domain/public-supplier.ts";
import { foldedWords } from "#app/domain/text.ts";
import { type Db, rawOf } from "#db/open.server.ts";
import { createIndexReader, type IndexReader } from "#db/search/index-reads.server.ts";
import { createIndexWriter, type IndexWriter } from "#db/search/index-rows.server.ts";
import { createSupplierReader, type SupplierReader } from "#db/search/supplier-reads.server.ts";
import { type SearchEntry, searchEntry } from "#search/entry.ts";
import type {
	DirectoryItem,
	DirectoryPage,
	DirectoryPoints,
	ExportedSupplier,
	FilterName,
	MapView,
	ReindexProgress,
	SearchEngine,
} from "#search/port.ts";
import { type Answer, Answers } from "./answers.server.ts";
import { clusterPositions, zoomOf } from "./clusters.server.ts";
import type { ColumnsWorld } from "./columns.server.ts";
import { namedFacets } from "./facets.server.ts";
import { FILTER_BITS } from "./filters.server.ts";
import { directoryItem } from "./items.server.ts";
import { rankAfter, readCursor, writeCursor } from "./order.server.ts";
import { rankOfBit } from "./scan.server.ts";

const REINDEX_BATCH = 1000;
const EXPORT_BATCH = 100;

export interface SearchOptions {
	/** Today in Paris, ISO: proofs and freshness depend on it. */
	readonly today: () => string;
	/** How many recent answers to keep for the next page, the map and the export of the same list. */
	readonly remembered?: number;
}

/** The search engine inside the main database: SQLite's full text for words, columns in memory for filters, counts and orders. */
export function openSearch(db: Db, world: ColumnsWorld, options: SearchOptions): SearchEngine {
	return new EmbeddedSearch(db, world, options);
}

class EmbeddedSearch implements SearchEngine {
	private readonly reader: IndexReader;
	private readonly suppliers: SupplierReader;
	private readonly answers: Answers;
	private writer: IndexWriter | null = null;

	constructor(
		private readonly db: Db,
		private readonly world: ColumnsWorld,
		options: SearchOptions,
	) {
		const raw = rawOf(db);
		this.reader = createIndexReader(raw);
		this.suppliers = createSupplierReader(raw);
		this.answers = new Answers(this.reader, world, options.today, options.remembered ?? 16);
	}

	async search(query: DirectoryQuery): Promise<DirectoryPage> {
		const answer = this.answers.answer(query);
		const { rows, scan, columns, words } = answer;
		const sort = effectiveSort(query);
		const from =
			query.cursor === null
				? (query.page - 1) * query.limit
				: rankAfter(rows, readCursor(query.cursor, sort), answer.keyOf);
		const shown = rows.subarray(from, from + query.limit);
		const last = shown.at(-1);
		const isLast = from + query.limit >= rows.length;
		return {
			items: this.items(shown, answer),
			total: scan.total,
			facets: namedFacets(scan.counts, query, columns, this.world),
			sort,
			page: query.page,
			nextCursor: last === undefined || isLast ? null : writeCursor(sort, answer.keyOf(last)),
			corrected: words?.corrected ?? [],
			// Words that say nothing by themselves, « le », « pour », are set aside too when there are no others.
			ignored: words?.ignored ?? foldedWords(query.q),
			without: totalsWithout(answer),
		};
	}

	async points(query: DirectoryQuery, view?: MapView): Promise<DirectoryPoints> {
		const { rows, columns } = this.answers.answer(query);
		const lat = columns.lat.view();
		const lon = columns.lon.view();
		const located = [...rows].filter((row) => !Number.isNaN(lat[row]) && !Number.isNaN(lon[row]));
		const bounds = boundsOf(located, lat, lon);
		const shown = view ?? { bounds: bounds ?? WORLD, zoom: zoomOf(bounds ?? WORLD) };
		const inView = located.filter((row) => isInside(lat[row] as number, lon[row] as number, shown));
		const { rows: alone, clusters } = clusterPositions(
			{
				rows: inView,
				lats: inView.map((row) => lat[row] as number),
				lons: inView.map((row) => lon[row] as number),
			},
			shown,
		);
		const ids = columns.supplierId.view();
		const points = this.suppliers.points(alone.map((row) => ids[row] as number));
		return {
			points: points.map(({ id, publicId, name, position }) => {
				const row = columns.rowOfSupplier(id);
				return [publicId, lat[row] as number, lon[row] as number, name, position === "commune"];
			}),
			clusters,
			located: located.length,
			unlocated: rows.length - located.length,
			bounds,
		};
	}

	async *export(query: DirectoryQuery): AsyncIterable<ExportedSupplier> {
		const answer = this.answers.answer(query);
		const ids = answer.supplierIds();
		for (let from = 0; from < ids.length; from += EXPORT_BATCH) {
			for (const listed of this.suppliers.listed(ids.slice(from, from + EXPORT_BATCH))) {
				const shown = publicSupplier(listed.supplier);
				if (shown) yield { item: this.item(listed, answer), supplier: shown };
			}
			// Other requests are served between two batches.
			await new Promise<void>((resolve) => setImmediate(resolve));
		}
	}

	async reindex(onProgress?: (progress: ReindexProgress) => void): Promise<void> {
		this.openWriter().rebuild(this.entries(onProgress));
	}

	private *entries(onProgress?: (progress: ReindexProgress) => void): Generator<SearchEntry[]> {
		const total = this.suppliers.count();
		let done = 0;
		let after = 0;
		for (;;) {
			const batch = this.suppliers.sourcesAfter(after, REINDEX_BATCH);
			const last = batch.at(-1);
			if (last === undefined) return;
			yield batch.map((source) => searchEntry(source, this.world.places));
			after = last.supplierId;
			done += batch.length;
			onProgress?.({ done, total });
		}
	}

	async update(supplierIds: readonly number[]): Promise<void> {
		const sources = this.suppliers.sources(supplierIds);
		this.openWriter().write(sources.map((source) => searchEntry(source, this.world.places)));
	}

	async warm(): Promise<void> {
		this.answers.prepare();
	}

	version(): string {
		return String(this.reader.stamp());
	}

	close(): void {
		this.answers.forget();
	}

	private openWriter(): IndexWriter {
		this.writer ??= createIndexWriter(rawOf(this.db));
		return this.writer;
	}

	private items(rows: Int32Array, answer: Answer): DirectoryItem[] {
		const ids = answer.columns.supplierId.view();
		return this.suppliers
			.listed(Array.from(rows, (row) => ids[row] as number))
			.map((listed) => this.item(listed, answer));
	}

	private item(
		listed: Parameters<typeof directoryItem>[0],
		{ columns, words, filters }: Answer,
	): DirectoryItem {
		return directoryItem(listed, columns, this.world, words, filters.origin);
	}
}

const WORLD: MapView["bounds"] = [-180, -85, 180, 85];

function boundsOf(
	rows: readonly number[],
	lat: Float64Array,
	lon: Float64Array,
): MapView["bounds"] | null {
	if (rows.length === 0) return null;
	let [west, south, east, north] = [180, 90, -180, -90];
	for (const row of rows) {
		west = Math.min(west, lon[row] as number);
		east = Math.max(east, lon[row] as number);
		south = Math.min(south, lat[row] as number);
		north = Math.max(north, lat[row] as number);
	}
	return [west, south, east, north];
}

function isInside(
	lat: number,
	lon: number,
	{ bounds: [west, south, east, north] }: MapView,
): boolean {
	return lat >= south && lat <= north && lon >= west && lon <= east;
}

function totalsWithout({ scan, filters }: Answer): DirectoryPage["without"] {
	const totals: Partial<Record<FilterName, number>> = {};
	for (const [name, bit] of Object.entries(FILTER_BITS)) {
		if (!(filters.active & bit)) continue;
		totals[name as FilterName] = scan.total + (scan.gained[rankOfBit(bit)] ?? 0);
	}
	return totals;
}
