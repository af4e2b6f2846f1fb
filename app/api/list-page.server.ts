import { AppError } from "#app/domain/errors.ts";

/** One page of a list, as every list of the API gives it. */
export interface ListPage<T> {
	readonly items: readonly T[];
	readonly total: number;
	/** To be sent back as `cursor` for the next page; null on the last. */
	readonly nextCursor: string | null;
}

const MAX_LIMIT = 100;

/** The parameter `limit`. @throws {AppError} "bad-input" when it is not a whole number from 1 to 100 */
export function limitOf(url: URL, byDefault: number): number {
	const text = url.searchParams.get("limit");
	if (text === null) return byDefault;
	const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0;
	if (limit >= 1 && limit <= MAX_LIMIT) return limit;
	throw badParameter("limit", `« ${text} » n’est pas un nombre de 1 à ${MAX_LIMIT}.`);
}

/**
 * The page of a list that is whole in memory, after the item whose key is the cursor.
 *
 * @throws {AppError} "bad-input" for a limit or a cursor that means nothing
 */
export function pageOf<T>(url: URL, all: readonly T[], keyOf: (item: T) => string): ListPage<T> {
	const limit = limitOf(url, MAX_LIMIT);
	const cursor = url.searchParams.get("cursor");
	const start = cursor === null ? 0 : all.findIndex((item) => keyOf(item) === cursor) + 1;
	if (cursor !== null && start === 0) {
		throw badParameter("cursor", "Ce curseur ne vient pas de cette liste : reprenez du début.");
	}
	const items = all.slice(start, start + limit);
	const last = items.at(-1);
	const isLast = start + items.length >= all.length || last === undefined;
	return { items, total: all.length, nextCursor: isLast ? null : keyOf(last) };
}

/** The error to throw for one parameter; the message is French. */
export function badParameter(path: string, message: string): AppError {
	return new AppError("bad-input", {}, { problems: [{ path, message }] });
}
