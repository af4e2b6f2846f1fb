import type { OfferColumns } from "../columns.ts";
import type { OfferFacts } from "../facts.ts";
import { MET, UNKNOWN, UNMET } from "../masks.ts";
import { communeKey, zonesOf } from "../place-keys.ts";
import type { SitePlace, Terms } from "../prepared.ts";
import { squaredChord, targetPoint, withinKm } from "./circle.ts";
import type { EvaluatePlaces } from "./definition.ts";

/** Area served against a list of sites. */
export function bindSites(
	sites: readonly SitePlace[],
	terms: Terms,
	columns: OfferColumns,
): EvaluatePlaces {
	const targets = sites.map(targetPoint);
	const communes = Int32Array.from(sites, (site) => communeKey(site.commune.code));
	const zoneHits = bindZoneHits(sites, columns);
	const undeclaredChord = squaredChord(terms.undeclaredKm);
	const hit = new Uint8Array(sites.length);

	return (facts, out) => {
		if (facts.country) {
			out.fill(MET, 0, targets.length);
			return;
		}
		const anyHit = zoneHits(facts, hit);
		const located = !Number.isNaN(facts.x);
		const circle = !Number.isNaN(facts.radiusKm);
		// With nothing declared, the limit is the distance at which a supplier is still worth asking.
		const limitKm = circle ? facts.radiusKm : terms.undeclaredKm;
		const chord = circle ? squaredChord(limitKm) : undeclaredChord;
		const measured = located && (circle || !facts.areaDeclared);
		for (let i = 0; i < targets.length; i++) {
			if (anyHit && hit[i] === 1) {
				out[i] = MET;
				continue;
			}
			if (!located && (circle || !facts.areaDeclared)) {
				out[i] = UNKNOWN;
				continue;
			}
			if (measured) {
				const inside = withinKm(facts, targets[i] as (typeof targets)[number], limitKm, chord);
				if (inside !== UNMET) {
					out[i] = circle ? inside : UNKNOWN;
					continue;
				}
			}
			out[i] = facts.commune !== 0 && facts.commune === communes[i] ? UNKNOWN : UNMET;
		}
	};
}

/** Marks the sites that lie in one of the offer's zones; tells whether there is any. */
function bindZoneHits(
	sites: readonly SitePlace[],
	columns: OfferColumns,
): (facts: OfferFacts, hit: Uint8Array) => boolean {
	// Per zone number: 0, or 1 + the rank of its list of sites.
	const listOfZone = new Int32Array(columns.zoneCount);
	const lists: number[][] = [];
	sites.forEach((site, i) => {
		for (const zone of zonesOf(site.commune)) {
			const number = columns.zoneNumber(zone);
			if (number === undefined) continue;
			const rank = listOfZone[number] as number;
			if (rank === 0) listOfZone[number] = lists.push([i]);
			else lists[rank - 1]?.push(i);
		}
	});
	const { values, offsets } = columns.sets.zones;
	return (facts, hit) => {
		if (facts.zones < 0 || lists.length === 0) return false;
		let any = false;
		const end = offsets[facts.zones + 1] as number;
		for (let v = offsets[facts.zones] as number; v < end; v++) {
			const rank = listOfZone[values[v] as number] as number;
			if (rank === 0) continue;
			if (!any) {
				hit.fill(0);
				any = true;
			}
			for (const i of lists[rank - 1] as number[]) hit[i] = 1;
		}
		return any;
	};
}
