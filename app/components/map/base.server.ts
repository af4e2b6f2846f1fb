import { createHash } from "node:crypto";
import outlines from "#app/domain/reference/departements.json";
import type { Places } from "#app/domain/reference.ts";
import type { MapBase } from "./frames.ts";
import { drawOutlines } from "./outlines.server.ts";
import type { DepartementTopology, MapGround, MapScene } from "./scene.ts";
import { listTowns } from "./towns.ts";

const topology = outlines as unknown as DepartementTopology;

interface Drawn {
	readonly base: Omit<MapBase, "tiles">;
	readonly svg: string;
	readonly ground: string;
}

/** Drawn once for the places of the process: outlines never change while it runs. */
const drawn = new WeakMap<Places, Drawn>();

function draw(places: Places): Drawn {
	const known = drawn.get(places);
	if (known) return known;
	const { svg, boxes, names } = drawOutlines(topology);
	const towns = listTowns(places, boxes.keys());
	const ground: MapGround = { topology, towns };
	const groundText = JSON.stringify(ground);
	const made: Drawn = {
		base: {
			boxes,
			names,
			towns,
			outlinesUrl: `/cartes/departements.svg?v=${digest(svg)}`,
			groundUrl: `/cartes/departements.json?v=${digest(groundText)}`,
		},
		svg,
		ground: groundText,
	};
	drawn.set(places, made);
	return made;
}

function digest(text: string): string {
	return createHash("sha256").update(text).digest("hex").slice(0, 10);
}

/** What every map of the process is built on. */
export function mapBase(
	places: Places,
	{ tilesUrl, tilesAttribution }: { tilesUrl: string | null; tilesAttribution: string },
): MapBase {
	const tiles: MapScene["tiles"] =
		tilesUrl === null ? null : { url: tilesUrl, attribution: tilesAttribution };
	return { ...draw(places).base, tiles };
}

/** The outlines as the pages refer to them. */
export function outlinesSvg(places: Places): string {
	return draw(places).svg;
}

/** Outlines and towns, as the moving map reads them (JSON). */
export function groundJson(places: Places): string {
	return draw(places).ground;
}
