import { readFileSync } from "node:fs";
import { z } from "zod";

/** Version of the program, as answers and `/healthz` name it. Read once, by the process that runs from source. */
export const PROGRAM_VERSION: string = z
	.object({ version: z.string() })
	.parse(JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"))).version;
