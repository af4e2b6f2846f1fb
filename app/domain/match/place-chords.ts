import { unitVector } from "../geo.ts";
import type { OfferColumns } from "./columns.ts";
import type { Place } from "./prepared.ts";

/** Squares of chords to the nearest place of a need: they order as distances do. Infinite when a position is unknown. */
export class PlaceChords {
	/** x, y, z of each place; a zone by its middle. */
	readonly #points: Float64Array;

	constructor(places: readonly Place[]) {
		this.#points = Float64Array.from(
			places.flatMap((place) => [...unitVector(place.lat, place.lon)]),
		);
	}

	/** From the supplier of an offer. */
	toOffer({ offers }: OfferColumns, row: number): number {
		return this.#nearest(offers.x[row] as number, offers.y[row] as number, offers.z[row] as number);
	}

	/** From the supplier of an offer to one place, by its rank among them. */
	fromOfferTo({ offers }: OfferColumns, row: number, place: number): number {
		const [x, y, z] = [offers.x[row] as number, offers.y[row] as number, offers.z[row] as number];
		const from = place * 3;
		return this.#nearest(x, y, z, from, from + 3);
	}

	/** From a supplier. */
	toSupplier({ suppliers }: OfferColumns, row: number): number {
		const [x, y, z] = unitVector(suppliers.lat[row] as number, suppliers.lon[row] as number);
		return this.#nearest(x, y, z);
	}

	#nearest(x: number, y: number, z: number, from = 0, end = this.#points.length): number {
		const points = this.#points;
		let nearest = Number.POSITIVE_INFINITY;
		for (let i = from; i < end; i += 3) {
			const dx = x - (points[i] as number);
			const dy = y - (points[i + 1] as number);
			const dz = z - (points[i + 2] as number);
			const squared = dx * dx + dy * dy + dz * dz;
			if (squared < nearest) nearest = squared;
		}
		return nearest;
	}
}
