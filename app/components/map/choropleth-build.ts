import {
	departementsBox,
	insetFrames,
	type MapBase,
	mainFrame,
	metropolitanBox,
	OVERSEAS,
} from "./frames.ts";
import { frameOn } from "./plane.ts";
import type { SceneFrame } from "./scene.ts";
import { type Shade, type ShadeClass, shadeClasses, shadeOf } from "./shades.ts";

/** A map of France by département, ready to draw. */
export interface ChoroplethScene {
	readonly width: number;
	readonly height: number;
	readonly outlinesUrl: string;
	readonly frames: readonly (SceneFrame & { readonly codes: readonly string[] })[];
	readonly shades: Readonly<Record<string, Shade>>;
	readonly classes: readonly ShadeClass[];
}

const SIZE = { width: 560, height: 620 };
const MAP_HEIGHT = 530;
const PARIS = ["75", "92", "93", "94"];

/** Shades each département by its count: the mainland, then Paris and overseas in insets below. */
export function buildChoropleth(
	base: MapBase,
	counts: ReadonlyMap<string, number>,
): ChoroplethScene {
	const codes = [...base.boxes.keys()];
	const mainland = codes.filter((code) => !OVERSEAS.includes(code));
	const main = mainFrame(metropolitanBox(base), { width: SIZE.width, height: MAP_HEIGHT });
	const overseas = insetFrames(base, OVERSEAS, main, SIZE);
	const classes = shadeClasses([...counts.values()]);
	return {
		...SIZE,
		outlinesUrl: base.outlinesUrl,
		frames: [
			{ ...main, scaleKm: null, codes: mainland },
			...overseas.map((frame) => ({ ...frame, codes: [frame.id] })),
			...parisFrame(base, overseas.length),
		],
		shades: Object.fromEntries(
			codes.map((code) => [code, shadeOf(counts.get(code) ?? 0, classes)]),
		),
		classes,
	};
}

/** Four small départements that cannot be told apart on the map of France. */
function parisFrame(base: MapBase, place: number) {
	const box = departementsBox(base, PARIS);
	if (box === null) return [];
	const size = { width: 84, height: 74 };
	const frame = frameOn(box, {
		...size,
		x: 8 + place * 92,
		y: SIZE.height - size.height - 8,
		minSpanKm: 20,
	});
	return [{ ...frame, id: "paris", label: "Paris", scaleKm: null, scaleWidth: 0, codes: PARIS }];
}
