import { formatKm } from "../../french-format.ts";
import { squaredChord } from "../../geo.ts";
import { MET, type Outcome, UNKNOWN, UNMET } from "../masks.ts";
import { distanceToPlace } from "./area.ts";
import { TargetPoints } from "./circle.ts";
import type { CheckDefinition } from "./definition.ts";
import { addOutcome } from "./rows.ts";

export const near: CheckDefinition = {
	id: "near",
	level: "place",
	visibility: "public",
	asked: (_, terms) => terms.nearKm !== null,
	bind(places, terms, columns, bit) {
		const km = terms.nearKm ?? 0;
		const chord = squaredChord(km);
		// A zone is near when all its communes are, partly near when some are.
		const targets = places.map(
			(place) => new TargetPoints(place.kind === "site" ? [place] : place.communes, columns),
		);
		const { x } = columns.offers;
		return (start, count, out) => {
			for (let i = 0; i < count; i++) {
				const row = start + i;
				for (let p = 0; p < targets.length; p++) {
					const outcome = Number.isNaN(x[row] as number)
						? UNKNOWN
						: allWithin(targets[p] as TargetPoints, row, km, chord);
					addOutcome(out, i * targets.length + p, outcome, bit);
				}
			}
		};
	},
	explain({ position, place, terms }) {
		const km = terms.nearKm ?? 0;
		const distance = position ? distanceToPlace(position, place) : null;
		return {
			asked: km,
			offered: distance,
			margin: distance === null ? null : km - distance,
			fact: "lat",
		};
	},
	sentence(result, verdict) {
		const asked = formatKm(result.asked as number);
		if (typeof result.offered !== "number") {
			return `son adresse n’est pas connue\u202f; vous demandez un siège à moins de ${asked}`;
		}
		const offered = formatKm(result.offered);
		if (verdict === "met") return `son siège est à ${offered}, dans les ${asked} demandés`;
		if (verdict === "unmet") {
			return `son siège est à ${offered}\u202f; vous demandez ${asked} au plus`;
		}
		return `son siège est à ${offered} environ\u202f; vous demandez ${asked} au plus`;
	},
	relaxation: { nature: "need", step: { type: "raise", increment: 5 } },
};

function allWithin(targets: TargetPoints, row: number, km: number, chord: number): Outcome {
	let some = false;
	let all = true;
	for (let t = 0; t < targets.length; t++) {
		const outcome = targets.within(t, row, km, chord);
		if (outcome !== UNMET) some = true;
		if (outcome !== MET) all = false;
		if (some && !all) return UNKNOWN;
	}
	return all ? MET : UNMET;
}
