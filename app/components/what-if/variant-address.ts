import type { Scope } from "#app/domain/vocabulary.ts";
import { EDIT_PARAMETER, type Edit, editText } from "#app/domain/what-if/edits.ts";

/** Which answer is looked at. */
export interface Asked {
	readonly id: string;
	readonly scope: Scope;
}

/** The parameters that say what is tried. */
export function variantQuery(scope: Scope, log: readonly Edit[]): URLSearchParams {
	const params = new URLSearchParams(scope === "whole" ? { portee: "tout" } : {});
	for (const edit of log) params.append(EDIT_PARAMETER, editText(edit));
	return params;
}

/** The page of a variant beside the need; `file` is what programs of the page read. */
export function variantAddress(
	{ id, scope }: Asked,
	log: readonly Edit[],
	page: "variantes" | "variante.json" = "variantes",
): string {
	const query = variantQuery(scope, log).toString();
	return `/besoins/${id}/${page}${query === "" ? "" : `?${query}`}`;
}
