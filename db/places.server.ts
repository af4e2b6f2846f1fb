import { createPlaceFinder, type PlaceFinder, type PlaceHint } from "#app/domain/place-finder.ts";
import { createPlaceSearch, type PlaceHit, type PlaceSearch } from "#app/domain/place-search.ts";
import { createPlaces, type PlaceRows } from "#app/domain/places-index.ts";
import type { Commune, Places } from "#app/domain/reference.ts";
import { type Db, rawOf } from "./open.server.ts";
import { readPlaceRows } from "./reference-files.server.ts";

/** The places in memory, with their ways in. */
export interface PlaceDirectory extends Places, PlaceFinder {
	readonly rows: PlaceRows;
	readonly search: PlaceSearch;
	/** Autocomplete: communes, EPCI, départements and régions. */
	searchPlaces(query: string, limit: number): PlaceHit[];
}

/** What readers of lists need: a commune from what a row says, null when nothing or several fit. */
export interface PlaceLookup {
	findCommune(hint: PlaceHint): Commune | null;
}

export function createPlaceDirectory(rows: PlaceRows): PlaceDirectory {
	const search = createPlaceSearch(rows);
	// Half of the loading time, and a server that imports nothing never needs it.
	let finder: PlaceFinder | undefined;
	return {
		...createPlaces(rows),
		rows,
		search,
		findCommune: (hint) => {
			finder ??= createPlaceFinder(rows);
			return finder.findCommune(hint);
		},
		searchPlaces: (query, limit) => search.search(query, limit),
	};
}

let packaged: PlaceDirectory | undefined;

/** The places of the committed files, for commands and tests without a database. Read once. */
export function packagedPlaces(): PlaceDirectory {
	packaged ??= createPlaceDirectory(readPlaceRows());
	return packaged;
}

/** The places of the committed files with the exact centres that a user loaded into this database. */
export function loadPlaces(db: Db): PlaceDirectory {
	const centres = rawOf(db)
		.prepare(
			"SELECT code, lat, lon FROM place WHERE kind = 'commune' AND source NOT IN ('geonames', 'approximate')",
		)
		.raw()
		.all() as [code: string, lat: number, lon: number][];
	if (centres.length === 0) return packagedPlaces();
	const exact = new Map(centres.map(([code, lat, lon]) => [code, { lat, lon, errorKm: 0 }]));
	const rows = readPlaceRows();
	return createPlaceDirectory({
		...rows,
		communes: rows.communes.map((commune) => ({ ...commune, ...exact.get(commune.code) })),
	});
}
