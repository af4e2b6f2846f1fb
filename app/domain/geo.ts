/** Mean radius of the Earth, in km. Every distance of Vivier is great-circle: "à vol d'oiseau". */
export const EARTH_RADIUS_KM = 6371.0088;

const RADIANS = Math.PI / 180;

/** Length of one degree of latitude, in km. */
export const KM_PER_DEGREE = EARTH_RADIUS_KM * RADIANS;

/** Great-circle distance in km between two points in degrees (haversine). */
export function distanceKm(lat1: number, lon1: number, lat2: number, lon2: number): number {
	const sinLat = Math.sin(((lat2 - lat1) * RADIANS) / 2);
	const sinLon = Math.sin(((lon2 - lon1) * RADIANS) / 2);
	const h = sinLat * sinLat + Math.cos(lat1 * RADIANS) * Math.cos(lat2 * RADIANS) * sinLon * sinLon;
	return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

export interface BoundingBox {
	readonly minLat: number;
	readonly maxLat: number;
	readonly minLon: number;
	readonly maxLon: number;
}

/** A box in degrees that surely holds the circle; the whole range of longitudes near a pole. */
export function boundingBox(lat: number, lon: number, radiusKm: number): BoundingBox {
	const angle = radiusKm / EARTH_RADIUS_KM;
	// A hair wider than the circle: a point on the limit must never be lost to rounding.
	const dLat = angle / RADIANS + 1e-9;
	const minLat = Math.max(-90, lat - dLat);
	const maxLat = Math.min(90, lat + dLat);
	const sinRatio = Math.sin(angle) / Math.cos(lat * RADIANS);
	if (minLat <= -90 || maxLat >= 90 || angle >= Math.PI / 2 || sinRatio >= 1) {
		return { minLat, maxLat, minLon: -180, maxLon: 180 };
	}
	const dLon = Math.asin(sinRatio) / RADIANS + 1e-9;
	return { minLat, maxLat, minLon: lon - dLon, maxLon: lon + dLon };
}

/** A point in degrees as a point of the unit sphere. */
export function unitVector(lat: number, lon: number): readonly [x: number, y: number, z: number] {
	const cosLat = Math.cos(lat * RADIANS);
	return [
		cosLat * Math.cos(lon * RADIANS),
		cosLat * Math.sin(lon * RADIANS),
		Math.sin(lat * RADIANS),
	];
}

/** Square of the chord, on the unit sphere, between two points that far apart. */
export function squaredChord(km: number): number {
	const half = Math.sin(km / (2 * EARTH_RADIUS_KM));
	return 4 * half * half;
}
