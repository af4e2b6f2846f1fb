import { addMonths, formatDay, parseDay } from "../dates.ts";
import { AppError } from "../errors.ts";
import { distanceKm } from "../geo.ts";
import type { Need, Service, Site } from "../need.ts";
import type { Commune, Places, Taxonomy, ZoneInfo } from "../reference.ts";
import { CHILD_NODE, PARENT_NODE, SAME_NODE } from "./facts.ts";
import { maskOf, NEVER_NEGOTIABLE } from "./masks.ts";
import { needDigest } from "./need-digest.ts";
import { type NeedContext, needProblems } from "./need-problems.ts";
import type {
	Place,
	PreparedCell,
	PreparedNeed,
	SegmentGroup,
	ServingNode,
	Terms,
} from "./prepared.ts";
import { CELL_ZONE, resolveCells } from "./resolve-cells.ts";

export type { NeedContext } from "./need-problems.ts";

const DEFAULT_MIN_COMPETITION = 3;
const DEFAULT_UNDECLARED_KM = 50;

/** From this duration on, a contract holds every yearly closure. */
const FULL_YEAR_MONTHS = 12;

/**
 * Resolves defaults, places and cells of a need, and refuses what contradicts itself.
 * @throws {AppError} "bad-input" with problems in French
 */
export function prepareNeed(need: Need, context: NeedContext): PreparedNeed {
	const problems = needProblems(need, context);
	if (problems.length > 0) {
		throw new AppError("bad-input", { count: problems.length }, { problems });
	}
	return assembled(need, need.id ?? needDigest(need), {
		terms: termsOf(need, context.today),
		places: placesOf(need, context.places),
		nodesOf: (segment) => servingNodes(segment, context.taxonomy),
	});
}

/**
 * A need already prepared whose demands have changed, its places and segments being among those it had: nothing is looked up again.
 * The need must not contradict itself: nothing is refused here.
 */
export function reprepareNeed(known: PreparedNeed, need: Need): PreparedNeed {
	const sites = new Set((need.sites ?? []).map((site) => site.id));
	const nodes = new Map(known.groups.map((group) => [group.segment, group.nodes]));
	return assembled(need, known.id, {
		terms: termsOf(need, formatDay(known.terms.on)),
		places: known.places.filter((place) => place.kind === "zone" || sites.has(place.id)),
		nodesOf: (segment) => nodes.get(segment) ?? [],
	});
}

interface Resolved {
	readonly terms: Terms;
	readonly places: readonly Place[];
	nodesOf(segment: string): readonly ServingNode[];
}

function assembled(need: Need, id: string, { terms, places, nodesOf }: Resolved): PreparedNeed {
	const segments = [...new Set(need.services.map((service) => service.segment))];
	const { cells, profiles, totals } = resolveCells(
		need,
		terms,
		places.map((place) => place.id),
		(service: Service) => segments.indexOf(service.segment),
	);
	let asked = 0;
	for (const cell of cells) asked |= cell.asked;
	return {
		id,
		need,
		terms,
		places,
		groups: segments.map((segment, index) => groupOf(segment, index, cells, nodesOf(segment))),
		profiles,
		cells,
		totals,
		asked,
	};
}

function termsOf(need: Need, today: string): Terms {
	const on = parseDay(need.on ?? today);
	const startsOn = need.startsOn ? parseDay(need.startsOn) : null;
	const start = startsOn ?? on;
	const durationMonths = need.durationMonths ?? null;
	const withinYear = durationMonths !== null && durationMonths < FULL_YEAR_MONTHS;
	return {
		on,
		startsOn,
		start,
		durationMonths,
		end: withinYear ? addMonths(start, durationMonths) - 1 : null,
		kinds: need.kinds ?? null,
		reservation: need.reservation ?? null,
		nearKm: need.location?.rule === "sits-within" ? (need.location.km ?? null) : null,
		undeclaredKm: need.location?.undeclaredKm ?? DEFAULT_UNDECLARED_KM,
		negotiable: maskOf(need.negotiable ?? []) & ~NEVER_NEGOTIABLE,
		minCompetition: need.minCompetition ?? DEFAULT_MIN_COMPETITION,
	};
}

function placesOf(need: Need, places: Places): Place[] {
	if (need.zone) return [zonePlace(places.zone(need.zone) as ZoneInfo)];
	return (need.sites ?? []).map((site) => sitePlace(site, places));
}

/** A site's own point serves for distances, its commune for zones; a point without a commune takes the nearest commune's. */
function sitePlace(site: Site, places: Places): Place {
	const { lat, lon } = site;
	const located = typeof lat === "number" && typeof lon === "number";
	const commune = (
		site.commune
			? places.commune(site.commune)
			: places.nearestCommune(lat as number, lon as number)
	) as Commune;
	return {
		kind: "site",
		id: site.id,
		label: site.label ?? commune.name,
		lat: located ? lat : commune.lat,
		lon: located ? lon : commune.lon,
		errorKm: located ? 0 : commune.errorKm,
		commune,
	};
}

function zonePlace({ zone, name, communes }: ZoneInfo): Place {
	const lat = mean(communes.map((commune) => commune.lat));
	const lon = mean(communes.map((commune) => commune.lon));
	let reachKm = 0;
	for (const commune of communes) {
		const km = distanceKm(lat, lon, commune.lat, commune.lon) + commune.errorKm;
		if (km > reachKm) reachKm = km;
	}
	return { kind: "zone", id: CELL_ZONE, label: name, zone, communes, lat, lon, reachKm };
}

function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function groupOf(
	segment: string,
	index: number,
	cells: readonly PreparedCell[],
	nodes: readonly ServingNode[],
): SegmentGroup {
	const own = cells.filter((cell) => cell.group === index);
	return {
		index,
		segment,
		nodes,
		cells: own.map((cell) => cell.index),
		places: [...new Set(own.map((cell) => cell.place))],
		profiles: [...new Set(own.map((cell) => cell.profile))],
	};
}

function servingNodes(segment: string, taxonomy: Taxonomy): ServingNode[] {
	const nodes: ServingNode[] = [{ segment, relation: SAME_NODE }];
	const parent = taxonomy.get(segment)?.parent;
	if (parent) nodes.push({ segment: parent, relation: PARENT_NODE });
	for (const child of taxonomy.children(segment)) {
		nodes.push({ segment: child.code, relation: CHILD_NODE });
	}
	return nodes;
}
