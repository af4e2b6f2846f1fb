import { openSessionDb, type SessionDb } from "#db/session-db.server.ts";

/** A session database in memory, empty. */
export async function openTestSessionDb(): Promise<SessionDb> {
	return (await openSessionDb(":memory:")).sessionDb;
}
