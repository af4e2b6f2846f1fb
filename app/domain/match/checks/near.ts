import { formatKm } from "../../french-format.ts";
import { MET, type Outcome, UNKNOWN, UNMET } from "../masks.ts";

import { distanceToPlace } from "./area.ts";
import { squaredChord, type TargetPoint, targetPoint, withinKm } from "./circle.ts";
import type { CheckDefinition } from "./definition.ts";

export const near: CheckDefinition = {
	id: "near",
	level: "place",
	visibility: "public",
	asked: (_, terms) => terms.nearKm !== null,
	bind(places, terms) {
		const km = terms.nearKm ?? 0;
		const chord = squaredChord(km);
		// A zone is near when all its communes are, partly near when some are.
		const targets: TargetPoint[][] = places.map((place) =>
			place.kind === "site" ? [targetPoint(place)] : place.communes.map(targetPoint),
		);
		return (facts, out) => {
			for (let i = 0; i < targets.length; i++) {
				if (Number.isNaN(facts.x)) {
					out[i] = UNKNOWN;
					continue;
				}
				let some = false;
				let all = true;
				let outcome: Outcome | null = null;
				for (const target of targets[i] as TargetPoint[]) {
					const one = withinKm(facts, target, km, chord);
					if (one !== UNMET) some = true;
					if (one !== MET) all = false;
					if (some && !all) {
						outcome = UNKNOWN;
						break;
					}
				}
				out[i] = outcome ?? (all ? MET : UNMET);
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
