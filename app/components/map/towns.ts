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
/** Half of what a mark takes in width. */
const OBSTACLE = 16;

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
	obstacles: readonly Point[] = [],
): PickedTown[] {
	const taken = obstacles.map(({ x, y }) => {
		return { x0: x - OBSTACLE, x1: x + OBSTACLE, y, reach: OBSTACLE + 4 };
	});
	const picked: PickedTown[] = [];
	for (const town of towns) {
		if (picked.length === MAX_NAMES) break;
		const at = locate(town);
		if (at === null || at.y < frame.y + 12 || at.y > frame.y + frame.height - 28) continue;
		const width = town.name.length * LETTER_WIDTH + 10;
		const slot = [
			{ x0: at.x, x1: at.x + width, y: at.y, before: false },
			{ x0: at.x - width, x1: at.x, y: at.y, before: true },
		].find(
			({ x0, x1, y }) =>
				x0 >= frame.x &&
				x1 <= frame.x + frame.width &&
				taken.every(
					(other) => x0 >= other.x1 || other.x0 >= x1 || Math.abs(other.y - y) >= other.reach,
				),
		);
		if (!slot) continue;
		taken.push({ ...slot, reach: NAME_HEIGHT });
		picked.push({ town, at, before: slot.before });
	}
	return picked;
}

/** Names for a drawing, none under its marks. */
export function placeTowns(
	frame: Frame,
	towns: readonly Town[],
	marks: readonly Point[],
): SceneTown[] {
	const locate = (town: Town) => (isInFrame(frame, town) ? inFrame(frame, town) : null);
	return pickTowns(towns, frame, locate, marks).map(({ town, at, before }) => ({
		...at,
		name: town.name,
		before,
	}));
}
