import { type DirectoryQuery, effectiveSort } from "#app/domain/directory.ts";
import { serialiseDirectoryQuery } from "#app/domain/directory-url.ts";
import type { IndexReader } from "#db/search/index-reads.server.ts";
import { buildPhraseBook, taxonomyWords } from "#search/synonyms.ts";
import { WordGrams } from "#search/typos.ts";
import { type ColumnsWorld, SearchColumns } from "./columns.server.ts";
import { compileFilters, type Filters } from "./filters.server.ts";
import { type OrderKey, Orders } from "./order.server.ts";
import { type ScanResult, scan } from "./scan.server.ts";
import { type Lexicon, matchWords, type WordsMatch } from "./words-match.server.ts";

/** All that a query finds, in order. */
export interface Answer {
	readonly columns: SearchColumns;
	readonly words: WordsMatch | null;
	readonly filters: Filters;
	readonly scan: ScanResult;
	readonly rows: Int32Array;
	keyOf(row: number): OrderKey;
	supplierIds(): number[];
}

/** Former offers kept in memory before everything is read again. */
const MAX_STALE_OFFERS = 100_000;

/** Answers queries from columns that follow the index, and keeps the last few answers. */
export class Answers {
	private columns: SearchColumns | null = null;
	private orders: Orders | null = null;
	private readonly lexicon: Lexicon;
	private lastWordId = 0;
	private readonly recent = new Map<string, Answer>();

	constructor(
		private readonly reader: IndexReader,
		private readonly world: ColumnsWorld,
		private readonly today: () => string,
		private readonly remembered: number,
	) {
		const words = taxonomyWords(world.taxonomy);
		const grams = new WordGrams();
		for (const word of words) grams.add(word);
		this.lexicon = {
			book: buildPhraseBook(world.taxonomy, world.places.rows.zones),
			grams,
			taxonomyWords: words,
			taxonomy: world.taxonomy,
		};
	}

	answer(query: DirectoryQuery): Answer {
		const { columns, orders } = this.refreshed();
		const key = serialiseDirectoryQuery({
			...query,
			page: 1,
			cursor: null,
			limit: 1,
			view: "both",
		}).toString();
		const known = this.recent.get(key);
		const answer = known ?? this.compute(query, columns, orders);
		// The map keeps the order of insertion: the least recently asked goes first.
		this.recent.delete(key);
		this.recent.set(key, answer);
		for (const oldest of this.recent.keys()) {
			if (this.recent.size <= this.remembered) break;
			this.recent.delete(oldest);
		}
		return answer;
	}

	prepare(): void {
		this.refreshed();
	}

	forget(): void {
		this.columns = null;
		this.orders = null;
		this.recent.clear();
	}

	private compute(query: DirectoryQuery, columns: SearchColumns, orders: Orders): Answer {
		const words = query.q === "" ? null : matchWords(query.q, columns, this.reader, this.lexicon);
		const filters = compileFilters(query, columns, this.world.places, words);
		const result = scan(columns, filters);
		const sort = effectiveSort(query);
		const rows = orders.rows(result, sort, filters.origin);
		return {
			columns,
			words,
			filters,
			scan: result,
			rows,
			keyOf: (row) => orders.keyOf(row, result, sort, filters.origin),
			supplierIds: () => {
				const ids = columns.supplierId.view();
				return Array.from(rows, (row) => ids[row] as number);
			},
		};
	}

	/** The columns as the index now is: another process may have written to it. */
	private refreshed(): { columns: SearchColumns; orders: Orders } {
		const today = this.today();
		let { columns, orders } = this;
		const outdated =
			columns === null ||
			columns.todayIso !== today ||
			columns.staleOffers > MAX_STALE_OFFERS ||
			this.reader.stamp() < columns.stamp;
		if (columns === null || orders === null || outdated) {
			columns = new SearchColumns(this.world, today);
			orders = new Orders(columns, this.reader);
			this.columns = columns;
			this.orders = orders;
			this.recent.clear();
		}
		const before = columns.revision;
		columns.refresh(this.reader);
		if (columns.revision !== before) {
			this.recent.clear();
			this.learnWords();
		}
		return { columns, orders };
	}

	private learnWords(): void {
		for (const { id, word } of this.reader.wordsAfter(this.lastWordId)) {
			this.lexicon.grams.add(word);
			this.lastWordId = id;
		}
	}
}
