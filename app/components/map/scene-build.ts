import { areaBox, drawArea } from "./areas.ts";
import { type Countable, clusterPlaces, zoomOf } from "./clusters.ts";
import {
	cornersOf,
	departementsBox,
	insetFrames,
	isInBox,
	type MapBase,
	mainFrame,
	metropolitanBox,
	overseasOf,
} from "./frames.ts";
import {
	type Box,
	boxAround,
	type Frame,
	inFrame,
	isInFrame,
	type LatLon,
	unite,
} from "./plane.ts";
import type {
	FoundPoints,
	MapArea,
	MapPlace,
	MapScene,
	MapSite,
	PointsView,
	SceneFrame,
	SceneMark,
} from "./scene.ts";
import { placeTowns } from "./towns.ts";

export type Focus =
	| { readonly type: "departements"; readonly codes: readonly string[] }
	| { readonly type: "around"; readonly centre: LatLon; readonly km: number };

interface SceneOptions {
	readonly sites?: readonly MapSite[];
	/** Dots are drawn over the squares. Default false. */
	readonly sitesBehind?: boolean;
	readonly areas?: readonly MapArea[];
	/** What the map must show whole; without it, the places, sites and areas. */
	readonly focus?: Focus | null;
	readonly width?: number;
	readonly height?: number;
}

export interface SceneInput extends SceneOptions {
	readonly places: readonly MapPlace[];
}

/** A map of places that are all at hand. */
export function buildScene(base: MapBase, input: SceneInput): MapScene {
	const size = sizeOf(input);
	const { places } = input;
	const metropolitan = metropolitanBox(base);
	const near = places.filter((place) => isInBox(metropolitan, place));
	const box = sceneBox(base, input, boxAround(near.length > 0 ? near : places));
	const main = mainFrame(box, size, leastSpanKm(input));
	const outside = places.filter((place) => !isInFrame(main, place));
	const insets = input.focus ? [] : insetFrames(base, overseasOf(base, outside), main, size);
	return {
		...assemble(
			base,
			input,
			[main, ...insets],
			[
				...clusterPlaces(main, places.map(alone)),
				...insets.flatMap((frame) => clusterPlaces(frame, outside.map(alone))),
			],
		),
		points: places,
		located: places.length,
		pointsUrl: null,
	};
}

function alone(place: MapPlace): Countable {
	return { ...place, count: 1 };
}

export interface FoundSceneInput extends SceneOptions {
	/** Gives the dots of a view, gathered by who holds them: there may be hundreds of thousands. */
	readonly find: (view?: PointsView) => Promise<FoundPoints>;
	/** Where the moving map asks the same: a view is added to it. */
	readonly pointsUrl: string;
}

const WORLD: PointsView["bounds"] = [-180, -85, 180, 85];

/** A map of places that another part of the program holds and gathers. */
export async function buildFoundScene(base: MapBase, input: FoundSceneInput): Promise<MapScene> {
	const size = sizeOf(input);
	const { located, bounds } = await input.find();
	const box = sceneBox(base, input, clampToMainland(base, bounds));
	const main = mainFrame(box, size, leastSpanKm(input));
	// Insets are small: what is gathered at the scale of the main frame is enough for them.
	const zoom = Math.min(18, Math.max(0, Math.round(zoomOf(main))));
	const places = countable(await input.find({ bounds: WORLD, zoom }));
	const outside = places.filter((place) => !isInFrame(main, place));
	const insets = input.focus ? [] : insetFrames(base, overseasOf(base, outside), main, size);
	return {
		...assemble(
			base,
			input,
			[main, ...insets],
			[...clusterPlaces(main, places), ...insets.flatMap((frame) => clusterPlaces(frame, outside))],
		),
		points: [],
		located,
		pointsUrl: input.pointsUrl,
	};
}

function countable({ points, clusters }: FoundPoints): Countable[] {
	return [
		...points.map(([id, lat, lon, label]) => {
			return { id, lat, lon, label, href: `/fournisseurs/${id}`, verdict: null, count: 1 };
		}),
		...clusters.map(([count, lat, lon]) => {
			return { id: `${lat} ${lon}`, lat, lon, label: "", href: null, verdict: null, count };
		}),
	];
}

/** A circle asked for is its own surroundings, down to a village. */
function leastSpanKm({ focus }: SceneOptions): number | undefined {
	return focus?.type === "around" ? 4 : undefined;
}

function sizeOf({ width = 480, height = 520 }: SceneOptions) {
	return { width, height };
}

/** What the main frame must hold. `places`: the box of the places, null when there are none. */
function sceneBox(base: MapBase, options: SceneOptions, places: Box | null): Box {
	const { focus } = options;
	if (focus?.type === "around") {
		const box = boxAround([{ ...focus.centre, reachKm: focus.km }]);
		if (box !== null) return box;
	}
	if (focus?.type === "departements") {
		const box = departementsBox(base, focus.codes);
		if (box !== null) return box;
	}
	let box = places;
	const sites = boxAround(options.sites ?? []);
	if (sites !== null) box = unite(box, sites);
	for (const area of options.areas ?? []) {
		const reach = areaBox(base, area);
		if (reach !== null) box = unite(box, reach);
	}
	return box ?? metropolitanBox(base);
}

/** The mainland's part of these bounds, or the bounds themselves when they do not touch it. */
function clampToMainland(base: MapBase, bounds: FoundPoints["bounds"]): Box | null {
	if (bounds === null) return null;
	const [west, south, east, north] = bounds;
	const box = boxAround([
		{ lat: south, lon: west },
		{ lat: north, lon: east },
	]);
	if (box === null) return null;
	const mainland = metropolitanBox(base);
	const clamped = {
		x0: Math.max(box.x0, mainland.x0),
		y0: Math.max(box.y0, mainland.y0),
		x1: Math.min(box.x1, mainland.x1),
		y1: Math.min(box.y1, mainland.y1),
	};
	return clamped.x0 <= clamped.x1 && clamped.y0 <= clamped.y1 ? clamped : box;
}

function assemble(
	base: MapBase,
	options: SceneOptions,
	frames: readonly [SceneFrame, ...SceneFrame[]],
	marks: readonly SceneMark[],
) {
	const [main] = frames;
	const sites = options.sites ?? [];
	const squares = sites.filter((site) => isInFrame(main, site)).map((site) => drawSite(main, site));
	return {
		...sizeOf(options),
		frames,
		areas: (options.areas ?? []).flatMap((area) => drawArea(main, area)),
		towns: placeTowns(main, base.towns, marks),
		marks: options.sitesBehind ? [...squares, ...marks] : [...marks, ...squares],
		sitesBehind: options.sitesBehind ?? false,
		sites,
		bounds: cornersOf(main),
		outlinesUrl: base.outlinesUrl,
		groundUrl: base.groundUrl,
		tiles: base.tiles,
	};
}

function drawSite(frame: Frame, site: MapSite): SceneMark {
	return { ...site, type: "site", ...inFrame(frame, site), href: null, verdict: null, count: 1 };
}
