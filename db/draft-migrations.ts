import { type Kysely, type Migration, sql } from "kysely";

/** In order, never edited once merged. Kysely<unknown>: a migration must not follow draft-schema.ts. */
export const DRAFT_MIGRATIONS: Record<string, Migration> = {
	"20261121T0930_create_drafts": {
		async up(db: Kysely<unknown>) {
			await sql`
				CREATE TABLE draft (
					id TEXT PRIMARY KEY,
					owner_hash TEXT NOT NULL,
					form TEXT NOT NULL CHECK (json_valid(form)),
					need TEXT CHECK (need IS NULL OR json_valid(need)),
					revision INTEGER NOT NULL,
					created_at TEXT NOT NULL,
					updated_at TEXT NOT NULL,
					expires_at TEXT NOT NULL
				) STRICT`.execute(db);
			await sql`CREATE INDEX draft_by_owner ON draft (owner_hash, updated_at)`.execute(db);
			await sql`CREATE INDEX draft_by_expiry ON draft (expires_at)`.execute(db);
			await sql`
				CREATE TABLE share_link (
					id TEXT PRIMARY KEY,
					token_hash TEXT NOT NULL UNIQUE,
					draft_id TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
					owner_hash TEXT NOT NULL,
					need TEXT NOT NULL CHECK (json_valid(need)),
					created_at TEXT NOT NULL,
					expires_at TEXT NOT NULL,
					revoked_at TEXT
				) STRICT`.execute(db);
			await sql`CREATE INDEX share_link_by_draft ON share_link (draft_id)`.execute(db);
			await sql`CREATE INDEX share_link_by_expiry ON share_link (expires_at)`.execute(db);
		},
	},
	"20261122T0210_keep_former_form": {
		async up(db: Kysely<unknown>) {
			await sql`ALTER TABLE draft ADD COLUMN former TEXT CHECK (former IS NULL OR json_valid(former))`.execute(
				db,
			);
		},
	},
};
