import Supercluster, { type PointFeature } from "supercluster";
import type { MapCluster, MapView } from "#search/port.ts";

/** Radius of a cluster and side of the squares that thin out crowds, in pixels of a 256-pixel tile. */
const CLUSTER_PIXELS = 48;
const SQUARE_PIXELS = 8;
const TILE_PIXELS = 256;

/** Under this many, every supplier is a point of its own. */
export const MAX_SINGLE_POINTS = 200;

const MAX_LATITUDE = 85;
const MAX_ZOOM = 18;

/** Positions, side by side; `rows[i]` is at `lats[i]`, `lons[i]`. */
export interface Positions {
	readonly rows: readonly number[];
	readonly lats: readonly number[];
	readonly lons: readonly number[];
}

interface Crowd {
	/** A row of the crowd; the only one when `count` is 1. */
	readonly row: number;
	readonly count: number;
}

/** Groups what is close together at a zoom: rows alone in their place, and clusters. */
export function clusterPositions(
	positions: Positions,
	view: MapView,
): { rows: number[]; clusters: MapCluster[] } {
	const zoom = Math.min(MAX_ZOOM, Math.max(0, Math.round(view.zoom)));
	if (positions.rows.length <= MAX_SINGLE_POINTS)
		return { rows: [...positions.rows], clusters: [] };
	const index = new Supercluster<Crowd, { count: number }>({
		radius: CLUSTER_PIXELS,
		extent: TILE_PIXELS,
		minZoom: zoom,
		maxZoom: zoom,
		map: ({ count }) => ({ count }),
		reduce: (sum, { count }) => {
			sum.count += count;
		},
	}).load(thinnedOut(positions, zoom));
	const rows: number[] = [];
	const clusters: MapCluster[] = [];
	const [west, south, east, north] = view.bounds;
	for (const { geometry, properties } of index.getClusters([west, south, east, north], zoom)) {
		const [lon = 0, lat = 0] = geometry.coordinates;
		if ("row" in properties && properties.count === 1) rows.push(properties.row);
		else clusters.push([properties.count, round(lat), round(lon)]);
	}
	return { rows, clusters };
}

/** The zoom at which bounds fill about a map of 800 × 600 pixels. */
export function zoomOf([west, south, east, north]: MapView["bounds"]): number {
	const across = Math.max((east - west) / 360 / 800, (north - south) / 180 / 600, 1e-7);
	return Math.min(MAX_ZOOM, Math.max(0, Math.floor(Math.log2(1 / (across * TILE_PIXELS)))));
}

/** One weighted place per small square: a country of suppliers becomes a few thousand places, which cluster in milliseconds. */
function thinnedOut({ rows, lats, lons }: Positions, zoom: number): PointFeature<Crowd>[] {
	const squares = (TILE_PIXELS / SQUARE_PIXELS) * 2 ** zoom;
	const sums = new Map<number, { row: number; count: number; lat: number; lon: number }>();
	for (const [i, row] of rows.entries()) {
		const lat = lats[i] as number;
		const lon = lons[i] as number;
		const x = Math.floor(((lon + 180) / 360) * squares);
		const y = Math.floor(mercatorY(lat) * squares);
		const key = y * squares + x;
		const sum = sums.get(key);
		if (sum) {
			sum.count += 1;
			sum.lat += lat;
			sum.lon += lon;
		} else sums.set(key, { row, count: 1, lat, lon });
	}
	return Array.from(sums.values(), ({ row, count, lat, lon }) => ({
		type: "Feature",
		properties: { row, count },
		// GeoJSON order
		geometry: { type: "Point", coordinates: [lon / count, lat / count] },
	}));
}

/** 0 in the north to 1 in the south. */
function mercatorY(lat: number): number {
	const clamped = Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat));
	const sin = Math.sin((clamped * Math.PI) / 180);
	return 0.5 - (0.25 * Math.log((1 + sin) / (1 - sin))) / Math.PI;
}

function round(degrees: number): number {
	return Math.round(degrees * 10_000) / 10_000;
}
