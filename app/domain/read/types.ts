import { z } from "zod";
import { needSchema, serviceSchema } from "../need.ts";
import type { Span } from "./folded-text.ts";
import type { RankedSegment } from "./segments/rank.ts";

/** A need as far as a text says it: services may lack their segment, and there may be none. */
export const partialNeedSchema = needSchema.extend({
	services: z.array(serviceSchema.partial({ segment: true })).max(100),
});
export type PartialNeed = z.infer<typeof partialNeedSchema>;

/** Characters of the longest text that is read: longer than any request, and than most specifications. */
export const MAX_READ_LENGTH = 20_000;

export type Json =
	| string
	| number
	| boolean
	| null
	| readonly Json[]
	| { readonly [key: string]: Json };

/** One thing understood: where it stands in the need (`services[0].window`), and the words that led there. */
export interface ReadPart {
	readonly path: string;
	readonly value: Json;
	/** [start, end) offsets in the text as given. */
	readonly words: readonly Span[];
}

export interface ReadOption {
	/** French: « Saint-Denis (93) ». */
	readonly label: string;
	readonly value: Json;
}

export const QUESTION_SUBJECTS = [
	"segment",
	"place",
	"zone",
	"amount",
	"quantity",
	"window",
	"reservation",
] as const;

/** Something the text leaves open. */
export interface ReadQuestion {
	readonly about: (typeof QUESTION_SUBJECTS)[number];
	/** Where the answer goes in the need. */
	readonly path: string;
	/** French, as put to the buyer. */
	readonly text: string;
	readonly words: readonly Span[];
	/** Empty: the answer is to be typed. */
	readonly options: readonly ReadOption[];
	/** Rank of the option that stands in the need until someone answers; null when none does. */
	readonly chosen: number | null;
}

/** How a loose wording was understood, or what could not be kept of it: French. */
export interface ReadWarning {
	readonly message: string;
	readonly words: readonly Span[];
}

export interface Reading {
	readonly need: PartialNeed;
	/** Best first, over the whole text. */
	readonly segments: readonly RankedSegment[];
	/** In the order of the text. `siteCount` is a part beside the need: places that are counted and not named. */
	readonly parts: readonly ReadPart[];
	/** What no part and no warning speaks of. */
	readonly notUnderstood: readonly Span[];
	readonly questions: readonly ReadQuestion[];
	readonly warnings: readonly ReadWarning[];
}
