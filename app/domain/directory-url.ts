import {
	DEFAULT_NEAR_KM,
	DEFAULT_PAGE_SIZE,
	type DirectoryParameter,
	type DirectoryQuery,
	EMPTY_DIRECTORY_QUERY,
} from "./directory.ts";

/** The one way to write a query: parameters in a fixed order, what is by default left out. */
export function serialiseDirectoryQuery(query: DirectoryQuery): URLSearchParams {
	const params = new URLSearchParams();
	const add = (name: DirectoryParameter, value: string | null) => {
		if (value !== null && value !== "") params.append(name, value);
	};
	add("q", query.q);
	for (const segment of query.segments) add("segment", segment);
	for (const kind of query.kinds) add("kind", kind);
	add("reservation", query.reservation);
	for (const zone of query.zones) add("zone", zone);
	add("serves", query.serves);
	if (query.near) {
		add(
			"near",
			"commune" in query.near ? query.near.commune : `${query.near.lat},${query.near.lon}`,
		);
		if (query.km !== null && query.km !== DEFAULT_NEAR_KM) add("km", String(query.km));
	}
	add("mode", query.mode);
	add("fresh", query.fresh);
	add("ess", query.ess ? "1" : null);
	add("tag", query.tag);
	add("sort", query.sort);
	add("view", query.view === EMPTY_DIRECTORY_QUERY.view ? null : query.view);
	add("limit", query.limit === DEFAULT_PAGE_SIZE ? null : String(query.limit));
	add("page", query.page === 1 ? null : String(query.page));
	add("cursor", query.cursor);
	return params;
}

/** `/fournisseurs?q=…`, or the path alone when nothing is asked. */
export function directoryHref(query: DirectoryQuery, path = "/fournisseurs"): string {
	const search = serialiseDirectoryQuery(query).toString();
	return search === "" ? path : `${path}?${search}`;
}
