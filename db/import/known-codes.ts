import segments from "#app/domain/reference/segments.json" with { type: "json" };
import type { KnownCodes } from "#app/domain/upkeep/check-supplier.ts";
import type { RawDb } from "../open.server.ts";
import type { CommunePoint } from "./project.ts";

/** What checking and projecting a supplier needs of the reference data; plain, so that threads can have it. */
export interface ImportReference {
	/** By INSEE code, old, delegated and arrondissement codes included. */
	readonly points: ReadonlyMap<string, CommunePoint>;
	/** `epci:…`, `departement:…`, `region:…`. */
	readonly zones: ReadonlySet<string>;
	readonly segments: ReadonlySet<string>;
}

/** @throws when the reference data is not loaded */
export function loadImportReference(raw: RawDb): ImportReference {
	const rows = raw
		.prepare(
			`SELECT place.code AS given, current.code, current.name, current.lat, current.lon, current.error_km AS errorKm
			FROM place JOIN place AS current ON current.code = coalesce(place.parent_code, place.code)`,
		)
		.iterate() as IterableIterator<CommunePoint & { given: string }>;
	const points = new Map<string, CommunePoint>();
	for (const { given, ...point } of rows) points.set(given, point);
	if (points.size === 0) {
		throw new Error("import: the places of the reference data are not loaded in this database");
	}
	return {
		points,
		zones: new Set(raw.prepare("SELECT zone FROM zone").pluck().all() as string[]),
		segments: new Set(segments.map(({ code }) => code)),
	};
}

export function knownCodes({ points, zones, segments }: ImportReference): KnownCodes {
	return { communes: points, zones, segments };
}
