import type { Db } from "./open.server.ts";

/** French names of the sources, by id. */
export async function listSourceLabels(db: Db): Promise<ReadonlyMap<string, string>> {
	const rows = await db.selectFrom("source").select(["id", "label"]).execute();
	return new Map(rows.map(({ id, label }) => [id, label]));
}
