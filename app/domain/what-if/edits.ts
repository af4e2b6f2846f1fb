import { z } from "zod";
import { AppError } from "../errors.ts";
import type { FactValue, RelaxationChange } from "../match-types.ts";
import type { Need } from "../need.ts";
import { applyChanges } from "../relax/apply.ts";
import { sameValue } from "../relax/change-value.ts";
import { CHECK_IDS } from "../vocabulary.ts";

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
const MAX_EDITS = 200;
const PARTS = /^([A-Za-z]+)~([a-z0-9-]*)~([a-z0-9-/]*)~([^~]+)~([^~]+)$/;

const factSchema: z.ZodType<FactValue> = z.json();

/** `daysPerWeek~n1~~5~3`. */
export function editText({ check, service, cell, from, to }: Edit): string {
	return [check, service ?? "", cell ?? "", JSON.stringify(from), JSON.stringify(to)].join("~");
}

/** @throws {AppError} "bad-input" naming the value that is no edit */
export function readEdits(texts: readonly string[]): readonly Edit[] {
	if (texts.length > MAX_EDITS) throw refused(`${texts.length} valeurs, ${MAX_EDITS} au plus`);
	return texts.map((text) => {
		const [, name, service, cell, before, after] = PARTS.exec(text) ?? [];
		const check = [...CHECK_IDS, "consortia" as const].find((one) => one === name);
		const from = parsed(before);
		const to = parsed(after);
		if (check === undefined || from === undefined || to === undefined) throw refused(text);
		return { check, service: service || null, cell: cell || null, from, to };
	});
}

function parsed(json: string | undefined): FactValue | undefined {
	try {
		const value = factSchema.safeParse(JSON.parse(json ?? ""));
		return value.success ? value.data : undefined;
	} catch {
		return undefined;
	}
}

function refused(text: string): AppError {
	const message = `«\u202f${text.slice(0, 200)}\u202f» n’est pas un changement que l’on peut essayer.`;
	return new AppError("bad-input", {}, { problems: [{ path: EDIT_PARAMETER, message }] });
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

/** The need with what is tried on it. */
export function editedNeed(need: Need, log: readonly Edit[]): Need {
	const edits = standingEdits(log);
	const together = edits.findLast(({ check }) => check === "consortia");
	const changes = edits.filter((edit): edit is RelaxationChange => edit.check !== "consortia");
	const changed = applyChanges(need, changes);
	return together ? { ...changed, consortiaAllowed: together.to === true } : changed;
}

/** Whether two lists of standing edits make the same need. */
export function sameEdits(a: readonly Edit[], b: readonly Edit[]): boolean {
	const texts = (edits: readonly Edit[]) => edits.map(editText).sort().join("\n");
	return texts(a) === texts(b);
}
