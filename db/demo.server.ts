import { type Db, rawOf } from "./open.server.ts";

/** Whether fictional suppliers were loaded in this base: every page must then say so. */
export function isDemoBase(db: Db): boolean {
	return rawOf(db).prepare("SELECT 1 FROM source WHERE demo = 1 LIMIT 1").get() !== undefined;
}
