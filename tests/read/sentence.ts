import type { PartialNeed, ReadQuestion } from "#app/domain/read/types.ts";

/** A need as rows write it: services without their ids, sites as the INSEE codes of their communes. */
export interface ExpectedNeed extends Omit<PartialNeed, "services" | "sites"> {
	readonly services?: readonly Omit<PartialNeed["services"][number], "id">[];
	readonly sites?: readonly string[];
}

/** One sentence and all that must come out of it: what is not written here must not be read. */
export interface Sentence {
	readonly text: string;
	readonly need: ExpectedNeed;
	/** Places that are counted and not named. */
	readonly siteCount?: number;
	/** What is asked back, in order. */
	readonly asks?: readonly ReadQuestion["about"][];
	/** What stays not understood, word for word. */
	readonly left?: readonly string[];
	/** A word of each warning, in order. Not checked when absent. */
	readonly warns?: readonly string[];
}

/** The day the sentences are read. */
export const TODAY = "2026-11-21";

export const cleaning = { segment: "nettoyage-locaux" } as const;
export const gardens = { segment: "entretien-espaces-verts" } as const;
export const WEEK = ["mon", "tue", "wed", "thu", "fri"] as const;
