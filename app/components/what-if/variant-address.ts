import type { Scope } from "#app/domain/vocabulary.ts";
import { EDIT_PARAMETER, type Edit, editText } from "#app/domain/what-if/edits.ts";

/** Name of the parameter, repeated, that says what stands on the other side. */
export const AGAINST_PARAMETER = "contre";

/** Which answer is looked at. */
export interface Asked {
	readonly id: string;
	readonly scope: Scope;
	/** What is tried on the other side of a comparison; none is the need as it stands. */
	readonly against: readonly Edit[];
}

/** The page of a variant beside the need. */
export function variantAddress({ id, scope, against }: Asked, log: readonly Edit[]): string {
	const params = variantQuery(scope, log);
	for (const edit of against) params.append(AGAINST_PARAMETER, editText(edit));
	return address(id, "variantes", params);
}

/** The questions to put to those of whom something is not known. */
export function questionsAddress({ id, scope }: Pick<Asked, "id" | "scope">): string {
	return address(id, "questions", variantQuery(scope, []));
}

/** What the panel asks while one turns its controls: where the need would stand, and the marks from there. */
export function liveAddress(
	file: "variante.json" | "reperes.json",
	{ id, scope }: Asked,
	log: readonly Edit[],
): string {
	return address(id, file, variantQuery(scope, log));
}

function variantQuery(scope: Scope, log: readonly Edit[]): URLSearchParams {
	const params = new URLSearchParams(scope === "whole" ? { portee: "tout" } : {});
	for (const edit of log) params.append(EDIT_PARAMETER, editText(edit));
	return params;
}

function address(id: string, page: string, params: URLSearchParams): string {
	const query = params.toString();
	return `/besoins/${id}/${page}${query === "" ? "" : `?${query}`}`;
}
