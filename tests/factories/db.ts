import { type Db, migrateToLatest, openDb, rawOf } from "#db/open.server.ts";

// Migrated once, serialised; each test reopens the bytes.
let template: Promise<Buffer> | undefined;

/** An empty, migrated database of its own, in memory. */
export async function openTestDb(): Promise<Db> {
	template ??= buildTemplate();
	return openDb(await template);
}

async function buildTemplate(): Promise<Buffer> {
	const db = openDb(":memory:");
	await migrateToLatest(db);
	const bytes = rawOf(db).serialize();
	await db.destroy();
	return bytes;
}
