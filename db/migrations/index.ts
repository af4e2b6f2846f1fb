import type { Migration } from "kysely";
import * as createBase from "./20261121T2300_create_base.ts";

/** Every migration, by name: they run in the order of their names and are never edited once merged. */
export const migrations: Record<string, Migration> = {
	"20261121T2300_create_base": createBase,
};
