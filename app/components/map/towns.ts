import type { Places } from "#app/domain/reference.ts";
import { type Frame, inFrame, isInFrame, type LatLon, type Point } from "./plane.ts";
import type { SceneTown } from "./scene.ts";

export interface Town extends LatLon {
	readonly name: string;
	readonly population: number;
}

const TOWNS_PER_DEPARTEMENT = 4;
const MAX_NAMES = 9;
const LETTER_WIDTH = 7;
const NAME_HEIGHT = 26;

/** The largest communes of each département, largest first: names by which a reader finds their way. */
export function listTowns(places: Places, departements: Iterable<string>): Town[] {
	const towns: Town[] = [];
	for (const code of departements) {
		const communes = places.zone(`departement:${code}`)?.communes ?? [];
		const largest = [...communes]
			.sort((a, b) => (b.population ?? 0) - (a.population ?? 0))
			.slice(0, TOWNS_PER_DEPARTEMENT);
		for (const { name, lat, lon, population } of largest) {
			towns.push({ name, lat, lon, population: population ?? 0 });
		}
	}
	return towns.sort((a, b) => b.population - a.population);
}

export interface PickedTown {
	readonly town: Town;
	readonly at: Point;
	/** The name stands left of the point: it would leave the map on the right. */
	readonly before: boolean;
}

/**
 * The largest towns whose names fit in the rectangle without touching one another.
 * `locate` gives pixels, null for a town out of view.
 */
export function pickTowns(
	towns: readonly Town[],
	frame: { x: number; y: number; width: number; height: number },
	locate: (town: Town) => Point | null,
): PickedTown[] {
	const taken: { x0: number; x1: number; y: number }[] = [];
	const picked: PickedTown[] = [];
	for (const town of towns) {
		if (picked.length === MAX_NAMES) break;
		const at = locate(town);
		if (at === null) continue;
		const width = town.name.length * LETTER_WIDTH + 10;
		const before = at.x + width > frame.x + frame.width;
		const slot = { x0: before ? at.x - width : at.x, x1: before ? at.x : at.x + width, y: at.y };
		const inside = slot.x0 >= frame.x && at.y > frame.y + 12 && at.y < frame.y + frame.height - 28;
		const free = taken.every(
			(other) =>
				slot.x0 >= other.x1 || other.x0 >= slot.x1 || Math.abs(other.y - at.y) >= NAME_HEIGHT,
		);
		if (!inside || !free) continue;
		taken.push(slot);
		picked.push({ town, at, before });
	}
	return picked;
}

export function placeTowns(frame: Frame, towns: readonly Town[]): SceneTown[] {
	const locate = (town: Town) => (isInFrame(frame, town) ? inFrame(frame, town) : null);
	return pickTowns(towns, frame, locate).map(({ town, at, before }) => ({
		...at,
		name: town.name,
		before,
	}));
}
