import type { RelaxationChange } from "../match-types.ts";
import { sameValue } from "../relax/fact-values.ts";

/**
 * What somebody tries on a need, one thing after the other, as an address holds it. Each edit is told from the need as it stands: the
 * last word on a condition wins, and taking back is leaving out the last.
 */
export interface Edit extends Omit<RelaxationChange, "check"> {
	/** `consortia` is no check: it says whether suppliers may answer together. */
	readonly check: RelaxationChange["check"] | "consortia";
}

/** Name of the parameter, repeated, in their order. */
export const EDIT_PARAMETER = "si";
/** `daysPerWeek~n1~~5~3`. */
export function editText({ check, service, cell, from, to }: Edit): string {
	return [check, service ?? "", cell ?? "", JSON.stringify(from), JSON.stringify(to)].join("~");
}

/** Whether two edits speak of the same condition of the need. */
export function sameSubject(a: Edit, b: Edit): boolean {
	return (
		a.check === b.check && a.service === b.service && a.cell === b.cell && sameValue(a.from, b.from)
	);
}

/** What is changed in the end: the last word on each condition, unless it is the need's own. */
export function standingEdits(log: readonly Edit[]): readonly Edit[] {
	return log.filter(
		(edit, at) =>
			!sameValue(edit.from, edit.to) &&
			!log.slice(at + 1).some((later) => sameSubject(edit, later)),
	);
}

/** Whether two lists of standing edits make the same need. */
export function sameEdits(a: readonly Edit[], b: readonly Edit[]): boolean {
	const texts = (edits: readonly Edit[]) => edits.map(editText).sort().join("\n");
	return texts(a) === texts(b);
}
