import { distanceKm, KM_PER_DEGREE } from "./geo.ts";
import type { Commune, Places } from "./reference.ts";
import type { Zone } from "./supplier.ts";

/** Where an offer is given, and where its supplier sits. Null: unknown. */
export interface CoveredArea {
	readonly supplierId: number;
	readonly commune: string | null;
	readonly lat: number | null;
	readonly lon: number | null;
	readonly radiusKm: number | null;
	readonly country: boolean;
	readonly zones: readonly Zone[];
}

/** One département: suppliers who declare to serve at least one of its communes, and suppliers seated there who declare nothing. */
export interface DepartementCoverage {
	readonly code: string;
	readonly name: string;
	readonly serving: number;
	readonly undeclared: number;
}

interface Departement {
	readonly code: string;
	readonly name: string;
	readonly communes: readonly Commune[];
	readonly box: readonly [south: number, west: number, north: number, east: number];
}

/** Counts suppliers by département, each once. Nothing declared counts nowhere but at home, apart. */
export function coverByDepartement(
	areas: readonly CoveredArea[],
	places: Places,
	codes: readonly string[],
): DepartementCoverage[] {
	const departements = codes.flatMap((code) => describe(code, places) ?? []);
	const serving = new Map<string, Set<number>>();
	const declaring = new Set<number>();
	const memo = new Map<Zone, readonly string[]>();
	for (const area of areas) {
		const served = servedBy(area, places, departements, memo);
		if (served.size > 0) declaring.add(area.supplierId);
		for (const code of served) add(serving, code, area.supplierId);
	}
	const undeclared = new Map<string, Set<number>>();
	for (const { supplierId, commune } of areas) {
		const home = commune === null ? undefined : places.commune(commune)?.departement;
		if (home !== undefined && !declaring.has(supplierId)) add(undeclared, home, supplierId);
	}
	return departements.map(({ code, name }) => ({
		code,
		name,
		serving: serving.get(code)?.size ?? 0,
		undeclared: undeclared.get(code)?.size ?? 0,
	}));
}

function add(sets: Map<string, Set<number>>, code: string, supplierId: number): void {
	const set = sets.get(code);
	if (set) set.add(supplierId);
	else sets.set(code, new Set([supplierId]));
}

function describe(code: string, places: Places): Departement | null {
	const zone = places.zone(`departement:${code}`);
	if (!zone || zone.communes.length === 0) return null;
	const lats = zone.communes.map((commune) => commune.lat);
	const lons = zone.communes.map((commune) => commune.lon);
	return {
		code,
		name: zone.name,
		communes: zone.communes,
		box: [least(lats), least(lons), greatest(lats), greatest(lons)],
	};
}

function least(values: readonly number[]): number {
	return values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}

function greatest(values: readonly number[]): number {
	return values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
}

function servedBy(
	area: CoveredArea,
	places: Places,
	departements: readonly Departement[],
	memo: Map<Zone, readonly string[]>,
): Set<string> {
	if (area.country) return new Set(departements.map(({ code }) => code));
	const served = new Set<string>();
	for (const zone of area.zones) {
		let codes = memo.get(zone);
		if (codes === undefined) {
			codes = [...new Set(places.zone(zone)?.communes.map((commune) => commune.departement))];
			memo.set(zone, codes);
		}
		for (const code of codes) served.add(code);
	}
	const { lat, lon, radiusKm } = area;
	if (lat !== null && lon !== null && radiusKm !== null) {
		for (const departement of departements) {
			if (!served.has(departement.code) && reaches(departement, lat, lon, radiusKm)) {
				served.add(departement.code);
			}
		}
	}
	return served;
}

/** A commune is inside a circle when its centre is. */
function reaches({ box, communes }: Departement, lat: number, lon: number, km: number): boolean {
	const [south, west, north, east] = box;
	const latMargin = km / KM_PER_DEGREE;
	const lonMargin = latMargin / Math.max(0.05, Math.cos((lat * Math.PI) / 180));
	if (lat < south - latMargin || lat > north + latMargin) return false;
	if (lon < west - lonMargin || lon > east + lonMargin) return false;
	return communes.some((commune) => distanceKm(lat, lon, commune.lat, commune.lon) <= km);
}
