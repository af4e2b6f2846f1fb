import Supercluster from "supercluster";
import type { FoundPoints, MapPlace, MapScene, PointsView } from "./scene.ts";

/** Several structures drawn as one circle. */
export interface LiveCluster {
	readonly lat: number;
	readonly lon: number;
	readonly count: number;
	/** The zoom at which they part; null: unknown, the nearer the better. */
	readonly partsAt: number | null;
	/** Their names, when they are at hand; a part of them when they are many. */
	readonly names: readonly MapPlace[];
}

export interface LiveDots {
	readonly places: readonly MapPlace[];
	readonly clusters: readonly LiveCluster[];
}

/** Gives what to draw in a view. A later question cancels the earlier one: null then. */
export type LiveSource = (view: PointsView) => Promise<LiveDots | null>;

const CLUSTER_RADIUS = 44;
const NAMES = 12;

/** What is gathered: a dot, or the number of dots of a circle that the server made (then without a place). */
interface Gathered {
	readonly place: MapPlace | null;
	readonly count: number;
	/** Dots that have no name here. */
	readonly nameless: number;
}

export function liveSource(scene: MapScene, maxZoom: number): LiveSource {
	if (scene.pointsUrl !== null) return sourceAfar(scene.pointsUrl, maxZoom);
	const index = indexOf(scene.points.map(asDot), maxZoom);
	return async (view) => gather(index, view);
}

interface Dot extends Gathered {
	readonly lat: number;
	readonly lon: number;
}

function asDot(place: MapPlace): Dot {
	return { place, count: 1, nameless: 0, lat: place.lat, lon: place.lon };
}

type Sums = Omit<Gathered, "place">;

function indexOf(dots: readonly Dot[], maxZoom: number) {
	const index = new Supercluster<Gathered, Sums>({
		radius: CLUSTER_RADIUS,
		maxZoom,
		map: ({ count, nameless }) => ({ count, nameless }),
		reduce: (sum: { count: number; nameless: number }, { count, nameless }) => {
			sum.count += count;
			sum.nameless += nameless;
		},
	});
	return index.load(
		dots.map(({ lat, lon, ...properties }) => ({
			type: "Feature",
			geometry: { type: "Point", coordinates: [lon, lat] },
			properties,
		})),
	);
}

function gather(index: Supercluster<Gathered, Sums>, { bounds, zoom }: PointsView): LiveDots {
	const places: MapPlace[] = [];
	const clusters: LiveCluster[] = [];
	for (const { geometry, properties } of index.getClusters([...bounds], zoom)) {
		const [lon = 0, lat = 0] = geometry.coordinates;
		if ("cluster" in properties) {
			const { cluster_id, count, nameless } = properties;
			const leaves = index.getLeaves(cluster_id, NAMES);
			clusters.push({
				lat,
				lon,
				count,
				partsAt: nameless > 0 ? null : index.getClusterExpansionZoom(cluster_id),
				names: leaves.flatMap((leaf) => leaf.properties.place ?? []),
			});
		} else if (properties.place === null) {
			clusters.push({ lat, lon, count: properties.count, partsAt: null, names: [] });
		} else {
			places.push(properties.place);
		}
	}
	return { places, clusters };
}

function sourceAfar(pointsUrl: string, maxZoom: number): LiveSource {
	let pending: AbortController | null = null;
	return async (view) => {
		pending?.abort();
		const asked = new AbortController();
		pending = asked;
		const url = new URL(pointsUrl, window.location.href);
		url.searchParams.set("bounds", view.bounds.map((degrees) => degrees.toFixed(4)).join(","));
		url.searchParams.set("zoom", String(view.zoom));
		try {
			const response = await fetch(url, { signal: asked.signal });
			if (!response.ok) throw new Error(`map points: HTTP ${response.status}`);
			return gather(indexOf(dotsOf((await response.json()) as FoundPoints), maxZoom), view);
		} catch (error) {
			if (asked.signal.aborted) return null;
			throw error;
		}
	};
}

function dotsOf(found: FoundPoints): Dot[] {
	return [
		...found.points.map(([id, lat, lon, label]) => {
			return asDot({ id, lat, lon, label, href: `/fournisseurs/${id}`, verdict: null });
		}),
		...found.clusters.map(([count, lat, lon]) => ({
			place: null,
			count,
			nameless: count,
			lat,
			lon,
		})),
	];
}
