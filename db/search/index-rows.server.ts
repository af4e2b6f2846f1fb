import type { RawDb } from "#db/open.server.ts";
import type { SearchEntry } from "#search/entry.ts";
import { isCorrectable } from "#search/typos.ts";
import { wordsOfTokens } from "#search/words.ts";

/** Writing the index. Full-text SQL and bulk statements: what only SQLite does stays under `db/search`. */

/** Writes entries of the index; one per connection, so that statements are prepared once. */
export interface IndexWriter {
	/** Replaces these suppliers' entries, in one transaction (or in the one already open). */
	write(entries: readonly SearchEntry[]): void;
	/** Replaces the whole index in one transaction: searches see the former one until the end. */
	rebuild(batches: Iterable<readonly SearchEntry[]>): void;
}

export function createIndexWriter(raw: RawDb): IndexWriter {
	const stamp = raw.prepare<[], { value: string }>(
		"UPDATE meta SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT) WHERE key = 'search_stamp' RETURNING value",
	);
	const wasIndexed = raw
		.prepare<[number], number>("SELECT listed FROM search_row WHERE supplier_id = ?")
		.pluck();
	const removeText = raw.prepare<[number]>("DELETE FROM search_text WHERE rowid = ?");
	const addText = raw.prepare<[number, string, string]>(
		"INSERT INTO search_text (rowid, name, body) VALUES (?, ?, ?)",
	);
	const removeRow = raw.prepare<[number]>("DELETE FROM search_row WHERE supplier_id = ?");
	const addRow = raw.prepare(
		"INSERT INTO search_row (supplier_id, stamp, listed, draw, lat, lon, commune, verified_day, sort_name, facts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	);
	const words = new WordWriter(raw);

	/** Texts come last: each statement that could be undone alone makes FTS5 write down at once what it holds in memory. */
	const writeAll = (entries: readonly SearchEntry[]) => {
		const at = Number(stamp.get()?.value);
		const listedBefore = entries.map(({ supplierId }) => wasIndexed.get(supplierId));
		for (const [index, entry] of entries.entries()) {
			if (listedBefore[index] !== undefined) removeRow.run(entry.supplierId);
			addRow.run(
				entry.supplierId,
				at,
				entry.listed ? 1 : 0,
				entry.draw,
				entry.lat,
				entry.lon,
				entry.commune,
				entry.verifiedDay,
				entry.sortName,
				entry.facts,
			);
			if (!entry.listed) continue;
			words.add(entry.name);
			words.add(entry.body);
		}
		for (const [index, { supplierId, listed, name, body }] of entries.entries()) {
			if (listedBefore[index] === 1) removeText.run(supplierId);
			if (listed) addText.run(supplierId, name, body);
		}
	};
	const writeAlone = raw.transaction(writeAll);

	return {
		write: (entries) => {
			try {
				if (raw.inTransaction) writeAll(entries);
				else writeAlone(entries);
			} catch (error) {
				// What a rolled back write had learnt is not in the base.
				words.forget();
				throw error;
			}
		},
		rebuild: (batches) => {
			words.forget();
			raw.transaction(() => {
				raw.exec("INSERT INTO search_text (search_text) VALUES ('delete-all')");
				raw.exec("DELETE FROM search_row; DELETE FROM search_word; DELETE FROM search_pending");
				for (const entries of batches) writeAll(entries);
				raw.exec("INSERT INTO search_text (search_text) VALUES ('optimize')");
			})();
		},
	};
}

/** Remembers which words are known, so that only new ones reach the table of corrections. */
class WordWriter {
	private readonly known = new Set<string>();
	private readonly addWord;

	constructor(raw: RawDb) {
		this.addWord = raw.prepare<[string]>(
			"INSERT INTO search_word (word) VALUES (?) ON CONFLICT DO NOTHING",
		);
	}

	add(tokens: string): void {
		for (const word of wordsOfTokens(tokens)) {
			if (this.known.has(word)) continue;
			this.known.add(word);
			if (isCorrectable(word)) this.addWord.run(word);
		}
	}

	forget(): void {
		this.known.clear();
	}
}
