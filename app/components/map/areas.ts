import { departementsBox, type MapBase } from "./frames.ts";
import { convexHull } from "./hull.ts";
import {
	type Box,
	boxAround,
	type Frame,
	fromPlane,
	inFrame,
	kmInFrame,
	type LatLon,
	toPlane,
	unitsPerKm,
} from "./plane.ts";
import type { MapArea, SceneArea } from "./scene.ts";

/** Communes have no outline here: the hull of their centres, a little wider, stands for them. */
const COMMUNE_REACH_KM = 3;
const CORNERS = [0, 1, 2, 3, 4, 5, 6, 7].map((eighth) => (eighth * Math.PI) / 4);

/** The part of the plane an area covers; null when it covers nothing known. */
export function areaBox(base: MapBase, area: MapArea): Box | null {
	if (area.type === "circle") return boxAround([{ ...area.centre, reachKm: area.radiusKm }]);
	if (area.type === "departements") return departementsBox(base, area.codes);
	return boxAround(area.centres.map((centre) => ({ ...centre, reachKm: COMMUNE_REACH_KM })));
}

/** An area as it is drawn in the frame; nothing when it is empty. */
export function drawArea(frame: Frame, area: MapArea): SceneArea[] {
	if (area.type === "departements") return area.codes.length > 0 ? [area] : [];
	if (area.type === "communes") return drawCommunes(frame, area);
	const { lat, lon } = area.centre;
	return [
		{
			type: "circle",
			...inFrame(frame, area.centre),
			radius: kmInFrame(frame, area.radiusKm, lat),
			lat,
			lon,
			radiusKm: area.radiusKm,
		},
	];
}

function drawCommunes(frame: Frame, area: Extract<MapArea, { type: "communes" }>): SceneArea[] {
	const corners = area.centres.flatMap((centre) => {
		const { x, y } = toPlane(centre);
		const reach = COMMUNE_REACH_KM * unitsPerKm(centre.lat);
		return CORNERS.map((angle) => ({
			x: x + reach * Math.cos(angle),
			y: y + reach * Math.sin(angle),
		}));
	});
	const ring = convexHull(corners).map(fromPlane);
	if (ring.length < 3) return [];
	const d = ring.map((corner) => {
		const { x, y } = inFrame(frame, corner);
		return `${x} ${y}`;
	});
	return [{ type: "hull", label: area.label, d: `M${d.join("L")}Z`, ring: ring.map(rounded) }];
}

/** To about ten metres: the ring only shows where. */
function rounded({ lat, lon }: LatLon): LatLon {
	return { lat: Math.round(lat * 1e4) / 1e4, lon: Math.round(lon * 1e4) / 1e4 };
}
