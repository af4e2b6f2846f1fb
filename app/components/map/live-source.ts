import Supercluster, { type ClusterProperties } from "supercluster";
import type { FoundPoints, MapPlace, MapScene, PointsView } from "./scene.ts";

/** Several structures drawn as one circle. */
export interface LiveCluster {
	readonly lat: number;
	readonly lon: number;
	readonly count: number;
	/** The zoom at which they part; null: unknown. */
	readonly partsAt: number | null;
	/** Their names, when they are at hand. */
	readonly names: () => readonly MapPlace[];
}

export interface LiveDots {
	readonly places: readonly MapPlace[];
	readonly clusters: readonly LiveCluster[];
}

/** Gives what to draw in a view. A later question cancels the earlier one: null then. */
export type LiveSource = (view: PointsView) => Promise<LiveDots | null>;

const CLUSTER_RADIUS = 44;
const NAMES = 12;

export function liveSource(scene: MapScene, maxZoom: number): LiveSource {
	return scene.pointsUrl === null
		? sourceAtHand(scene.points, maxZoom)
		: sourceAfar(scene.pointsUrl);
}

function sourceAtHand(places: readonly MapPlace[], maxZoom: number): LiveSource {
	const index = new Supercluster<{ place: MapPlace }>({ radius: CLUSTER_RADIUS, maxZoom });
	index.load(
		places.map((place) => ({
			type: "Feature",
			geometry: { type: "Point", coordinates: [place.lon, place.lat] },
			properties: { place },
		})),
	);
	return async ({ bounds, zoom }) => {
		const shown: MapPlace[] = [];
		const clusters: LiveCluster[] = [];
		for (const found of index.getClusters([...bounds], zoom)) {
			const [lon = 0, lat = 0] = found.geometry.coordinates;
			if ("cluster" in found.properties) {
				const { cluster_id, point_count } = found.properties as ClusterProperties;
				clusters.push({
					lat,
					lon,
					count: point_count,
					partsAt: index.getClusterExpansionZoom(cluster_id),
					names: () => index.getLeaves(cluster_id, NAMES).map((leaf) => leaf.properties.place),
				});
			} else {
				shown.push((found.properties as { place: MapPlace }).place);
			}
		}
		return { places: shown, clusters };
	};
}

function sourceAfar(pointsUrl: string): LiveSource {
	let pending: AbortController | null = null;
	return async ({ bounds, zoom }) => {
		pending?.abort();
		const asked = new AbortController();
		pending = asked;
		const url = new URL(pointsUrl, window.location.href);
		url.searchParams.set("bounds", bounds.map((degrees) => degrees.toFixed(4)).join(","));
		url.searchParams.set("zoom", String(zoom));
		try {
			const response = await fetch(url, { signal: asked.signal });
			if (!response.ok) throw new Error(`map points: HTTP ${response.status}`);
			const found = (await response.json()) as FoundPoints;
			return {
				places: found.points.map(([id, lat, lon, label]) => {
					return { id, lat, lon, label, href: `/fournisseurs/${id}`, verdict: null };
				}),
				clusters: found.clusters.map(([count, lat, lon]) => {
					return { count, lat, lon, partsAt: null, names: () => [] };
				}),
			};
		} catch (error) {
			if (asked.signal.aborted) return null;
			throw error;
		}
	};
}
