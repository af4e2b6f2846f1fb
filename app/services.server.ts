import { join } from "node:path";
import { isDemoBase } from "#db/demo.server.ts";
import { type Db, getDataVersion, migrateToLatest, openDb } from "#db/open.server.ts";
import { loadReference, type Reference } from "#db/reference.server.ts";
import { openSessionDb, type RateLimiter, type SessionDb } from "#db/session-db.server.ts";
import { openSearch } from "#search/embedded/engine.server.ts";
import type { SearchEngine } from "#search/port.ts";
import { todayInParis } from "./clock.server.ts";
import { MAIN_FILE, makeDataDir, SESSION_FILE } from "./data-dir.server.ts";
import type { Env } from "./env.server.ts";
import { createLog, type Log } from "./log.server.ts";
import { openMatcher } from "./matcher/matcher.server.ts";
import type { Matcher } from "./matcher/port.ts";
import { PROGRAM_VERSION } from "./program.server.ts";
import { RATE_LIMITS, type RateClass } from "./server/rate-limit.server.ts";
import { openSecret } from "./server/secret.server.ts";
import { createSessionCookie, type SessionCookie } from "./server/session-cookie.server.ts";
import { readUploadedRows } from "./table-upload.server.ts";

/**
 * All that outlives a request. Opened once, in the process that runs from source, and handed to
 * routes as `context.services`: the Remix bundle never opens a database or a worker itself.
 */
export interface Services {
	readonly env: Env;
	readonly log: Log;
	/** The base holds the fictional demo suppliers: every page says so. */
	readonly demo: boolean;
	readonly session: SessionCookie;
	readonly db: Db;
	readonly reference: Reference;
	readonly search: SearchEngine;
	readonly matcher: Matcher;
	/** Drafts and share links of visitors. */
	readonly sessionDb: SessionDb;
	readonly rateLimiter: RateLimiter<RateClass>;
	/** Rows of a table that a visitor sent; a workbook is read in a worker. */
	readonly readTable: typeof readUploadedRows;
	/** Version of the program, as answers name it. */
	readonly program: string;
	/** Grows by one at each applied change set. */
	dataVersion(): Promise<number>;
	close(): Promise<void>;
}

/** @throws {EnvError} when the data folder cannot be written */
export async function openServices(env: Env, log: Log = createLog(env)): Promise<Services> {
	makeDataDir(env.dataDir);
	const secret = env.sessionSecret ?? (await openSecret(env.dataDir));
	const sessions = await openSessionDb(join(env.dataDir, SESSION_FILE));
	const db = openDb(join(env.dataDir, MAIN_FILE));
	await migrateToLatest(db);
	const reference = loadReference(db);
	const search = openSearch(db, reference, { today: todayInParis });
	const matcher = openMatcher({
		file: join(env.dataDir, MAIN_FILE),
		reference,
		program: PROGRAM_VERSION,
		dataVersion: () => getDataVersion(db),
	});
	return {
		env,
		log,
		get demo() {
			return isDemoBase(db);
		},
		session: createSessionCookie({ secret, secure: env.baseUrl.startsWith("https:") }),
		db,
		reference,
		search,
		matcher,
		sessionDb: sessions.sessionDb,
		rateLimiter: sessions.rateLimiter(RATE_LIMITS),
		readTable: readUploadedRows,
		program: PROGRAM_VERSION,
		dataVersion: () => getDataVersion(db),
		async close() {
			await matcher.close();
			search.close();
			await db.destroy();
			await sessions.close();
		},
	};
}
