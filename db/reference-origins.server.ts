import { z } from "zod";
import type { Db } from "./open.server.ts";
import packaged from "./reference/origins.json";

/** Where the reference data come from: read by routes too, so nothing here opens a file or needs the raw connection. */

const originSchema = z.object({
	id: z.string(),
	label: z.string(),
	origin: z.string(),
	url: z.string(),
	/** The npm package it was taken from. */
	via: z.string(),
	licence: z.string(),
	date: z.iso.date().nullable(),
	attribution: z.string(),
	rows: z.number(),
});
/** Where a packaged data set comes from. `date`: when it was true at its source; null when it does not say. */
export type ReferenceOrigin = z.infer<typeof originSchema>;

export function listOrigins(): ReferenceOrigin[] {
	return z.array(originSchema).parse(packaged);
}

const loadSchema = z.object({
	/** File name, or the address of the service. */
	origin: z.string(),
	rows: z.number(),
	loadedOn: z.iso.date(),
});
/** What a user loaded over the packaged data. */
export type ReferenceLoad = z.infer<typeof loadSchema>;

export type LoadedSet = "cpv" | "centres";

/** Null when this set was never loaded. */
export async function findReferenceLoad(db: Db, set: LoadedSet): Promise<ReferenceLoad | null> {
	const row = await db
		.selectFrom("meta")
		.select("value")
		.where("key", "=", loadKey(set))
		.executeTakeFirst();
	return row ? loadSchema.parse(JSON.parse(row.value)) : null;
}

/** Key of `meta` under which a load is kept. */
export function loadKey(set: LoadedSet): string {
	return `reference_${set}`;
}

/** Codes and labels of the CPV list under these prefixes, in order; empty until the list was loaded. */
export async function listCpvUnder(
	db: Db,
	prefixes: readonly string[],
): Promise<{ code: string; label: string }[]> {
	if (prefixes.length === 0) return [];
	return db
		.selectFrom("cpv")
		.select(["code", "label"])
		.where((where) =>
			where.or(
				prefixes.map((prefix) =>
					// ":" comes right after "9".
					where.and([where("code", ">=", prefix), where("code", "<", `${prefix}:`)]),
				),
			),
		)
		.orderBy("code")
		.execute();
}
