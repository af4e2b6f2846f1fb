import { squaredChord } from "../../geo.ts";
import type { OfferColumns } from "../columns.ts";
import { FLAG_FIELDS, readFlag } from "../flags.ts";
import { type CheckMask, MET, type Outcome, UNKNOWN, UNMET } from "../masks.ts";
import { communeKey, zonesOf } from "../place-keys.ts";
import type { SitePlace, Terms } from "../prepared.ts";
import { TargetPoints } from "./circle.ts";
import { addOutcome, type EvaluateRows } from "./rows.ts";

/** Area served against a list of sites. Verdicts of row i on site p stand at `i · sites + p`. */
export function bindSites(
	sites: readonly SitePlace[],
	terms: Terms,
	columns: OfferColumns,
	bit: CheckMask,
): EvaluateRows {
	const targets = new TargetPoints(sites, columns);
	const communes = Int32Array.from(sites, (site) => communeKey(site.commune.code));
	const zones = new SiteZones(sites, columns);
	const undeclaredChord = squaredChord(terms.undeclaredKm);
	const { flags, radiusKm, x, commune: communeOf } = columns.offers;

	return (start, count, out) => {
		for (let i = 0; i < count; i++) {
			const row = start + i;
			const packed = flags[row] as number;
			if (readFlag(packed, FLAG_FIELDS.country) === 1) continue;
			const declared = readFlag(packed, FLAG_FIELDS.areaDeclared) === 1;
			const radius = radiusKm[row] as number;
			const circle = !Number.isNaN(radius);
			// With nothing declared, the limit is the distance at which a supplier is still worth asking.
			const limitKm = circle ? radius : terms.undeclaredKm;
			const chord = circle ? squaredChord(limitKm) : undeclaredChord;
			const measured = circle || !declared;
			const located = !Number.isNaN(x[row] as number);
			const commune = communeOf[row] as number;
			const anyHit = zones.mark(row);
			const far = measured && located && targets.areFar(row, limitKm);
			for (let p = 0; p < targets.length; p++) {
				if (anyHit && zones.hit[p] === 1) continue;
				let outcome: Outcome = UNMET;
				if (measured && !located) outcome = UNKNOWN;
				else if (measured && !far) {
					outcome = targets.within(p, row, limitKm, chord);
					if (outcome === MET && !circle) outcome = UNKNOWN;
				}
				// Outside of what it declares, its own commune is worth a question: it has its seat there.
				if (outcome === UNMET && commune === communes[p]) outcome = UNKNOWN;
				addOutcome(out, i * targets.length + p, outcome, bit);
			}
		}
	};
}

/** Which sites lie in an offer's zones. */
class SiteZones {
	/** Per site, after `mark`: 1 when it lies in one of the zones. */
	readonly hit: Uint8Array;
	/** Per zone number: 0, or 1 + the rank of its list of sites. */
	readonly #listOfZone: Int32Array;
	readonly #lists: number[][] = [];
	readonly #zonesOfRow: Int32Array<ArrayBufferLike>;
	readonly #sets: OfferColumns["sets"]["zones"];

	constructor(sites: readonly SitePlace[], columns: OfferColumns) {
		this.hit = new Uint8Array(sites.length);
		this.#listOfZone = new Int32Array(columns.zoneCount);
		this.#zonesOfRow = columns.offers.zones;
		this.#sets = columns.sets.zones;
		sites.forEach((site, p) => {
			for (const zone of zonesOf(site.commune)) {
				const number = columns.zoneNumber(zone);
				if (number === undefined) continue;
				const rank = this.#listOfZone[number] as number;
				if (rank === 0) this.#listOfZone[number] = this.#lists.push([p]);
				else this.#lists[rank - 1]?.push(p);
			}
		});
	}

	/** Marks the sites in the zones of a row; false when there is none, and `hit` is then left as it was. */
	mark(row: number): boolean {
		const set = this.#zonesOfRow[row] as number;
		if (set < 0 || this.#lists.length === 0) return false;
		const { values, offsets } = this.#sets;
		const end = offsets[set + 1] as number;
		let any = false;
		for (let v = offsets[set] as number; v < end; v++) {
			const rank = this.#listOfZone[values[v] as number] as number;
			if (rank === 0) continue;
			if (!any) this.hit.fill(0);
			any = true;
			for (const p of this.#lists[rank - 1] as number[]) this.hit[p] = 1;
		}
		return any;
	}
}
