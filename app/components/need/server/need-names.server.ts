import type { NeedNames } from "#app/domain/need-form/asked-words.ts";
import { regimeOn } from "#app/domain/regimes.ts";
import { RESERVATIONS } from "#app/domain/vocabulary.ts";
import type { Services } from "#app/services.server.ts";

/** Names of what a need mentions, from the reference data, on an ISO date. */
export function needNames({ reference }: Services, on: string): NeedNames {
	return {
		segment: (code) => reference.taxonomy.get(code)?.label ?? code,
		criterion: (code) => reference.criteria.criterionOf(code)?.label ?? code,
		article(reservation) {
			const known = RESERVATIONS.find((one) => one === reservation);
			return known ? (regimeOn(known, on)?.article ?? "") : "";
		},
	};
}
