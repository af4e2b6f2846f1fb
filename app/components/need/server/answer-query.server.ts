import type { ListSort } from "#app/domain/match/listing.ts";
import { CHECK_IDS, type CheckId, type Scope } from "#app/domain/vocabulary.ts";

/** What the address of an answer says: the same address shows the same thing. */
export interface AnswerQuery {
	readonly scope: Scope;
	/** Show whom this check removes. */
	readonly removedBy: CheckId | null;
	/** Show who can take this cell. */
	readonly cell: string | null;
	readonly sort: ListSort;
	/** Page inside what was fetched, from 1. */
	readonly page: number;
	/** Where the fetched part begins: the engine's cursor, and how many come before it. */
	readonly cursor: string | null;
	readonly rank: number;
}

const SORTS: Readonly<Record<string, ListSort>> = { distance: "distance", nom: "name" };
const SORT_NAMES: Record<ListSort, string | null> = {
	draw: null,
	distance: "distance",
	name: "nom",
};

export function readAnswerQuery(params: URLSearchParams): AnswerQuery {
	return {
		scope: params.get("portee") === "tout" ? "whole" : "any",
		removedBy: CHECK_IDS.find((check) => check === params.get("retire")) ?? null,
		cell: params.get("case"),
		sort: SORTS[params.get("tri") ?? ""] ?? "draw",
		page: Math.max(1, Math.floor(Number(params.get("page")) || 1)),
		cursor: params.get("suite"),
		rank: Math.max(0, Math.floor(Number(params.get("rang")) || 0)),
	};
}

/** The address with some of it changed; a change of list begins at its first page. */
export function answerAddress(
	base: string,
	query: AnswerQuery,
	change: Partial<AnswerQuery>,
): string {
	const next: AnswerQuery = { ...query, page: 1, cursor: null, rank: 0, ...change };
	const params = new URLSearchParams();
	if (next.scope === "whole") params.set("portee", "tout");
	if (next.removedBy) params.set("retire", next.removedBy);
	if (next.cell) params.set("case", next.cell);
	const sort = SORT_NAMES[next.sort];
	if (sort) params.set("tri", sort);
	if (next.cursor) {
		params.set("suite", next.cursor);
		params.set("rang", String(next.rank));
	}
	if (next.page > 1) params.set("page", String(next.page));
	const text = params.toString().replaceAll("%2F", "/");
	return text === "" ? base : `${base}?${text}`;
}
