import { type Db, migrateToLatest, openDb, rawOf } from "#db/open.server.ts";
import { loadReferenceFiles } from "#db/reference-tables.server.ts";

// Migrated once, serialised; each test reopens the bytes.
let template: Promise<Buffer> | undefined;
let templateWithPlaces: Promise<Buffer> | undefined;

/** An empty, migrated database of its own, in memory. */
export async function openTestDb(): Promise<Db> {
	template ??= buildTemplate(() => undefined);
	return openDb(await template);
}

/** The same with the communes and territories of the reference data. */
export async function openTestDbWithPlaces(): Promise<Db> {
	templateWithPlaces ??= buildTemplate(loadReferenceFiles);
	return openDb(await templateWithPlaces);
}

async function buildTemplate(fill: (db: Db) => unknown): Promise<Buffer> {
	const db = openDb(":memory:");
	await migrateToLatest(db);
	fill(db);
	const bytes = rawOf(db).serialize();
	await db.destroy();
	return bytes;
}
