import Sqlite from "better-sqlite3";
import { Kysely, Migrator, SqliteDialect } from "kysely";
import { migrations } from "./migrations/index.ts";
import type { Schema } from "./schema.ts";

/** The main database. Everything outside `db/` only passes it along. */
export type Db = Kysely<Schema>;
export type RawDb = Sqlite.Database;

const rawHandles = new WeakMap<Db, RawDb>();

export interface OpenOptions {
	readonly readonly?: boolean;
	/** Page cache of this connection, in MB. */
	readonly cacheMb?: number;
	/** How much of the file is mapped in memory, in MB. Mapped pages count in the process's size. */
	readonly mmapMb?: number;
}

/**
 * Opens the main database; does not migrate it.
 *
 * @param path a file, `:memory:`, or the bytes of a serialised database
 */
export function openDb(path: string | Buffer, options: OpenOptions = {}): Db {
	const raw = openRaw(path, options);
	const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: raw }) });
	rawHandles.set(db, raw);
	return db;
}

/** A bare connection with the house's settings, for the modules of `db/` and for other database files. */
export function openRaw(path: string | Buffer, options: OpenOptions = {}): RawDb {
	const raw = new Sqlite(path, { readonly: options.readonly ?? false, timeout: 10_000 });
	if (!options.readonly) {
		// For a new file only: three suppliers fit in a page, where one would in 4 kB.
		raw.pragma("page_size = 8192");
		raw.pragma("journal_mode = WAL");
	}
	raw.pragma("synchronous = NORMAL");
	raw.pragma("foreign_keys = ON");
	raw.pragma("busy_timeout = 10000");
	raw.pragma("temp_store = MEMORY");
	raw.pragma(`cache_size = ${-1024 * (options.cacheMb ?? 32)}`);
	raw.pragma(`mmap_size = ${1024 * 1024 * (options.mmapMb ?? 256)}`);
	return raw;
}

/** The SQLite handle behind `db`, for bulk work inside `db/` only: nothing here is awaited between two statements. */
export function rawOf(db: Db): RawDb {
	const raw = rawHandles.get(db);
	if (!raw) throw new Error("rawOf: this connection was not opened by openDb");
	return raw;
}

/** Brings the schema up to date; does nothing when it is. @throws the first migration's error */
export async function migrateToLatest(db: Db): Promise<void> {
	const migrator = new Migrator({
		db,
		provider: { getMigrations: () => Promise.resolve(migrations) },
	});
	const { error } = await migrator.migrateToLatest();
	if (error) throw error;
}

/** False of a file that `migrateToLatest` never saw. */
export function isMigrated(db: Db): boolean {
	return rawOf(db).prepare("SELECT 1 FROM sqlite_master WHERE name = 'cpv'").get() !== undefined;
}

/** One more at each applied change set; answers name it. */
export async function getDataVersion(db: Db): Promise<number> {
	const row = await db
		.selectFrom("meta")
		.select("value")
		.where("key", "=", "data_version")
		.executeTakeFirst();
	return Number(row?.value ?? 0);
}

/** To be called in the transaction that changes what is shown, or in the last of several. */
export function bumpDataVersion(raw: RawDb): void {
	raw.exec(
		"UPDATE meta SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT) WHERE key = 'data_version'",
	);
}
