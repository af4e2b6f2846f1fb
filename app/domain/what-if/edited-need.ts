import type { RelaxationChange } from "../match-types.ts";
import type { Need } from "../need.ts";
import { applyChanges } from "../relax/apply.ts";
import { type Edit, standingEdits } from "./edits.ts";

/** The need with what is tried on it. */
export function editedNeed(need: Need, log: readonly Edit[]): Need {
	const edits = standingEdits(log);
	const together = edits.findLast(({ check }) => check === "consortia");
	const changes = edits.filter((edit): edit is RelaxationChange => edit.check !== "consortia");
	const changed = applyChanges(need, changes);
	return together ? { ...changed, consortiaAllowed: together.to === true } : changed;
}
