import type { Migration } from "kysely";
import * as createBase from "./20261121T2300_create_base.ts";
import * as createSearch from "./20261121T2330_create_search.ts";

/** Every migration, by name: they run in the order of their names and are never edited once merged. */
export const migrations: Record<string, Migration> = {
	"20261121T2300_create_base": createBase,
	"20261121T2330_create_search": createSearch,
};
