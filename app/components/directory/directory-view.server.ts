import { mapBase } from "#app/components/map/base.server.ts";
import type { MapScene } from "#app/components/map/scene.ts";
import { buildFoundScene } from "#app/components/map/scene-build.ts";
import {
	DEFAULT_NEAR_KM,
	DIRECTORY_SORTS,
	type DirectoryQuery,
	EMPTY_DIRECTORY_QUERY,
	withFilters,
} from "#app/domain/directory.ts";
import { directoryHref } from "#app/domain/directory-url.ts";
import type { Places } from "#app/domain/reference.ts";
import type { Services } from "#app/services.server.ts";
import type { DirectoryPage, FilterName } from "#search/port.ts";
import type { Asked } from "./asked.server.ts";
import { type Chip, listChips, nearName, placeField, placeName } from "./chips.ts";
import { type FacetsView, facetsView } from "./facets.server.ts";
import { directoryHeadline } from "./headline.ts";
import { remembering } from "./remember.server.ts";
import { SORT_LABELS } from "./words.ts";

/** A way out of an empty or narrow list: lifting one filter, and what it would give. */
export interface Relaxation {
	readonly filter: FilterName;
	readonly label: string;
	readonly href: string;
	readonly count: number;
}

export interface DirectoryView {
	readonly query: DirectoryQuery;
	readonly problems: Asked["problems"];
	/** Of what was understood: the list is not shown while something was not. */
	readonly page: Omit<DirectoryPage, "facets">;
	readonly facets: FacetsView;
	readonly scene: MapScene | null;
	readonly chips: readonly Chip[];
	readonly relaxations: readonly Relaxation[];
	readonly sorts: readonly {
		readonly label: string;
		readonly to: string;
		readonly current: boolean;
	}[];
	readonly fields: { readonly serves: string; readonly near: string };
	/** The place that distances are measured from; null without one. */
	readonly from: string | null;
	/** The list as it is understood, and its two other views. */
	readonly hrefs: {
		readonly kept: string;
		readonly cleared: string;
		readonly list: string;
		readonly map: string;
	};
	/** The answer in one sentence. */
	readonly headline: string;
	readonly pageCount: number;
	/** Today in Paris, for ages. */
	readonly today: string;
}

const rememberViews = remembering<DirectoryView>(200);

/** Everything the list page shows; the same for every reader. */
export function directoryView(
	services: Services,
	asked: Asked,
	today: string,
): Promise<DirectoryView> {
	if (asked.problems.length > 0) return makeView(services, asked, today);
	const key = `${today} ${directoryHref(asked.query)}`;
	return rememberViews(services, key, () => makeView(services, asked, today));
}

async function makeView(services: Services, asked: Asked, today: string): Promise<DirectoryView> {
	const { query, problems } = asked;
	const { places } = services.reference;
	const understood = problems.length === 0;
	const [page, scene] = await Promise.all([
		services.search.search(query),
		understood && query.view !== "list" ? directoryScene(services, query) : null,
	]);
	const chips = listChips(query, services.reference);
	const view = (name: DirectoryQuery["view"]) => directoryHref({ ...query, view: name });
	return {
		query,
		problems,
		page: withoutFacets(page),
		facets: facetsView(page.facets, query, services.reference.taxonomy),
		scene,
		chips,
		relaxations: listRelaxations(query, page, chips),
		sorts: listSorts(query, page),
		fields: {
			serves: placeField(places, query.serves) || asked.typed.serves,
			near: fieldOfNear(query, places) || asked.typed.near,
		},
		from: fromName(query, places),
		hrefs: {
			kept: directoryHref(query),
			cleared: directoryHref(EMPTY_DIRECTORY_QUERY),
			list: view("both"),
			map: view("map"),
		},
		headline: directoryHeadline(page.total, query, {
			segments: query.segments.map((code) => services.reference.taxonomy.get(code)?.label ?? code),
			near: nearName(query, places),
			serves: query.serves === null ? "" : placeName(places, query.serves),
		}),
		pageCount: Math.ceil(page.total / query.limit),
		today,
	};
}

/** The form shows a part of the facets only: the rest does not travel. */
function withoutFacets({ facets: _, ...page }: DirectoryPage): Omit<DirectoryPage, "facets"> {
	return page;
}

function fieldOfNear({ near }: DirectoryQuery, places: Places): string {
	if (!near) return "";
	return "commune" in near ? placeField(places, near.commune) : `${near.lat},${near.lon}`;
}

function fromName(query: DirectoryQuery, places: Places): string | null {
	if (query.near) return nearName(query, places);
	return query.serves === null ? null : placeName(places, query.serves);
}

function listSorts(query: DirectoryQuery, page: DirectoryPage) {
	const hasPlace = query.near !== null || query.serves !== null;
	return DIRECTORY_SORTS.filter(
		(sort) => (sort !== "relevance" || query.q !== "") && (sort !== "distance" || hasPlace),
	).map((sort) => ({
		label: SORT_LABELS[sort],
		to: directoryHref(withFilters(query, { sort })),
		current: page.sort === sort,
	}));
}

const LIFT: Record<FilterName, Partial<DirectoryQuery>> = {
	q: { q: "" },
	segment: { segments: [] },
	kind: { kinds: [] },
	reservation: { reservation: null },
	zone: { zones: [] },
	serves: { serves: null },
	near: { near: null },
	mode: { mode: null },
	fresh: { fresh: null },
	ess: { ess: false },
	tag: { tag: null },
};

/** Filters whose lifting gives more, the one that gives most first. */
function listRelaxations(
	query: DirectoryQuery,
	page: DirectoryPage,
	chips: readonly Chip[],
): Relaxation[] {
	const lifted = Object.entries(page.without) as [FilterName, number][];
	return lifted
		.filter(([, count]) => count > page.total)
		.sort(([, a], [, b]) => b - a)
		.map(([filter, count]) => ({
			filter,
			count,
			label: chips
				.filter((chip) => chip.filter === filter)
				.map((chip) => chip.label)
				.join(", "),
			href: directoryHref(withFilters({ ...query, sort: null }, LIFT[filter])),
		}));
}

function directoryScene(services: Services, query: DirectoryQuery): Promise<MapScene> {
	const { search, env, reference } = services;
	const filters = directoryHref({ ...withFilters(query, {}), sort: null, view: "both" }, "");
	return buildFoundScene(mapBase(reference.places, env), {
		find: (view) => search.points(query, view),
		pointsUrl: `/api/v1/suppliers/points${filters}`,
		...placeAsked(query, reference.places),
	});
}

/** The circle asked for, its centre marked: the map keeps to it. Nothing without a place. */
function placeAsked(query: DirectoryQuery, places: Places) {
	const centre =
		query.near === null || !("commune" in query.near)
			? query.near
			: (places.commune(query.near.commune) ?? null);
	if (centre === null) return {};
	const km = query.km ?? DEFAULT_NEAR_KM;
	const { lat, lon } = centre;
	return {
		focus: { type: "around", centre, km } as const,
		areas: [{ type: "circle", centre: { lat, lon }, radiusKm: km } as const],
		sitesBehind: true,
		sites: [{ id: "near", label: nearName(query, places), lat, lon }],
	};
}
