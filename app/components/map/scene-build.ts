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
	OVERSEAS,
	overseasOf,
	type Size,
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
	const main = mainFrame(box, size);
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

/** A map of places that another part of the program holds and gathers. */
export async function buildFoundScene(base: MapBase, input: FoundSceneInput): Promise<MapScene> {
	const size = sizeOf(input);
	const whole = await input.find();
	const main = mainFrame(sceneBox(base, input, clampToMainland(base, whole.bounds)), size);
	const seen = await input.find(viewOf(main));
	const marks = foundMarks(main, seen);
	const searched = !input.focus && whole.located > countOf(marks);
	const insets = searched ? await findInsets(base, input, main, size) : [];
	return {
		...assemble(
			base,
			input,
			[main, ...insets.map((inset) => inset.frame)],
			[...marks, ...insets.flatMap((inset) => inset.marks)],
		),
		points: [],
		located: whole.located,
		pointsUrl: input.pointsUrl,
	};
}

/** The overseas départements where something was found. */
async function findInsets(base: MapBase, { find }: FoundSceneInput, main: Frame, size: Size) {
	const found = await Promise.all(
		insetFrames(base, OVERSEAS, main, size).map(async (frame) => {
			return { id: frame.id, found: await find(viewOf(frame)), frame };
		}),
	);
	const filled = found.filter(({ frame, found }) => foundMarks(frame, found).length > 0);
	const codes = filled.map(({ id }) => id);
	return insetFrames(base, codes, main, size).map((frame, index) => {
		const inset = filled[index];
		return { frame, marks: inset ? foundMarks(frame, inset.found) : [] };
	});
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

function viewOf(frame: Frame): PointsView {
	const [southWest, northEast] = cornersOf(frame);
	return {
		bounds: [southWest.lon, southWest.lat, northEast.lon, northEast.lat],
		zoom: Math.min(18, Math.max(0, Math.round(zoomOf(frame)))),
	};
}

function foundMarks(frame: Frame, found: FoundPoints): SceneMark[] {
	const alone = found.points.map(([id, lat, lon, label]): Countable => {
		return { id, lat, lon, label, href: `/fournisseurs/${id}`, verdict: null, count: 1 };
	});
	const gathered = found.clusters.map(([count, lat, lon]): Countable => {
		return { id: `${lat} ${lon}`, lat, lon, label: "", href: null, verdict: null, count };
	});
	return clusterPlaces(frame, [...alone, ...gathered]);
}

function countOf(marks: readonly SceneMark[]): number {
	return marks.reduce((sum, mark) => sum + mark.count, 0);
}

function assemble(
	base: MapBase,
	options: SceneOptions,
	frames: readonly [SceneFrame, ...SceneFrame[]],
	marks: readonly SceneMark[],
) {
	const [main] = frames;
	const sites = options.sites ?? [];
	return {
		...sizeOf(options),
		frames,
		areas: (options.areas ?? []).flatMap((area) => drawArea(main, area)),
		towns: placeTowns(main, base.towns, marks),
		marks: [
			...marks,
			...sites.filter((site) => isInFrame(main, site)).map((site) => drawSite(main, site)),
		],
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
