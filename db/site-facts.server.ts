import type { Db } from "./open.server.ts";

/** The day (UTC) on which a list was last taken over; null on an empty base. */
export async function findLastUpdate(db: Db): Promise<string | null> {
	const row = await db
		.selectFrom("import_run")
		.select(({ fn }) => fn.max("finished_at").as("last"))
		.where("status", "=", "applied")
		.executeTakeFirst();
	return row?.last?.slice(0, 10) ?? null;
}
