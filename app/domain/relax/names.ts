import type { Criteria } from "../criteria.ts";
import { CONDITION_NAMES } from "../need-answer/removed-words.ts";
import type { Places, Taxonomy } from "../reference.ts";
import { regimeOn } from "../regimes.ts";
import { sentenceWords } from "../sentence-words.ts";
import { RESERVATIONS } from "../vocabulary.ts";
import type { ChangeNames } from "./change-words.ts";
import type { QuestionNames } from "./question-words.ts";

/** Names of what changes and questions mention, from the reference data, on an ISO date. */
export function relaxNames(
	reference: {
		readonly criteria: Criteria;
		readonly places: Places;
		readonly taxonomy: Taxonomy;
	},
	on: string,
): ChangeNames & QuestionNames {
	return {
		...sentenceWords(reference),
		questionOf: (code) => reference.criteria.criterionOf(code)?.question ?? null,
		check: (check) => CONDITION_NAMES[check],
		article(reservation) {
			const known = RESERVATIONS.find((one) => one === reservation);
			return known ? (regimeOn(known, on)?.article ?? "") : "";
		},
	};
}
