import { EMPTY_DIRECTORY_QUERY, withFilters } from "#app/domain/directory.ts";
import { directoryHref } from "#app/domain/directory-url.ts";
import { placeKey } from "#app/domain/place-names.ts";
import type { PlaceHit, PlaceSearch } from "#app/domain/place-search.ts";
import type { NeedReader } from "#app/domain/read/reader.ts";
import type { Services } from "#app/services.server.ts";
import { findLastUpdate } from "#db/site-facts.server.ts";
import { readPlaceWords } from "./place-words.server.ts";
import { remembering } from "./remember.server.ts";

/** What the two fields of the opening page hold. */
export interface HomeAsked {
	readonly q: string;
	readonly place: string;
	/** What to say beside the place field; null when there is nothing to say. */
	readonly problem: string | null;
	/** Places that may be meant: each leads to the list. */
	readonly choices: readonly { readonly label: string; readonly href: string }[];
}

export type HomeAnswer =
	| { readonly redirectTo: string }
	| ({ readonly redirectTo: null } & HomeAsked);

/** What reads the two fields. */
export interface HomeReference {
	readonly placeSearch: PlaceSearch;
	readonly needReader: NeedReader;
}

/**
 * Where the question leads: the list, the sentence read as a need when it says how much, when or under what conditions, or the question
 * again with the places that may be meant.
 */
export function readHome(
	params: URLSearchParams,
	{ placeSearch: search, needReader }: HomeReference,
): HomeAnswer {
	const q = (params.get("q") ?? "").replace(/\s+/g, " ").trim();
	const place = (params.get("lieu") ?? "").trim();
	const asked = params.has("q") || params.has("lieu");
	const open = { redirectTo: null, q, place, problem: null, choices: [] };
	if (!asked) return open;
	if (isDescribed(q, needReader)) {
		return {
			redirectTo: `/besoins/lire?${new URLSearchParams({ texte: withPlace(q, place, search) })}`,
		};
	}
	if (place === "") {
		const { words, found } = splitPlace(q, search);
		return { redirectTo: listHref(words, found) };
	}
	const read = readPlaceWords(place, search);
	if (read.found) return { redirectTo: listHref(q, read.found) };
	const choices = read.choices.map((hit) => ({ label: hit.label, href: listHref(q, hit) }));
	return { ...open, problem: read.message, choices };
}

/** Parts that a search of the list does not take. */
const CONDITION =
	/^siteCount$|^services\[[1-9]|\.(?:daysPerWeek|weekdays|window|visitHours|quantity|amountEur|staffTransfer)$|^(?:startsOn|durationMonths|location|reservation|contract\.)/;

/** More than words to search: numbers, days, hours, an amount, several things to buy. */
function isDescribed(q: string, reader: NeedReader): boolean {
	const { parts, questions } = reader.read(q, { today: null });
	return (
		parts.some(({ path }) => CONDITION.test(path)) ||
		questions.some(({ about }) => about === "amount" || about === "quantity")
	);
}

function withPlace(q: string, place: string, search: PlaceSearch): string {
	if (place === "") return q;
	const { found } = readPlaceWords(place, search);
	return found?.kind === "commune"
		? `${q}, à ${found.name} (${found.departement})`
		: `${q}, ${place}`;
}

/** A commune asks for what is around it; a zone for what sits in it. */
function listHref(q: string, place: PlaceHit | null): string {
	const query = { ...EMPTY_DIRECTORY_QUERY, q: q.slice(0, 200) };
	if (place === null) return directoryHref(query);
	const where =
		place.kind === "commune" ? { near: { commune: place.code } } : { zones: [place.zone] };
	return directoryHref(withFilters(query, where));
}

const PLACE_AT_END =
	/^(.+?)\s+(?:à|autour de|près de|vers|dans le|dans la|dans les|en)\s+(\S.*)$/iu;
/** A small commune may bear the name of a thing: only towns are read inside a sentence. */
const TOWN_POPULATION = 2000;

/** « traiteur à Vannes » holds a place when its end is the whole name of one, and of one only. */
function splitPlace(q: string, search: PlaceSearch): { words: string; found: PlaceHit | null } {
	const [, words, end] = PLACE_AT_END.exec(q) ?? [];
	if (words === undefined || end === undefined) return { words: q, found: null };
	const hit = readPlaceWords(end, search).found;
	const isWhole = hit !== null && placeKey(hit.name) === placeKey(end);
	const isKnown =
		hit !== null && (hit.kind !== "commune" || (hit.population ?? 0) >= TOWN_POPULATION);
	return isWhole && isKnown ? { words, found: hit } : { words: q, found: null };
}

export interface BaseFacts {
	readonly structures: number;
	/** Segments in which at least one structure works, out of all. */
	readonly segments: number;
	readonly allSegments: number;
	/** Null on an empty base. */
	readonly updatedOn: string | null;
}

const rememberFacts = remembering<BaseFacts>(1);

/** The size and age of the base, in three figures. */
export function baseFacts(services: Services): Promise<BaseFacts> {
	return rememberFacts(services, "", () => countBase(services));
}

async function countBase({ search, reference, db }: Services): Promise<BaseFacts> {
	const [page, updatedOn] = await Promise.all([
		search.search({ ...EMPTY_DIRECTORY_QUERY, limit: 1 }),
		findLastUpdate(db),
	]);
	const isLeaf = (code: string) => reference.taxonomy.get(code)?.parent != null;
	return {
		structures: page.total,
		segments: page.facets.segment.filter(({ value, count }) => count > 0 && isLeaf(value)).length,
		allSegments: reference.taxonomy.segments.filter((segment) => segment.parent !== null).length,
		updatedOn,
	};
}
