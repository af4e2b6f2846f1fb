import { type Kysely, sql } from "kysely";

const STATEMENTS = [
	// Texts are folded and stemmed before they come here; `_` starts a stem. Positions are not kept: no phrase is ever looked for.
	`CREATE VIRTUAL TABLE search_text USING fts5 (
		name,
		body,
		content = '',
		contentless_delete = 1,
		detail = column,
		tokenize = "unicode61 remove_diacritics 2 tokenchars '_'"
	)`,
	`CREATE VIRTUAL TABLE search_vocab USING fts5vocab (search_text, row)`,

	`CREATE TABLE search_row (
		supplier_id INTEGER PRIMARY KEY,
		stamp INTEGER NOT NULL,
		listed INTEGER NOT NULL CHECK (listed IN (0, 1)),
		draw INTEGER NOT NULL,
		lat REAL,
		lon REAL,
		commune TEXT,
		verified_day INTEGER,
		sort_name TEXT NOT NULL,
		facts TEXT NOT NULL
	) STRICT`,
	`CREATE INDEX search_row_by_stamp ON search_row (stamp)`,
	`CREATE INDEX search_row_by_name ON search_row (sort_name, supplier_id)`,
	`INSERT INTO meta (key, value) VALUES ('search_stamp', '0')`,

	// Words of the texts: what a mistyped one may have meant.
	`CREATE TABLE search_word (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE) STRICT`,
];

// Kysely<unknown>: a migration must not follow schema.ts.
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
