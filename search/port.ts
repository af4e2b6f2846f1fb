import type { DirectoryQuery, DirectorySort } from "#app/domain/directory.ts";
import type { PublicSupplier } from "#app/domain/public-supplier.ts";
import type { KindCode, Mode, Reservation } from "#app/domain/vocabulary.ts";

/** A stretch of text to highlight, in UTF-16 units: from, to (excluded). */
export type TextRange = readonly [number, number];

/** Why the words of the query led here. */
export interface Highlights {
	/** In `name`. */
	readonly name: readonly TextRange[];
	/** Segments that the words name, by label or synonym. */
	readonly segments: readonly string[];
	/** Where the description speaks of it. */
	readonly text: { readonly excerpt: string; readonly ranges: readonly TextRange[] } | null;
}

/** `proved`: seen on an official list or a document, valid today. `to-confirm`: said only, out of date, or a kind the articles do not name. */
export type Certainty = "proved" | "to-confirm";

export interface ItemSegment {
	readonly code: string;
	readonly label: string;
	readonly basis: "declared" | "inferred";
}

/** One line of the directory: public facts only. */
export interface DirectoryItem {
	/** Public id: `/fournisseurs/:id`. */
	readonly id: string;
	readonly siret: string | null;
	readonly name: string;
	/** Null: unknown. TIH only by consent. */
	readonly kinds: readonly { readonly code: KindCode; readonly certainty: Certainty }[] | null;
	readonly reservations: readonly { readonly code: Reservation; readonly certainty: Certainty }[];
	readonly ess: boolean | null;
	readonly tags: readonly string[];
	readonly commune: {
		readonly code: string;
		readonly name: string;
		readonly departement: string;
	} | null;
	readonly lat: number | null;
	readonly lon: number | null;
	/** `commune`: the centre of its commune. */
	readonly position: "exact" | "commune" | null;
	/** From the place of `near`, else of `serves`; null without one, or without position. */
	readonly distanceKm: number | null;
	readonly segments: readonly ItemSegment[];
	readonly modes: readonly Mode[];
	/** Last confirmation by the supplier or the CRESS. Null: never. */
	readonly verifiedOn: string | null;
	/** Fictional. */
	readonly demo: boolean;
	readonly highlights: Highlights;
}

export interface FacetValue {
	/** As in the URL. */
	readonly value: string;
	readonly label: string;
	readonly count: number;
	readonly selected: boolean;
}

/**
 * Counts of what each value would give. A facet's counts ignore its own filter and obey all others; the three territories are one filter.
 * Values without any supplier are left out unless selected.
 */
export interface Facets {
	/** Parents and leaves, in the order of the taxonomy; a parent counts a supplier once. */
	readonly segment: readonly FacetValue[];
	readonly kind: readonly FacetValue[];
	readonly reservation: readonly FacetValue[];
	/** Most numerous first. `epci`: the first 30. */
	readonly region: readonly FacetValue[];
	readonly departement: readonly FacetValue[];
	readonly epci: readonly FacetValue[];
	readonly mode: readonly FacetValue[];
	readonly fresh: readonly FacetValue[];
	readonly ess: readonly FacetValue[];
	readonly tag: readonly FacetValue[];
}
export type FacetName = keyof Facets;

/** The filters that can be lifted one by one; `zone` holds all territories, `q` the words. */
export type FilterName =
	| "q"
	| "segment"
	| "kind"
	| "reservation"
	| "zone"
	| "serves"
	| "near"
	| "mode"
	| "fresh"
	| "ess"
	| "tag";

export interface DirectoryPage {
	readonly items: readonly DirectoryItem[];
	readonly total: number;
	readonly facets: Facets;
	/** The order the list is in. */
	readonly sort: DirectorySort;
	readonly page: number;
	readonly nextCursor: string | null;
	/** Words that no text holds, read as others that are close. */
	readonly corrected: readonly { readonly from: string; readonly to: string }[];
	/** Words that lead nowhere; they were set aside when others lead somewhere. */
	readonly ignored: readonly string[];
	/** How many there would be without one of the filters in force: what to offer when nothing is left. */
	readonly without: Partial<Readonly<Record<FilterName, number>>>;
}

/** What a map shows: west, south, east, north in degrees, and a tile zoom. */
export interface MapView {
	readonly bounds: readonly [number, number, number, number];
	/** 0 (the world) to 18. */
	readonly zoom: number;
}

/** One supplier: [id, lat, lon, name, position is only that of its commune]. */
export type MapPoint = readonly [string, number, number, string, boolean];
/** Several that are close at this zoom: [count, lat, lon]. */
export type MapCluster = readonly [number, number, number];

export interface DirectoryPoints {
	readonly points: readonly MapPoint[];
	readonly clusters: readonly MapCluster[];
	/** In the whole list, on the map's bounds or not. */
	readonly located: number;
	/** In the list without a position. */
	readonly unlocated: number;
	/** Where they all are; null when none is located. */
	readonly bounds: readonly [number, number, number, number] | null;
}

export interface ExportedSupplier {
	readonly item: DirectoryItem;
	readonly supplier: PublicSupplier;
}

export interface ReindexProgress {
	readonly done: number;
	readonly total: number;
}

/** What finds suppliers by words and filters, behind which another engine may come. Only open suppliers are ever given. */
export interface SearchEngine {
	/** @throws {AppError} "bad-input" on a cursor that is not ours; "search-unavailable" when the index cannot be read */
	search(query: DirectoryQuery): Promise<DirectoryPage>;
	/** The same list on a map, clustered when many. Without a view: all of it, at the zoom that holds it. */
	points(query: DirectoryQuery, view?: MapView): Promise<DirectoryPoints>;
	/** The same list in the same order, whole: page, cursor and limit do not count. */
	export(query: DirectoryQuery): AsyncIterable<ExportedSupplier>;
	/** Rebuilds the whole index from the suppliers shown; blocks its process, not those that search. */
	reindex(onProgress?: (progress: ReindexProgress) => void): Promise<void>;
	/** Brings the index up to date for these suppliers (internal ids). */
	update(supplierIds: readonly number[]): Promise<void>;
	/** Reads the index now, so that the first visitor does not wait for it. */
	warm(): Promise<void>;
	/** Changes when an answer may change. */
	version(): string;
	close(): void;
}
