import { NNBSP } from "../french-format.ts";
import type { RelaxationChange } from "../match-types.ts";
import type { Need } from "../need.ts";
import { type ChangeNames, changeSentence } from "../relax/change-words.ts";
import type { Edit } from "./edits.ts";

/** How the need says what is tried, without a full stop: « Passages 3 jours par semaine, de 8 h 30 à 10 h 30 ; Groupements admis ». */
export function editsSentence(need: Need, edits: readonly Edit[], names: ChangeNames): string {
	const changes = edits.filter((edit): edit is RelaxationChange => edit.check !== "consortia");
	const together = edits.findLast(({ check }) => check === "consortia");
	return [
		...(changes.length > 0 ? [changeSentence(need, changes, "to", names)] : []),
		...(together ? [together.to === true ? "Groupements admis" : "Sans groupement"] : []),
	].join(`${NNBSP}; `);
}
