import {
	type Box,
	type Frame,
	frameOn,
	fromPlane,
	kmInFrame,
	type LatLon,
	overlaps,
	scaleBarKm,
	toPlane,
	unite,
} from "./plane.ts";
import type { MapScene, SceneFrame } from "./scene.ts";
import type { Town } from "./towns.ts";

/** What does not change from one map to the next. */
export interface MapBase {
	readonly boxes: ReadonlyMap<string, Box>;
	readonly names: ReadonlyMap<string, string>;
	readonly towns: readonly Town[];
	readonly outlinesUrl: string;
	readonly groundUrl: string;
	readonly tiles: MapScene["tiles"];
}

/** They stand in insets when the map shows the mainland. */
export const OVERSEAS = ["971", "972", "973", "974", "976"];
const INSET = { width: 84, height: 74, gap: 8 };
const INSET_MIN_KM = 10;

export interface Size {
	readonly width: number;
	readonly height: number;
}

/** The main frame on a box. `minSpanKm`: how much to show at least; a single place keeps its surroundings. */
export function mainFrame(box: Box, size: Size, minSpanKm?: number): SceneFrame {
	const frame = frameOn(box, { ...size, ...(minSpanKm === undefined ? {} : { minSpanKm }) });
	const scaleKm = scaleBarKm(frame);
	const middle = fromPlane({ x: 0, y: (box.y0 + box.y1) / 2 });
	return {
		...frame,
		id: "main",
		label: null,
		scaleKm,
		scaleWidth: kmInFrame(frame, scaleKm, middle.lat),
	};
}

/** Insets, side by side at the bottom, for the overseas départements that the main frame does not show. */
export function insetFrames(
	base: MapBase,
	codes: readonly string[],
	main: Frame,
	{ height }: Size,
): SceneFrame[] {
	return codes
		.flatMap((code) => {
			const box = base.boxes.get(code);
			return box && !overlaps(box, main.box) ? [{ code, box }] : [];
		})
		.map(({ code, box }, index) => ({
			...frameOn(box, {
				...INSET,
				x: 8 + index * (INSET.width + INSET.gap),
				y: height - INSET.height - 8,
				minSpanKm: INSET_MIN_KM,
			}),
			id: code,
			label: base.names.get(code) ?? code,
			scaleKm: null,
			scaleWidth: 0,
		}));
}

/** The overseas départements that hold one of these places, in their usual order. */
export function overseasOf(base: MapBase, places: readonly LatLon[]): string[] {
	return OVERSEAS.filter((code) => {
		const box = base.boxes.get(code);
		return box !== undefined && places.some((place) => isInBox(grow(box), place));
	});
}

/** The box that holds these départements; null when none is known. */
export function departementsBox(base: MapBase, codes: readonly string[]): Box | null {
	let box: Box | null = null;
	for (const code of codes) {
		const one = base.boxes.get(code);
		if (one) box = unite(box, one);
	}
	return box;
}

export function metropolitanBox(base: MapBase): Box {
	const codes = [...base.boxes.keys()].filter((code) => !OVERSEAS.includes(code));
	return departementsBox(base, codes) ?? { x0: 30, y0: 0, x1: 1510, y1: 1480 };
}

export function isInBox(box: Box, place: LatLon): boolean {
	const { x, y } = toPlane(place);
	return x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1;
}

/** Islands are small: a place a little off their outline is still theirs. */
function grow(box: Box): Box {
	return { x0: box.x0 - 20, y0: box.y0 - 20, x1: box.x1 + 20, y1: box.y1 + 20 };
}

/** South-west and north-east corners of a frame. */
export function cornersOf({ box }: Frame): [LatLon, LatLon] {
	return [fromPlane({ x: box.x0, y: box.y1 }), fromPlane({ x: box.x1, y: box.y0 })];
}
