import { distanceKm } from "../../geo.ts";
import type { OfferColumns } from "../columns.ts";
import type { OfferFacts } from "../facts.ts";
import { MET, type Outcome, UNKNOWN, UNMET } from "../masks.ts";
import { communeKey, zonesOf } from "../place-keys.ts";
import type { Terms, ZonePlace } from "../prepared.ts";
import { squaredChord, targetPoint, withinKm } from "./circle.ts";
import type { EvaluatePlaces } from "./definition.ts";

const NOWHERE = 0;
const EVERYWHERE = 1;

/** Area served against a whole zone: full (met), partial (unknown) or none (unmet). A commune is inside a circle when its centre is. */
export function bindZone(place: ZonePlace, terms: Terms, columns: OfferColumns): EvaluatePlaces {
	const targets = place.communes.map(targetPoint);
	const keys = new Set(place.communes.map((commune) => communeKey(commune.code)));
	const cover = bindZoneCover(place, columns);
	const covered = new Uint8Array(targets.length);

	/** Quick answer from the circle that holds the zone; null when the communes must be looked at one by one. */
	function quick(facts: OfferFacts, limitKm: number): Outcome | null {
		const centre = distanceKm(facts.lat, facts.lon, place.lat, place.lon);
		const slack = place.reachKm + facts.errorKm;
		if (centre + slack <= limitKm) return MET;
		return centre - slack > limitKm ? UNMET : null;
	}

	function withUndeclared(facts: OfferFacts, ownCommune: boolean): Outcome {
		if (Number.isNaN(facts.x) || ownCommune) return UNKNOWN;
		const limitKm = terms.undeclaredKm;
		const far = quick(facts, limitKm);
		if (far !== null) return far === MET ? UNKNOWN : UNMET;
		const chord = squaredChord(limitKm);
		return targets.some((target) => withinKm(facts, target, limitKm, chord) !== UNMET)
			? UNKNOWN
			: UNMET;
	}

	function evaluate(facts: OfferFacts): Outcome {
		if (facts.country) return MET;
		const ownCommune = keys.has(facts.commune);
		if (!facts.areaDeclared) return withUndeclared(facts, ownCommune);
		const byZones = cover(facts, covered);
		if (byZones === MET) return MET;
		if (!Number.isNaN(facts.radiusKm)) {
			if (Number.isNaN(facts.x)) return UNKNOWN;
			const circle = quick(facts, facts.radiusKm);
			if (circle === MET) return MET;
			if (circle === null) {
				const both = byCircle(facts, byZones === UNKNOWN);
				if (both !== UNMET) return both;
			}
		}
		return byZones === UNKNOWN || ownCommune ? UNKNOWN : UNMET;
	}

	/** Coverage by the circle and the communes already covered by zones. */
	function byCircle(facts: OfferFacts, someCovered: boolean): Outcome {
		const chord = squaredChord(facts.radiusKm);
		let inside = someCovered;
		let outside = false;
		for (let i = 0; i < targets.length; i++) {
			if (someCovered && covered[i] === 1) continue;
			const outcome = withinKm(
				facts,
				targets[i] as (typeof targets)[number],
				facts.radiusKm,
				chord,
			);
			if (outcome === UNKNOWN) return UNKNOWN;
			if (outcome === MET) inside = true;
			else outside = true;
			if (inside && outside) return UNKNOWN;
		}
		return outside ? UNMET : MET;
	}

	return (facts, out) => {
		out[0] = evaluate(facts);
	};
}

/** Coverage of the needed zone by the offer's zones: met when every commune is in one, unmet when none is; marks those that are. */
function bindZoneCover(
	place: ZonePlace,
	columns: OfferColumns,
): (facts: OfferFacts, covered: Uint8Array) => Outcome {
	const communesOfZone = new Map<number, number[]>();
	place.communes.forEach((commune, i) => {
		for (const zone of zonesOf(commune)) {
			const number = columns.zoneNumber(zone);
			if (number === undefined) continue;
			const list = communesOfZone.get(number);
			if (list) list.push(i);
			else communesOfZone.set(number, [i]);
		}
	});
	const total = place.communes.length;
	// Per zone number: nowhere in the needed zone, everywhere, or 2 + the rank of its list of communes.
	const shape = new Int32Array(columns.zoneCount);
	const lists: number[][] = [];
	for (const [number, list] of communesOfZone) {
		shape[number] = list.length === total ? EVERYWHERE : lists.push(list) + 1;
	}
	const { values, offsets } = columns.sets.zones;
	return (facts, covered) => {
		if (facts.zones < 0 || communesOfZone.size === 0) return UNMET;
		let count = 0;
		covered.fill(0);
		const end = offsets[facts.zones + 1] as number;
		for (let v = offsets[facts.zones] as number; v < end; v++) {
			const code = shape[values[v] as number] as number;
			if (code === NOWHERE) continue;
			if (code === EVERYWHERE) return MET;
			for (const i of lists[code - 2] as number[]) {
				if (covered[i] === 0) count++;
				covered[i] = 1;
			}
		}
		if (count === total) return MET;
		return count === 0 ? UNMET : UNKNOWN;
	};
}
