import { distanceKm, KM_PER_DEGREE } from "./geo.ts";
import type { Commune, Places, ZoneInfo } from "./reference.ts";
import type { Zone } from "./supplier.ts";

/** Another code or name of a commune. A former code has no name of its own. */
export interface PlaceAlias {
	readonly code: string;
	readonly kind: "delegated" | "arrondissement" | "former";
	readonly name: string;
	readonly commune: string;
}

export interface ZoneName {
	readonly zone: Zone;
	readonly name: string;
}

export interface PlaceRows {
	readonly communes: readonly Commune[];
	readonly aliases: readonly PlaceAlias[];
	/** EPCI, départements and régions. */
	readonly zones: readonly ZoneName[];
}

/** @throws when there is no commune at all */
export function createPlaces({ communes, aliases, zones }: PlaceRows): Places {
	const byCode = new Map(communes.map((commune) => [commune.code, commune]));
	for (const alias of aliases) {
		const commune = byCode.get(alias.commune);
		if (commune && !byCode.has(alias.code)) byCode.set(alias.code, commune);
	}
	const names = new Map(zones.map(({ zone, name }) => [zone, name]));
	const members = groupByZone(communes);
	const nearest = createGrid(communes);
	return {
		commune: (code) => byCode.get(code),
		zone: (zone) => zoneInfo(zone, byCode, names, members),
		nearestCommune: nearest,
	};
}

function zoneInfo(
	zone: Zone,
	byCode: ReadonlyMap<string, Commune>,
	names: ReadonlyMap<string, string>,
	members: ReadonlyMap<string, readonly Commune[]>,
): ZoneInfo | undefined {
	if (zone.startsWith("commune:")) {
		const commune = byCode.get(zone.slice("commune:".length));
		return commune && { zone: `commune:${commune.code}`, name: commune.name, communes: [commune] };
	}
	const name = names.get(zone);
	return name === undefined ? undefined : { zone, name, communes: members.get(zone) ?? [] };
}

function groupByZone(communes: readonly Commune[]): Map<string, Commune[]> {
	const members = new Map<string, Commune[]>();
	const add = (zone: string, commune: Commune) => {
		const list = members.get(zone);
		if (list) list.push(commune);
		else members.set(zone, [commune]);
	};
	for (const commune of communes) {
		add(`departement:${commune.departement}`, commune);
		add(`region:${commune.region}`, commune);
		if (commune.epci !== null) add(`epci:${commune.epci}`, commune);
	}
	return members;
}

/** Side of a square of the grid, in degrees. */
const CELL = 0.25;
/** Beyond this many rings of squares the point is at sea: all communes are compared. */
const MAX_RINGS = 20;

function createGrid(communes: readonly Commune[]): (lat: number, lon: number) => Commune {
	if (communes.length === 0) throw new Error("places: no commune");
	const cells = new Map<number, Commune[]>();
	const row = (lat: number) => Math.floor((lat + 90) / CELL);
	const column = (lon: number) => Math.floor((lon + 180) / CELL);
	const keyOf = (i: number, j: number) => i * 10_000 + j;
	for (const commune of communes) {
		const key = keyOf(row(commune.lat), column(commune.lon));
		const cell = cells.get(key);
		if (cell) cell.push(commune);
		else cells.set(key, [commune]);
	}
	return (lat, lon) => {
		let best: Commune | undefined;
		let bestKm = Number.POSITIVE_INFINITY;
		const consider = (candidates: readonly Commune[]) => {
			for (const commune of candidates) {
				const km = distanceKm(lat, lon, commune.lat, commune.lon);
				// Equal distances (neighbours placed at one mean): the lower code, whatever the order of the rows.
				if (km < bestKm || (km === bestKm && best && commune.code < best.code)) {
					best = commune;
					bestKm = km;
				}
			}
		};
		// A degree of longitude is shorter towards the poles: what a ring surely reaches is its width there.
		const ringKm =
			CELL * KM_PER_DEGREE * Math.max(0.05, Math.cos((Math.abs(lat) + 1) * (Math.PI / 180)));
		for (let ring = 0; ring <= MAX_RINGS; ring++) {
			if (best && bestKm <= (ring - 1) * ringKm) return best;
			for (const [i, j] of ringCells(row(lat), column(lon), ring))
				consider(cells.get(keyOf(i, j)) ?? []);
		}
		if (!best || bestKm > MAX_RINGS * ringKm) consider(communes);
		return best ?? (communes[0] as Commune);
	};
}

function ringCells(row: number, column: number, ring: number): [number, number][] {
	if (ring === 0) return [[row, column]];
	const cells: [number, number][] = [];
	for (let step = -ring; step <= ring; step++) {
		cells.push([row - ring, column + step], [row + ring, column + step]);
		if (Math.abs(step) < ring) cells.push([row + step, column - ring], [row + step, column + ring]);
	}
	return cells;
}
