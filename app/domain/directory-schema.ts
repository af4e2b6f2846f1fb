import { z } from "zod";
import {
	DIRECTORY_SORTS,
	DIRECTORY_TAGS,
	DIRECTORY_VIEWS,
	type DirectoryQuery,
	FRESHNESS,
	MAX_NEAR_KM,
	MAX_PAGE_SIZE,
	MAX_WORDS_LENGTH,
} from "./directory.ts";
import { zoneSchema } from "./supplier.ts";
import { KIND_CODES, MODES, RESERVATIONS } from "./vocabulary.ts";

const communeCode = z.string().regex(/^(\d{5}|2[AB]\d{3})$/);
const point = z.strictObject({
	lat: z.number().min(-90).max(90),
	lon: z.number().min(-180).max(180),
});

/** A query as code holds it; kept apart so that the browser never loads zod. */
export const directoryQuerySchema: z.ZodType<DirectoryQuery> = z.strictObject({
	q: z.string().max(MAX_WORDS_LENGTH),
	segments: z.array(z.string()),
	kinds: z.array(z.enum(KIND_CODES)),
	reservation: z.enum(RESERVATIONS).nullable(),
	zones: z.array(zoneSchema),
	serves: communeCode.nullable(),
	near: z.union([z.strictObject({ commune: communeCode }), point]).nullable(),
	km: z.number().positive().max(MAX_NEAR_KM).nullable(),
	mode: z.enum(MODES).nullable(),
	fresh: z.enum(FRESHNESS).nullable(),
	ess: z.boolean(),
	tag: z.enum(DIRECTORY_TAGS).nullable(),
	sort: z.enum(DIRECTORY_SORTS).nullable(),
	page: z.number().int().min(1).max(100_000),
	cursor: z.string().max(1000).nullable(),
	limit: z.number().int().min(1).max(MAX_PAGE_SIZE),
	view: z.enum(DIRECTORY_VIEWS),
});
