/**
 * The plane on which every map is drawn: Web Mercator, 100 units to a degree of longitude, origin
 * north-west of metropolitan France, y growing southwards. The outlines are drawn once on it; a map is a window on it.
 */

const UNITS_PER_DEGREE = 100;
const ORIGIN_LON = -5.5;
const ORIGIN_LAT = 51.5;
const KM_PER_DEGREE_AT_EQUATOR = 111.195;

export interface LatLon {
	readonly lat: number;
	readonly lon: number;
}

export interface Point {
	readonly x: number;
	readonly y: number;
}

/** A rectangle of the plane, or of the drawing. */
export interface Box {
	readonly x0: number;
	readonly y0: number;
	readonly x1: number;
	readonly y1: number;
}

/** A window on the plane, shown in a rectangle of the drawing (in pixels of its view box). */
export interface Frame {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	/** Part of the plane shown, already at the frame's proportions. */
	readonly box: Box;
}

function mercatorY(lat: number): number {
	const radians = (lat * Math.PI) / 180;
	return (Math.log(Math.tan(Math.PI / 4 + radians / 2)) * 180) / Math.PI;
}

const ORIGIN_Y = mercatorY(ORIGIN_LAT);

export function toPlane({ lat, lon }: LatLon): Point {
	return {
		x: (lon - ORIGIN_LON) * UNITS_PER_DEGREE,
		y: (ORIGIN_Y - mercatorY(lat)) * UNITS_PER_DEGREE,
	};
}

export function fromPlane({ x, y }: Point): LatLon {
	const mercator = ORIGIN_Y - y / UNITS_PER_DEGREE;
	const radians = 2 * Math.atan(Math.exp((mercator * Math.PI) / 180)) - Math.PI / 2;
	return { lat: (radians * 180) / Math.PI, lon: x / UNITS_PER_DEGREE + ORIGIN_LON };
}

/** Plane units in one kilometre at this latitude: Mercator stretches towards the poles. */
export function unitsPerKm(lat: number): number {
	return UNITS_PER_DEGREE / (KM_PER_DEGREE_AT_EQUATOR * Math.cos((lat * Math.PI) / 180));
}

/** The smallest box round these points, each with its own reach in km. Null when there is none. */
export function boxAround(places: readonly (LatLon & { readonly reachKm?: number })[]): Box | null {
	let box: Box | null = null;
	for (const place of places) {
		const { x, y } = toPlane(place);
		const reach = (place.reachKm ?? 0) * unitsPerKm(place.lat);
		box = unite(box, { x0: x - reach, y0: y - reach, x1: x + reach, y1: y + reach });
	}
	return box;
}

/** The box that holds both. */
export function unite(a: Box | null, b: Box): Box {
	if (a === null) return b;
	return {
		x0: Math.min(a.x0, b.x0),
		y0: Math.min(a.y0, b.y0),
		x1: Math.max(a.x1, b.x1),
		y1: Math.max(a.y1, b.y1),
	};
}

/** Whether the boxes have a point in common. */
export function overlaps(a: Box, b: Box): boolean {
	return a.x0 <= b.x1 && b.x0 <= a.x1 && a.y0 <= b.y1 && b.y0 <= a.y1;
}

export interface FrameOptions {
	readonly x?: number;
	readonly y?: number;
	readonly width: number;
	readonly height: number;
	/** Share of the box added on each side; default 0.08. */
	readonly margin?: number;
	/** The window is never narrower than this: a single place keeps its surroundings. Default 40. */
	readonly minSpanKm?: number;
}

/** A frame of the given size that shows the whole box, centred, at the frame's proportions. */
export function frameOn(box: Box, options: FrameOptions): Frame {
	const { width, height, x = 0, y = 0, margin = 0.08, minSpanKm = 40 } = options;
	const centre = { x: (box.x0 + box.x1) / 2, y: (box.y0 + box.y1) / 2 };
	const least = minSpanKm * unitsPerKm(fromPlane(centre).lat);
	const grow = 1 + 2 * margin;
	const spanX = Math.max((box.x1 - box.x0) * grow, least);
	const spanY = Math.max((box.y1 - box.y0) * grow, least);
	const scale = Math.max(spanX / width, spanY / height);
	const halfX = (scale * width) / 2;
	const halfY = (scale * height) / 2;
	return {
		x,
		y,
		width,
		height,
		box: {
			x0: centre.x - halfX,
			y0: centre.y - halfY,
			x1: centre.x + halfX,
			y1: centre.y + halfY,
		},
	};
}

/** Pixels of the drawing in one unit of the plane. */
export function frameScale(frame: Frame): number {
	return frame.width / (frame.box.x1 - frame.box.x0);
}

/** Where a place falls in the drawing, in pixels, to a tenth. */
export function inFrame(frame: Frame, place: LatLon): Point {
	const { x, y } = toPlane(place);
	const scale = frameScale(frame);
	return {
		x: tenth(frame.x + (x - frame.box.x0) * scale),
		y: tenth(frame.y + (y - frame.box.y0) * scale),
	};
}

/** Whether a place falls inside the frame. */
export function isInFrame(frame: Frame, place: LatLon): boolean {
	const { x, y } = toPlane(place);
	const { x0, y0, x1, y1 } = frame.box;
	return x >= x0 && x <= x1 && y >= y0 && y <= y1;
}

/** A length of the ground as pixels of the drawing, at this latitude. */
export function kmInFrame(frame: Frame, km: number, lat: number): number {
	return tenth(km * unitsPerKm(lat) * frameScale(frame));
}

/** A round length for the scale bar: 1, 2 or 5 × 10ⁿ km, at most a quarter of the frame. */
export function scaleBarKm(frame: Frame): number {
	const lat = fromPlane({ x: 0, y: (frame.box.y0 + frame.box.y1) / 2 }).lat;
	const limit = (frame.box.x1 - frame.box.x0) / unitsPerKm(lat) / 4;
	const power = 10 ** Math.floor(Math.log10(limit));
	const step = [5, 2, 1].find((candidate) => candidate * power <= limit) ?? 1;
	return step * power;
}

export function tenth(value: number): number {
	return Math.round(value * 10) / 10;
}
