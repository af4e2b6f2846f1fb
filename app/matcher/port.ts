import type { MatchOptions } from "#app/domain/match/match.ts";
import type { MatchAnswer } from "#app/domain/match-types.ts";
import type { Need } from "#app/domain/need.ts";

/** What an answer was computed from. */
export interface Versions {
	readonly data: string;
	/** Date of the legal table. */
	readonly law: string;
	readonly program: string;
}

export type VersionedAnswer = MatchAnswer & { readonly versions: Versions };

/** Confronts needs with the base, off the thread that serves pages. */
export interface Matcher {
	/**
	 * @param options.today ISO day in Paris, for a need that says no date
	 * @throws {AppError} "bad-input" with its problems; "match-unavailable" when the workers cannot answer
	 */
	match(need: Need, options: MatchOptions & { readonly today: string }): Promise<VersionedAnswer>;
	/** Loads the columns ahead of the first match. */
	warm(): Promise<void>;
	close(): Promise<void>;
}
