import type { MatchOptions } from "#app/domain/match/match.ts";
import { CHECK_IDS, SCOPES } from "#app/domain/vocabulary.ts";
import { oneOf, refuseUnknownParameters } from "./problem.server.ts";

/** The orders a reader may choose. */
export const MATCH_SORTS = ["draw", "distance", "name"] as const;

/** The options of a match in the address. Readers without an account are anonymous. @throws {AppError} "bad-input" */
export function matchOptionsFrom(url: URL): MatchOptions {
	refuseUnknownParameters(url, ["scope", "detail", "removedBy", "cursor", "sort"]);
	const removedBy = oneOf(url, "removedBy", CHECK_IDS);
	const cursor = url.searchParams.get("cursor");
	return {
		scope: oneOf(url, "scope", SCOPES) ?? "any",
		viewer: "anonymous",
		detail: oneOf(url, "detail", ["cells"]),
		removedBy,
		cursor,
		// The same on every page of a list: told once, with the answer itself.
		relax: removedBy === null && cursor === null,
		sort: oneOf(url, "sort", MATCH_SORTS) ?? "draw",
	};
}
