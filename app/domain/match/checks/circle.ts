import { distanceKm, squaredChord, unitVector } from "../../geo.ts";
import type { OfferFacts } from "../facts.ts";
import { MET, type Outcome, UNKNOWN, UNMET } from "../masks.ts";

/** Limits are inclusive: a distance equal to the radius up to rounding is inside. */
const ROUNDING_KM = 1e-9;

/** Relative width of the band in which chords are too close to the limit to be trusted. */
const CHORD_BAND = 1e-9;

/** A point to which the distance of many suppliers is compared. */
export interface TargetPoint {
	readonly lat: number;
	readonly lon: number;
	readonly errorKm: number;
	readonly x: number;
	readonly y: number;
	readonly z: number;
}

/** A target point with its place on the unit sphere. */
export function targetPoint(point: { lat: number; lon: number; errorKm: number }): TargetPoint {
	const [x, y, z] = unitVector(point.lat, point.lon);
	return { lat: point.lat, lon: point.lon, errorKm: point.errorKm, x, y, z };
}

/**
 * Whether a point is within `km` of the supplier: unknown when the error on the two positions reaches the limit.
 * The supplier's position must be known. `chord` = squaredChord(km), computed once per offer.
 */
export function withinKm(
	facts: OfferFacts,
	target: TargetPoint,
	km: number,
	chord: number,
): Outcome {
	const errorKm = facts.errorKm + target.errorKm;
	if (errorKm === 0) {
		const dx = facts.x - target.x;
		const dy = facts.y - target.y;
		const dz = facts.z - target.z;
		const squared = dx * dx + dy * dy + dz * dz;
		if (squared > chord * (1 + CHORD_BAND)) return UNMET;
		if (squared < chord * (1 - CHORD_BAND)) return MET;
	}
	return compareToLimit(distanceKm(facts.lat, facts.lon, target.lat, target.lon), errorKm, km);
}

/** A distance known up to an error, against an inclusive limit. */
export function compareToLimit(distance: number, errorKm: number, limitKm: number): Outcome {
	if (distance + errorKm <= limitKm + ROUNDING_KM) return MET;
	return distance - errorKm > limitKm + ROUNDING_KM ? UNMET : UNKNOWN;
}

export { squaredChord };
