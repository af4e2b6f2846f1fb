import { Kysely, type Migration, Migrator, SqliteDialect, sql } from "kysely";
import { RateLimiterRes, RateLimiterSQLite } from "rate-limiter-flexible";
import { DRAFT_MIGRATIONS } from "./draft-migrations.ts";
import type { DraftSchema } from "./draft-schema.ts";
import { openRaw, type RawDb } from "./open.server.ts";

/** What visitors leave and what is counted about them: a database of its own, so that an import never blocks a page. */
export interface SessionSchema extends DraftSchema {
	rate_limit: { key: string; points: number; expire: number | null };
}

export type SessionDb = Kysely<SessionSchema>;

/** Counts one request; the answer is the seconds to wait, or null when it may pass. */
export interface RateLimiter<Class extends string = string> {
	count(rateClass: Class, client: string): Promise<number | null>;
}

export interface OpenedSessionDb {
	readonly sessionDb: SessionDb;
	/** @param perMinute requests that one client may make in a minute, by class */
	rateLimiter<Class extends string>(perMinute: Record<Class, number>): RateLimiter<Class>;
	/** Writes a consistent copy to `path` while the database is in use. */
	copyTo(path: string): Promise<void>;
	close(): Promise<void>;
}

const migrations: Record<string, Migration> = {
	"20261121T0900_create_rate_limit": {
		async up(db) {
			await sql`CREATE TABLE rate_limit (key TEXT PRIMARY KEY, points INTEGER NOT NULL DEFAULT 0, expire INTEGER) STRICT`.execute(
				db,
			);
		},
	},
	...DRAFT_MIGRATIONS,
};

/** Opens the session database, created or brought up to date as needed. `:memory:` for tests. */
export async function openSessionDb(path: string): Promise<OpenedSessionDb> {
	const raw = openRaw(path, { cacheMb: 4, mmapMb: 0 });
	const sessionDb = new Kysely<SessionSchema>({ dialect: new SqliteDialect({ database: raw }) });
	const migrator = new Migrator({
		db: sessionDb,
		provider: { getMigrations: async () => migrations },
	});
	const { error } = await migrator.migrateToLatest();
	if (error !== undefined) throw error;
	return {
		sessionDb,
		rateLimiter: (perMinute) => createRateLimiter(raw, perMinute),
		copyTo: async (target) => {
			await raw.backup(target);
		},
		close: () => sessionDb.destroy(),
	};
}

function createRateLimiter<Class extends string>(
	raw: RawDb,
	perMinute: Record<Class, number>,
): RateLimiter<Class> {
	const limiters = new Map<string, RateLimiterSQLite>();
	for (const [name, points] of Object.entries<number>(perMinute)) {
		limiters.set(
			name,
			new RateLimiterSQLite({
				storeClient: raw,
				storeType: "better-sqlite3",
				tableName: "rate_limit",
				tableCreated: true,
				keyPrefix: name,
				points,
				duration: 60,
			}),
		);
	}
	return {
		async count(rateClass, client) {
			try {
				await limiters.get(rateClass)?.consume(client);
				return null;
			} catch (refusal) {
				if (!(refusal instanceof RateLimiterRes)) throw refusal;
				return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
			}
		},
	};
}
