import Supercluster, { type ClusterProperties } from "supercluster";
import { type Frame, frameScale, inFrame, isInFrame } from "./plane.ts";
import type { MapPlace, SceneMark } from "./scene.ts";

/** Dots nearer than this, in pixels of the drawing, are drawn as one circle with their number. */
const CLUSTER_RADIUS = 26;
/** Width of the whole world on the plane: 360° × 100 units. */
const WORLD_UNITS = 36_000;
const TILE = 256;

/** The zoom of the moving map at which it shows the frame at this size. */
export function zoomOf(frame: Frame): number {
	return Math.log2((WORLD_UNITS * frameScale(frame)) / TILE);
}

/** Dots of the frame, near ones gathered. Gathered dots have no verdict: their circle shows a number. */
export function clusterPlaces(frame: Frame, places: readonly MapPlace[]): SceneMark[] {
	const visible = places.filter((place) => isInFrame(frame, place));
	const exactZoom = zoomOf(frame);
	const zoom = Math.max(0, Math.round(exactZoom));
	const index = new Supercluster<{ place: MapPlace }>({
		minZoom: zoom,
		maxZoom: zoom,
		extent: TILE,
		radius: CLUSTER_RADIUS * 2 ** (zoom - exactZoom),
	});
	index.load(
		visible.map((place) => ({
			type: "Feature",
			geometry: { type: "Point", coordinates: [place.lon, place.lat] },
			properties: { place },
		})),
	);
	return index.getClusters([-180, -85, 180, 85], zoom).map((found) => {
		const [lon = 0, lat = 0] = found.geometry.coordinates;
		if ("cluster" in found.properties) {
			const { cluster_id, point_count } = found.properties as ClusterProperties;
			return {
				type: "cluster",
				id: `cluster-${frame.x}-${cluster_id}`,
				...inFrame(frame, { lat, lon }),
				lat,
				lon,
				label: `${point_count} structures`,
				href: null,
				verdict: null,
				count: point_count,
			};
		}
		const { place } = found.properties as { place: MapPlace };
		return { ...place, type: "place", ...inFrame(frame, place), count: 1 };
	});
}
