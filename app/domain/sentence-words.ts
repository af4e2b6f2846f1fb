import type { Criteria } from "./criteria.ts";
import type { SentenceWords } from "./match/checks/definition.ts";
import type { Places, Taxonomy } from "./reference.ts";
import type { Zone } from "./supplier.ts";

/** Words for the codes in the sentences of checks; a code that is not known stays as it is. */
export function sentenceWords(reference: {
	readonly criteria: Criteria;
	readonly places: Places;
	readonly taxonomy: Taxonomy;
}): SentenceWords {
	return {
		criterion: (code) => reference.criteria.criterionOf(code)?.label ?? code,
		segment: (code) => reference.taxonomy.get(code)?.label ?? code,
		place: (code) =>
			(code.includes(":")
				? reference.places.zone(code as Zone)?.name
				: reference.places.commune(code)?.name) ?? code,
	};
}
