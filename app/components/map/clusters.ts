import Supercluster from "supercluster";
import { countOfWord } from "#app/domain/french-format.ts";
import { type Frame, frameScale, inFrame, isInFrame, type LatLon } from "./plane.ts";
import type { MapPlace, SceneMark } from "./scene.ts";

/** Dots nearer than this, in pixels of the drawing, are drawn as one circle with their number. */
const CLUSTER_RADIUS = 34;
/** Width of the whole world on the plane: 360° × 100 units. */
const WORLD_UNITS = 36_000;
const TILE = 256;

/** The zoom of the moving map at which it shows the frame at this size. */
export function zoomOf(frame: Frame): number {
	return Math.log2((WORLD_UNITS * frameScale(frame)) / TILE);
}

/** A dot, or a circle that someone else already made of several. */
export interface Countable extends MapPlace {
	readonly count: number;
}

/**
 * Dots of the frame, near ones gathered. Gathered dots have no verdict: their circle shows a number.
 * Circles already made are gathered too when they would overlap.
 */
export function clusterPlaces(frame: Frame, places: readonly Countable[]): SceneMark[] {
	const visible = places.filter((place) => isInFrame(frame, place));
	const exactZoom = zoomOf(frame);
	const zoom = Math.max(0, Math.round(exactZoom));
	const index = new Supercluster<{ place: Countable; count: number }, { count: number }>({
		minZoom: zoom,
		maxZoom: zoom,
		extent: TILE,
		radius: CLUSTER_RADIUS * 2 ** (zoom - exactZoom),
		map: ({ count }) => ({ count }),
		reduce: (sum, { count }) => {
			sum.count += count;
		},
	});
	index.load(
		visible.map((place) => ({
			type: "Feature",
			geometry: { type: "Point", coordinates: [place.lon, place.lat] },
			properties: { place, count: place.count },
		})),
	);
	return index.getClusters([-180, -85, 180, 85], zoom).map((found): SceneMark => {
		const { properties } = found;
		if (!("cluster" in properties)) return drawPlace(frame, properties.place);
		const [lon = 0, lat = 0] = found.geometry.coordinates;
		return drawCluster(frame, { lat, lon }, properties.count);
	});
}

function drawPlace(frame: Frame, place: Countable): SceneMark {
	if (place.count > 1) return drawCluster(frame, place, place.count);
	return { ...place, type: "place", ...inFrame(frame, place) };
}

function drawCluster(frame: Frame, at: LatLon, count: number): SceneMark {
	const { lat, lon } = at;
	const { x, y } = inFrame(frame, at);
	return {
		type: "cluster",
		id: `cluster ${x} ${y}`,
		x,
		y,
		lat,
		lon,
		label: countOfWord(count, "structure"),
		href: null,
		verdict: null,
		count,
	};
}
