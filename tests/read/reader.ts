import type { NeedReader } from "#app/domain/read/reader.ts";
import { packagedReference } from "#db/reference.server.ts";

/** The reader over the committed reference files. */
export function readReference(): NeedReader {
	return packagedReference().needReader;
}
