import {
	DEFAULT_NEAR_KM,
	DEFAULT_PAGE_SIZE,
	DIRECTORY_SORTS,
	DIRECTORY_TAGS,
	DIRECTORY_VIEWS,
	type DirectoryQuery,
	EMPTY_DIRECTORY_QUERY,
	FRESHNESS,
	MAX_NEAR_KM,
	MAX_PAGE_SIZE,
} from "./directory.ts";
import { DirectoryReader, type DirectoryWorld } from "./directory-reader.ts";
import { AppError, type InputProblem } from "./errors.ts";
import { KIND_CODES, MODES, RESERVATIONS } from "./vocabulary.ts";

/**
 * Reads a query from a URL, keeping what can be kept, for a page that shows the form again with what is wrong in it.
 * Empty values count as absent, as a form sends them.
 */
export function readDirectoryQuery(
	params: URLSearchParams,
	world: DirectoryWorld,
): { query: DirectoryQuery; problems: readonly InputProblem[] } {
	const reader = new DirectoryReader(params, world);
	const near = reader.near();
	const km = reader.number("km", 0, MAX_NEAR_KM, "km");
	if (km !== null && near === null && !reader.wrong("near")) {
		reader.refuse(
			"km",
			"Un rayon demande un lieu : ajoutez « near » (code INSEE ou latitude,longitude).",
		);
	}
	const cursor = reader.single("cursor");
	const page = reader.whole("page", 1, 100_000);
	if (cursor !== null && page !== null && page > 1) {
		reader.refuse("page", "« page » et « cursor » ne vont pas ensemble : gardez l’un des deux.");
	}
	const query: DirectoryQuery = {
		q: reader.words(),
		segments: reader.segments(),
		kinds: reader.several("kind", KIND_CODES, (value) => value.toUpperCase()),
		reservation: reader.choice("reservation", RESERVATIONS),
		zones: reader.zones(),
		serves: reader.commune("serves"),
		near,
		km: near === null ? null : (km ?? DEFAULT_NEAR_KM),
		mode: reader.choice("mode", MODES),
		fresh: reader.choice("fresh", FRESHNESS),
		ess: reader.flag("ess"),
		tag: reader.choice("tag", DIRECTORY_TAGS),
		sort: reader.choice("sort", DIRECTORY_SORTS),
		page: cursor === null ? (page ?? 1) : 1,
		cursor,
		limit: reader.whole("limit", 1, MAX_PAGE_SIZE) ?? DEFAULT_PAGE_SIZE,
		view: reader.choice("view", DIRECTORY_VIEWS) ?? EMPTY_DIRECTORY_QUERY.view,
	};
	if (query.sort === "distance" && near === null && query.serves === null) {
		if (!reader.wrong("near") && !reader.wrong("serves")) {
			reader.refuse("sort", "Pour trier par distance, indiquez un lieu (« near » ou « serves »).");
		}
		return { query: { ...query, sort: null }, problems: reader.problems };
	}
	return { query, problems: reader.problems };
}

/** @throws {AppError} "bad-input", with one problem for each filter or value that is not known */
export function parseDirectoryQuery(
	params: URLSearchParams,
	world: DirectoryWorld,
): DirectoryQuery {
	const { query, problems } = readDirectoryQuery(params, world);
	if (problems.length > 0) throw new AppError("bad-input", {}, { problems });
	return query;
}

export type { DirectoryWorld } from "./directory-reader.ts";
