import type { Zone } from "./supplier.ts";
import type { KindCode, Mode, Reservation } from "./vocabulary.ts";

/** The question put to the directory. Every state of the page is one of these, and one URL (`directory-url.ts`). */

export const DIRECTORY_SORTS = ["relevance", "distance", "freshness", "name", "draw"] as const;
/**
 * `relevance`: words found in the name, then in what is offered, then elsewhere. `draw`: an order that is the same for everybody and
 * says nothing of the supplier; it also settles ties. Never size, completeness, past awards, clicks or payment.
 */
export type DirectorySort = (typeof DIRECTORY_SORTS)[number];

export const FRESHNESS = ["12m", "older", "never"] as const;
/** Last confirmation by the supplier or the CRESS: within 12 months, longer ago, never. */
export type Freshness = (typeof FRESHNESS)[number];

export const DIRECTORY_VIEWS = ["both", "list", "map"] as const;
export type DirectoryView = (typeof DIRECTORY_VIEWS)[number];

/** Tags that can be filtered on. */
export const DIRECTORY_TAGS = ["reemploi"] as const;
export type DirectoryTag = (typeof DIRECTORY_TAGS)[number];

/** Radius taken when `near` comes without `km`. */
export const DEFAULT_NEAR_KM = 30;
export const MAX_NEAR_KM = 500;
export const DEFAULT_PAGE_SIZE = 25;
export const MAX_PAGE_SIZE = 100;
export const MAX_WORDS_LENGTH = 200;

/** The filters, in the order a URL lists them. */
export const DIRECTORY_PARAMETERS = [
	"q",
	"segment",
	"kind",
	"reservation",
	"zone",
	"serves",
	"near",
	"km",
	"mode",
	"fresh",
	"ess",
	"tag",
	"sort",
	"view",
	"limit",
	"page",
	"cursor",
] as const;
export type DirectoryParameter = (typeof DIRECTORY_PARAMETERS)[number];

/** No runtime schema here: this module also runs in the browser. The schema is in `directory-schema.ts`. */
export interface DirectoryQuery {
	/** Words, in French as people write them. Empty: none. */
	readonly q: string;
	/** Any of these; a parent holds its children. */
	readonly segments: readonly string[];
	/** Any of these. */
	readonly kinds: readonly KindCode[];
	/** Eligible to this regime: proved, or to be confirmed (the item says which). */
	readonly reservation: Reservation | null;
	/** Where the establishment sits: any of these. */
	readonly zones: readonly Zone[];
	/** Commune that the declared area served contains. */
	readonly serves: string | null;
	/** Seated within `km` of this commune's centre or point. */
	readonly near:
		| { readonly commune: string }
		| { readonly lat: number; readonly lon: number }
		| null;
	/** As the crow flies, limit included. Null when `near` is. */
	readonly km: number | null;
	readonly mode: Mode | null;
	readonly fresh: Freshness | null;
	/** True: only those known to belong to the ESS by status. */
	readonly ess: boolean;
	readonly tag: DirectoryTag | null;
	/** Null: relevance with words, the draw without. */
	readonly sort: DirectorySort | null;
	/** From 1. */
	readonly page: number;
	/** Where the previous page ended; then `page` is 1. */
	readonly cursor: string | null;
	readonly limit: number;
	readonly view: DirectoryView;
}

export const EMPTY_DIRECTORY_QUERY: DirectoryQuery = {
	q: "",
	segments: [],
	kinds: [],
	reservation: null,
	zones: [],
	serves: null,
	near: null,
	km: null,
	mode: null,
	fresh: null,
	ess: false,
	tag: null,
	sort: null,
	page: 1,
	cursor: null,
	limit: DEFAULT_PAGE_SIZE,
	view: "both",
};

/** The order a list is in: what was asked, else relevance with words and the draw without. */
export function effectiveSort(query: DirectoryQuery): DirectorySort {
	if (query.sort === "relevance" && query.q === "") return "draw";
	return query.sort ?? (query.q === "" ? "draw" : "relevance");
}

/** A change of filter goes back to the first page. */
export function withFilters(
	query: DirectoryQuery,
	changes: Partial<DirectoryQuery>,
): DirectoryQuery {
	const changed = { ...query, page: 1, cursor: null, ...changes };
	if (changed.near === null) return { ...changed, km: null };
	return { ...changed, km: changed.km ?? DEFAULT_NEAR_KM };
}

/** Whether anything narrows the list. */
export function hasFilters(query: DirectoryQuery): boolean {
	return (
		query.q !== "" ||
		query.segments.length > 0 ||
		query.kinds.length > 0 ||
		query.reservation !== null ||
		query.zones.length > 0 ||
		query.serves !== null ||
		query.near !== null ||
		query.mode !== null ||
		query.fresh !== null ||
		query.ess ||
		query.tag !== null
	);
}
