import { AppError } from "#app/domain/errors.ts";
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

const SCOPE_NAMES: Readonly<Record<string, Scope>> = { partie: "any", tout: "whole" };
const SORTS: Readonly<Record<string, ListSort>> = {
	tirage: "draw",
	distance: "distance",
	nom: "name",
};
const SORT_NAMES: Record<ListSort, string | null> = {
	draw: null,
	distance: "distance",
	name: "nom",
};

/**
 * Reads the address of an answer. Parameters that are not ours are left alone: a link gathers some on its way.
 *
 * @param cells ids of the need's cells
 * @throws {AppError} "bad-input" naming the parameter, its value and what it may be
 */
export function readAnswerQuery(
	params: URLSearchParams,
	cells: ReadonlySet<string> | null = null,
): AnswerQuery {
	const cell = params.get("case");
	if (cell !== null && cells !== null && !cells.has(cell)) {
		throw refused("case", cell, "une prestation et un site du besoin, par exemple menage/mairie");
	}
	const checks = Object.fromEntries(CHECK_IDS.map((check) => [check, check]));
	return {
		scope: oneOf(params, "portee", SCOPE_NAMES) ?? "any",
		removedBy: oneOf(params, "retire", checks) ?? null,
		cell,
		sort: oneOf(params, "tri", SORTS) ?? "draw",
		page: whole(params, "page", 1),
		cursor: params.get("suite"),
		rank: whole(params, "rang", 0),
	};
}

function oneOf<T>(
	params: URLSearchParams,
	name: string,
	values: Readonly<Record<string, T>>,
): T | null {
	const typed = params.get(name);
	if (typed === null) return null;
	const value = Object.hasOwn(values, typed) ? values[typed] : undefined;
	if (value === undefined) throw refused(name, typed, Object.keys(values).join(", "));
	return value;
}

function whole(params: URLSearchParams, name: string, least: number): number {
	const typed = params.get(name);
	if (typed === null) return least;
	const value = /^\d{1,7}$/.test(typed) ? Number(typed) : Number.NaN;
	if (!(value >= least)) throw refused(name, typed, `un nombre entier à partir de ${least}`);
	return value;
}

function refused(name: string, typed: string, expected: string): AppError {
	const message = `«\u202f${typed}\u202f» n’est pas une valeur possible\u202f: on attend ${expected}.`;
	return new AppError("bad-input", {}, { problems: [{ path: name, message }] });
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
