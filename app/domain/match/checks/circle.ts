import { distanceKm, squaredChord, unitVector } from "../../geo.ts";
import type { OfferColumns } from "../columns.ts";
import { FLAG_FIELDS, readFlag } from "../flags.ts";
import { MET, type Outcome, UNKNOWN, UNMET } from "../masks.ts";

/** Limits are inclusive: a distance equal to the radius up to rounding is inside. */
const ROUNDING_KM = 1e-9;

/** Relative width of the band in which chords are too close to the limit to be trusted. */
const CHORD_BAND = 1e-9;

/** Numbers per target: x, y, z, lat, lon, errorKm. */
const SIZE = 6;

/** Points to which the distance of many suppliers is compared. */
export class TargetPoints {
	readonly length: number;
	readonly #points: Float64Array;
	readonly #columns: OfferColumns;
	/** Middle of the targets and the distance within which they all lie, errors included. */
	readonly #middle: readonly [number, number, number];
	readonly #reachKm: number;

	constructor(
		points: readonly { lat: number; lon: number; errorKm: number }[],
		columns: OfferColumns,
	) {
		this.length = points.length;
		this.#columns = columns;
		const lat = points.reduce((sum, point) => sum + point.lat, 0) / points.length;
		const lon = points.reduce((sum, point) => sum + point.lon, 0) / points.length;
		this.#middle = [...unitVector(lat, lon)];
		this.#reachKm = points.reduce(
			(reach, point) => Math.max(reach, distanceKm(lat, lon, point.lat, point.lon) + point.errorKm),
			0,
		);
		this.#points = Float64Array.from(
			points.flatMap(({ lat, lon, errorKm }) => [...unitVector(lat, lon), lat, lon, errorKm]),
		);
	}

	/**
	 * Whether a target is within `km` of an offer's supplier, whose position is known: unknown when the error on the two positions
	 * reaches the limit.
	 * @param chord squaredChord(km), computed once for many
	 */
	within(target: number, row: number, km: number, chord: number): Outcome {
		const { x, y, z, flags } = this.#columns.offers;
		const points = this.#points;
		const t = target * SIZE;
		const dx = (x[row] as number) - (points[t] as number);
		const dy = (y[row] as number) - (points[t + 1] as number);
		const dz = (z[row] as number) - (points[t + 2] as number);
		const squared = dx * dx + dy * dy + dz * dz;
		const exact =
			points[t + 5] === 0 && readFlag(flags[row] as number, FLAG_FIELDS.approximate) === 0;
		if (exact && squared > chord * (1 + CHORD_BAND)) return UNMET;
		if (exact && squared < chord * (1 - CHORD_BAND)) return MET;
		return this.#measured(t, row, km);
	}

	/** Whether every target is surely farther than `km`: a quick answer for the many suppliers of the other end of the country. */
	areFar(row: number, km: number): boolean {
		const { x, y, z, flags } = this.#columns.offers;
		if (readFlag(flags[row] as number, FLAG_FIELDS.approximate) === 1) return false;
		const [cx, cy, cz] = this.#middle;
		const dx = (x[row] as number) - cx;
		const dy = (y[row] as number) - cy;
		const dz = (z[row] as number) - cz;
		return dx * dx + dy * dy + dz * dz > squaredChord(km + this.#reachKm) * (1 + CHORD_BAND);
	}

	/** By the distance itself: near the limit, or with an error. */
	#measured(t: number, row: number, km: number): Outcome {
		const { suppliers, offers } = this.#columns;
		const supplier = offers.supplierRow[row] as number;
		const distance = distanceKm(
			suppliers.lat[supplier] as number,
			suppliers.lon[supplier] as number,
			this.#points[t + 3] as number,
			this.#points[t + 4] as number,
		);
		const errorKm = (suppliers.errorKm[supplier] as number) + (this.#points[t + 5] as number);
		return compareToLimit(distance, errorKm, km);
	}
}

/** A distance known up to an error, against an inclusive limit. */
export function compareToLimit(distance: number, errorKm: number, limitKm: number): Outcome {
	if (distance + errorKm <= limitKm + ROUNDING_KM) return MET;
	return distance - errorKm > limitKm + ROUNDING_KM ? UNMET : UNKNOWN;
}
