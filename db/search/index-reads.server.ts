import type { RawDb } from "#db/open.server.ts";
import { stemToken } from "#search/words.ts";

/** A row of the index, as filters and facets load it. */
export interface IndexRow {
	readonly supplierId: number;
	readonly listed: number;
	readonly draw: number;
	readonly lat: number | null;
	readonly lon: number | null;
	readonly commune: string | null;
	readonly verifiedDay: number | null;
	readonly facts: string;
}

export interface IndexWord {
	readonly id: number;
	readonly word: string;
}

export type TextColumn = "name" | "body";

/** Reading the index. */
export interface IndexReader {
	/** Grows at each write; the same on all connections once committed. */
	stamp(): number;
	count(): number;
	/** Rows written after a stamp, by supplier id. */
	rowsAfter(stamp: number): IterableIterator<IndexRow>;
	/** Suppliers whose text holds a word of this stem, as decimal ids separated by commas; empty when none. */
	idsOfStem(column: TextColumn, stem: string): string;
	/** The same for words that begin so. */
	idsOfPrefix(column: TextColumn, prefix: string): string;
	/** Suppliers of this SIREN or SIRET (9 or 14 digits). */
	idsOfNumber(digits: string): number[];
	/** Words of the texts, some of which may be in none any more. */
	wordsAfter(id: number): IterableIterator<IndexWord>;
	/** How many suppliers' texts hold this word. */
	frequency(word: string): number;
	/** Suppliers in the order of their names, written as those of a word. */
	idsByName(): string;
	sortName(supplierId: number): string;
}

export function createIndexReader(raw: RawDb): IndexReader {
	const stamp = raw
		.prepare<[], string>("SELECT value FROM meta WHERE key = 'search_stamp'")
		.pluck();
	const count = raw.prepare<[], number>("SELECT count(*) FROM search_row").pluck();
	const rowsAfter = raw.prepare<[number], IndexRow>(
		`SELECT supplier_id AS supplierId, listed, draw, lat, lon, commune, verified_day AS verifiedDay, facts
		FROM search_row WHERE stamp > ? ORDER BY supplier_id`,
	);
	// One text instead of a row per supplier: ten times faster to carry over when a word is everywhere.
	const ids = raw
		.prepare<[string], string | null>(
			"SELECT group_concat(rowid) FROM search_text WHERE search_text MATCH ?",
		)
		.pluck();
	const frequency = raw
		.prepare<[string], number>("SELECT doc FROM search_vocab WHERE term = ?")
		.pluck();
	const idsByName = raw
		.prepare<[], string | null>(
			"SELECT group_concat(supplier_id) FROM (SELECT supplier_id FROM search_row ORDER BY sort_name, supplier_id)",
		)
		.pluck();
	const sortName = raw
		.prepare<[number], string>("SELECT sort_name FROM search_row WHERE supplier_id = ?")
		.pluck();
	const wordsAfter = raw.prepare<[number], IndexWord>(
		"SELECT id, word FROM search_word WHERE id > ? ORDER BY id",
	);
	const idsOfNumber = raw
		.prepare<[string, string], number>("SELECT id FROM supplier WHERE siret >= ? AND siret < ?")
		.pluck();
	return {
		stamp: () => Number(stamp.get() ?? 0),
		count: () => count.get() ?? 0,
		rowsAfter: (after) => rowsAfter.iterate(after),
		idsOfStem: (column, stem) =>
			ids.get(`{${column}} : (${quoted(stem)} OR ${quoted(stemToken(stem))})`) ?? "",
		idsOfPrefix: (column, prefix) => ids.get(`{${column}} : ${quoted(prefix)} *`) ?? "",
		// A colon comes right after the digits.
		idsOfNumber: (digits) => idsOfNumber.all(digits, `${digits}:`),
		wordsAfter: (id) => wordsAfter.iterate(id),
		frequency: (word) => frequency.get(word) ?? 0,
		idsByName: () => idsByName.get() ?? "",
		sortName: (supplierId) => sortName.get(supplierId) ?? "",
	};
}

/** An FTS5 string: no character in it is an operator. */
function quoted(token: string): string {
	return `"${token.replaceAll('"', '""')}"`;
}
