import { distanceKm, squaredChord } from "../../geo.ts";
import type { OfferColumns } from "../columns.ts";
import { FLAG_FIELDS, readFlag } from "../flags.ts";
import { type CheckMask, MET, type Outcome, UNKNOWN, UNMET } from "../masks.ts";
import { communeKey, zonesOf } from "../place-keys.ts";
import type { Terms, ZonePlace } from "../prepared.ts";
import { TargetPoints } from "./circle.ts";
import { addOutcome, type EvaluateRows } from "./rows.ts";

/** Area served against a whole zone: full (met), partial (unknown) or none (unmet). A commune is inside a circle when its centre is. */
export function bindZone(
	place: ZonePlace,
	terms: Terms,
	columns: OfferColumns,
	bit: CheckMask,
): EvaluateRows {
	const judge = new ZoneJudge(place, terms, columns);
	return (start, count, out) => {
		for (let i = 0; i < count; i++) addOutcome(out, i, judge.outcome(start + i), bit);
	};
}

const NOWHERE = 0;
const EVERYWHERE = 1;

class ZoneJudge {
	readonly #place: ZonePlace;
	readonly #terms: Terms;
	readonly #columns: OfferColumns;
	readonly #targets: TargetPoints;
	readonly #communes: ReadonlySet<number>;
	/** Per zone number: nowhere in the needed zone, everywhere, or 2 + the rank of its list of communes. */
	readonly #shape: Int32Array;
	readonly #lists: number[][] = [];
	/** Per commune, after `#byZones`: 1 when one of the offer's zones holds it. */
	readonly #covered: Uint8Array;

	constructor(place: ZonePlace, terms: Terms, columns: OfferColumns) {
		this.#place = place;
		this.#terms = terms;
		this.#columns = columns;
		this.#targets = new TargetPoints(place.communes, columns);
		this.#communes = new Set(place.communes.map((commune) => communeKey(commune.code)));
		this.#covered = new Uint8Array(place.communes.length);
		this.#shape = new Int32Array(columns.zoneCount);
		const communesOfZone = new Map<number, number[]>();
		place.communes.forEach((commune, c) => {
			for (const zone of zonesOf(commune)) {
				const number = columns.zoneNumber(zone);
				if (number === undefined) continue;
				const list = communesOfZone.get(number);
				if (list) list.push(c);
				else communesOfZone.set(number, [c]);
			}
		});
		for (const [number, list] of communesOfZone) {
			const whole = list.length === place.communes.length;
			this.#shape[number] = whole ? EVERYWHERE : this.#lists.push(list) + 1;
		}
	}

	outcome(row: number): Outcome {
		const { offers } = this.#columns;
		const flags = offers.flags[row] as number;
		if (readFlag(flags, FLAG_FIELDS.country) === 1) return MET;
		const ownCommune = this.#communes.has(offers.commune[row] as number);
		const located = !Number.isNaN(offers.x[row] as number);
		if (readFlag(flags, FLAG_FIELDS.areaDeclared) === 0) {
			return !located || ownCommune ? UNKNOWN : this.#undeclared(row);
		}
		const byZones = this.#byZones(offers.zones[row] as number);
		if (byZones === MET) return MET;
		const radius = offers.radiusKm[row] as number;
		if (!Number.isNaN(radius)) {
			if (!located) return UNKNOWN;
			const both = this.#byCircle(row, radius, byZones === UNKNOWN);
			if (both !== UNMET) return both;
		}
		return byZones === UNKNOWN || ownCommune ? UNKNOWN : UNMET;
	}

	/** Nothing declared: worth asking when some commune is near enough. */
	#undeclared(row: number): Outcome {
		const limitKm = this.#terms.undeclaredKm;
		const far = this.#quick(row, limitKm);
		if (far !== null) return far === MET ? UNKNOWN : UNMET;
		const chord = squaredChord(limitKm);
		for (let c = 0; c < this.#targets.length; c++) {
			if (this.#targets.within(c, row, limitKm, chord) !== UNMET) return UNKNOWN;
		}
		return UNMET;
	}

	/** Coverage by the offer's zones: met when every commune is in one, unmet when none is; marks those that are. */
	#byZones(set: number): Outcome {
		if (set < 0) return UNMET;
		const { values, offsets } = this.#columns.sets.zones;
		const end = offsets[set + 1] as number;
		let count = 0;
		for (let v = offsets[set] as number; v < end; v++) {
			const code = this.#shape[values[v] as number] as number;
			if (code === NOWHERE) continue;
			if (code === EVERYWHERE) return MET;
			if (count === 0) this.#covered.fill(0);
			for (const c of this.#lists[code - 2] as number[]) {
				if (this.#covered[c] === 0) count++;
				this.#covered[c] = 1;
			}
		}
		if (count === this.#targets.length) return MET;
		return count === 0 ? UNMET : UNKNOWN;
	}

	/** Coverage by the circle, with the communes already covered by zones. */
	#byCircle(row: number, radiusKm: number, someCovered: boolean): Outcome {
		const quick = this.#quick(row, radiusKm);
		if (quick === MET) return MET;
		if (quick === UNMET) return someCovered ? UNKNOWN : UNMET;
		const chord = squaredChord(radiusKm);
		let inside = someCovered;
		let outside = false;
		for (let c = 0; c < this.#targets.length; c++) {
			if (someCovered && this.#covered[c] === 1) continue;
			const outcome = this.#targets.within(c, row, radiusKm, chord);
			if (outcome === UNKNOWN) return UNKNOWN;
			if (outcome === MET) inside = true;
			else outside = true;
			if (inside && outside) return UNKNOWN;
		}
		return outside ? UNMET : MET;
	}

	/** Answer from the circle that holds the whole zone; null when its communes must be looked at one by one. */
	#quick(row: number, limitKm: number): Outcome | null {
		const { suppliers, offers } = this.#columns;
		const supplier = offers.supplierRow[row] as number;
		const { lat, lon, reachKm } = this.#place;
		const centre = distanceKm(
			suppliers.lat[supplier] as number,
			suppliers.lon[supplier] as number,
			lat,
			lon,
		);
		const slack = reachKm + (suppliers.errorKm[supplier] as number);
		if (centre + slack <= limitKm) return MET;
		return centre - slack > limitKm ? UNMET : null;
	}
}
