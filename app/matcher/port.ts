import type { MatchOptions } from "#app/domain/match/match.ts";
import type { MatchAnswer } from "#app/domain/match-types.ts";
import type { Need } from "#app/domain/need.ts";
import type { Question } from "#app/domain/relax/questions.ts";
import type { RelaxAnswer, RelaxOptions } from "#app/domain/relax/relax.ts";
import type { Rewrite } from "#app/domain/relax/rewrite.ts";
import type { Scope } from "#app/domain/vocabulary.ts";

/** What an answer was computed from. */
export interface Versions {
	readonly data: string;
	/** Date of the legal table. */
	readonly law: string;
	readonly program: string;
}

export type VersionedAnswer = MatchAnswer & { readonly versions: Versions };

/** What would bring suppliers back, in figures and in words. */
export type VersionedRelaxAnswer = Omit<RelaxAnswer, "unknowns"> & {
	/** The three sentences of the need that put the most operators off, and how each could be written. */
	readonly rewrites: readonly Rewrite[];
	/** What to ask those of whom not everything is known; the fewest that could settle the competition first. */
	readonly questions: readonly Question[];
	readonly versions: Versions;
};

/** The figures of an answer alone. */
export interface Counts {
	readonly scope: Scope;
	readonly confirmed: number;
	readonly possible: number;
	readonly real: number;
	readonly organisations: number;
	readonly minCompetition: number;
	readonly versions: Versions;
}

/** Confronts needs with the base, off the thread that serves pages. */
export interface Matcher {
	/**
	 * @param options.today ISO day in Paris, for a need that says no date
	 * @throws {AppError} "bad-input" with its problems; "match-unavailable" when the workers cannot answer
	 */
	match(need: Need, options: MatchOptions & { readonly today: string }): Promise<VersionedAnswer>;
	/** What would bring suppliers back. @throws {AppError} as `match` */
	relax(
		need: Need,
		options: RelaxOptions & { readonly today: string },
	): Promise<VersionedRelaxAnswer>;
	/** The figures of a match without its reasons: fast enough to follow a control. @throws {AppError} as `match` */
	count(need: Need, options: { readonly today: string; readonly scope?: Scope }): Promise<Counts>;
	/** Loads the columns ahead of the first match. */
	warm(): Promise<void>;
	close(): Promise<void>;
}
