import type { GeometryCollection, Topology } from "topojson-specification";
import type { Verdict } from "#app/domain/vocabulary.ts";
import type { Frame, LatLon } from "./plane.ts";
import type { Town } from "./towns.ts";

/** The outlines of the départements: `id` is the département's code. */
export type DepartementTopology = Topology<{
	departements: GeometryCollection<{ name: string }>;
}>;

/** What the moving map draws under the dots when there are no tiles. */
export interface MapGround {
	readonly topology: DepartementTopology;
	readonly towns: readonly Town[];
}

/** What a map is asked to show. */
export interface MapPlace extends LatLon {
	readonly id: string;
	readonly label: string;
	/** Where its name leads; null when it leads nowhere. */
	readonly href: string | null;
	/** The shape of its dot; null: a plain dot. */
	readonly verdict: Verdict | null;
}

/** An area served: a circle, whole départements, or a set of communes shown by the outline of their centres. */
export type MapArea =
	| { readonly type: "circle"; readonly centre: LatLon; readonly radiusKm: number }
	| { readonly type: "departements"; readonly codes: readonly string[] }
	| { readonly type: "communes"; readonly label: string; readonly centres: readonly LatLon[] };

/** A site of a need, drawn as a square. */
export interface MapSite extends LatLon {
	readonly id: string;
	readonly label: string;
}

/** What a moving map shows: west, south, east, north in degrees, and a tile zoom. */
export interface PointsView {
	readonly bounds: readonly [number, number, number, number];
	readonly zoom: number;
}

/** Dots of a view: alone [id, lat, lon, name, …], gathered [count, lat, lon]. */
export interface FoundPoints {
	readonly points: readonly (readonly [string, number, number, string, boolean])[];
	readonly clusters: readonly (readonly [number, number, number])[];
	/** In the whole list, whatever the view. */
	readonly located: number;
	/** Where they all are; null when none is located. */
	readonly bounds: readonly [number, number, number, number] | null;
}

/** A dot, a square, or a circle with the number of dots it stands for. x, y: pixels of the drawing. */
export interface SceneMark extends LatLon {
	readonly type: "place" | "site" | "cluster";
	readonly id: string;
	readonly x: number;
	readonly y: number;
	readonly label: string;
	readonly href: string | null;
	readonly verdict: Verdict | null;
	readonly count: number;
}

export type SceneArea =
	| {
			readonly type: "circle";
			readonly x: number;
			readonly y: number;
			readonly radius: number;
			readonly lat: number;
			readonly lon: number;
			readonly radiusKm: number;
	  }
	| { readonly type: "departements"; readonly codes: readonly string[] }
	| {
			readonly type: "hull";
			readonly label: string;
			readonly d: string;
			readonly ring: readonly LatLon[];
	  };

export interface SceneFrame extends Frame {
	readonly id: string;
	/** Null for the main frame. */
	readonly label: string | null;
	/** Length of the scale bar; null in an inset. */
	readonly scaleKm: number | null;
	readonly scaleWidth: number;
}

export interface SceneTown {
	readonly x: number;
	readonly y: number;
	readonly name: string;
	/** The name stands left of the point. */
	readonly before: boolean;
}

/** A map ready to draw: everything is placed, nothing is left to compute in the browser. */
export interface MapScene {
	readonly width: number;
	readonly height: number;
	readonly frames: readonly SceneFrame[];
	readonly areas: readonly SceneArea[];
	readonly towns: readonly SceneTown[];
	readonly marks: readonly SceneMark[];
	/** South-west and north-east corners of the main frame. */
	readonly bounds: readonly [LatLon, LatLon];
	/** The outlines as an SVG file, and as data with the towns for the moving map: addresses that change with their content. */
	readonly outlinesUrl: string;
	readonly groundUrl: string;
	/** Every dot, for the moving map; empty when they wait at `pointsUrl`. */
	readonly points: readonly MapPlace[];
	readonly sites: readonly MapSite[];
	/** Dots are drawn over the squares: the squares only give a bearing. */
	readonly sitesBehind: boolean;
	/** How many of the places asked for have a position. */
	readonly located: number;
	/** Where the moving map gets the dots when they are too many to come with the page. */
	readonly pointsUrl: string | null;
	/** Null: the outlines are the base of the moving map. */
	readonly tiles: { readonly url: string; readonly attribution: string } | null;
}
