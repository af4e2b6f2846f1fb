import { distanceKm, KM_PER_DEGREE } from "#app/domain/geo.ts";
import { OFFER_COUNTRY, type SearchColumns } from "./columns.server.ts";
import type { Filters } from "./filters.server.ts";

/** A metre: what the difference of latitudes may be wrong by. */
const SLACK_KM = 0.001;

/** 1 for an offer that serves the commune asked, and for a row that has one. Empty when no commune is asked. */
export interface Serving {
	readonly offers: Uint8Array;
	readonly rows: Uint8Array;
}

/**
 * An offer serves a commune when the area it declares holds it: the whole country, one of the zones that hold it, or its centre in the
 * circle round the establishment, limit included. A radius without position holds nothing.
 */
export function offersServing(columns: SearchColumns, serves: Filters["serves"]): Serving {
	if (serves === null) return { offers: new Uint8Array(0), rows: new Uint8Array(0) };
	const served = new Uint8Array(columns.offerSegment.length);
	const rows = new Uint8Array(columns.size);
	const lats = columns.lat.view();
	const lons = columns.lon.view();
	const starts = columns.offerStart.view();
	const ends = columns.offerEnd.view();
	const flags = columns.offerFlags.view();
	const radii = columns.offerRadiusKm.view();
	const zoneStarts = columns.offerZoneStart.view();
	const zoneEnds = columns.offerZoneEnd.view();
	const zones = columns.servedZones.view();
	for (let row = 0; row < columns.size; row++) {
		const lat = lats[row] as number;
		// Most circles are too far north or south: their true distance is never needed.
		const northSouthKm = Math.abs(lat - serves.lat) * KM_PER_DEGREE - SLACK_KM;
		let km = -1;
		const end = ends[row] as number;
		for (let offer = starts[row] as number; offer < end; offer++) {
			if ((flags[offer] as number) & OFFER_COUNTRY) {
				served[offer] = 1;
				rows[row] = 1;
				continue;
			}
			const radiusKm = radii[offer] as number;
			// NaN, no position, is within no distance.
			if (radiusKm > 0 && northSouthKm <= radiusKm) {
				if (km < 0) km = distanceKm(serves.lat, serves.lon, lat, lons[row] as number);
				if (km <= radiusKm) {
					served[offer] = 1;
					rows[row] = 1;
					continue;
				}
			}
			const lastZone = zoneEnds[offer] as number;
			for (let i = zoneStarts[offer] as number; i < lastZone; i++) {
				if (serves.zones[zones[i] as number] !== 1) continue;
				served[offer] = 1;
				rows[row] = 1;
			}
		}
	}
	return { offers: served, rows };
}
