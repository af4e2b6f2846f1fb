import type { DirectoryQuery } from "#app/domain/directory.ts";
import { readDirectoryQuery } from "#app/domain/directory-parse.ts";
import { directoryHref } from "#app/domain/directory-url.ts";
import type { InputProblem } from "#app/domain/errors.ts";
import type { Reference } from "#db/reference.server.ts";
import { withPlaceCodes } from "./place-words.server.ts";

export interface AskedProblem extends InputProblem {
	/** Places that may be meant: each leads to the list with it. */
	readonly choices: readonly { readonly label: string; readonly href: string }[];
}

export interface Asked {
	readonly query: DirectoryQuery;
	readonly problems: readonly AskedProblem[];
	/** The place fields as they were typed. */
	readonly typed: { readonly serves: string; readonly near: string };
	/** The address with codes instead of words, when words were understood; null when nothing was to be replaced. */
	readonly redirectTo: string | null;
}

/** Reads the address of the list, places typed in words included. */
export function readAsked(params: URLSearchParams, reference: Reference): Asked {
	const { places, placeSearch, taxonomy } = reference;
	const chosen = withFamily(withoutEmptyPlace(params), taxonomy);
	const isCommune = (code: string) => places.commune(code) !== undefined;
	const coded = withPlaceCodes(chosen.params, placeSearch, isCommune);
	const { query, problems } = readDirectoryQuery(coded.params, { taxonomy, places });
	const ambiguous = new Set(coded.problems.map((problem) => problem.path));
	const placeProblems = coded.problems.map(({ path, message, choices }) => ({
		path,
		message,
		choices: choices.map(({ label, value }) => {
			const meant = new URLSearchParams(coded.params);
			meant.append(path, value);
			return { label, href: directoryHref(readDirectoryQuery(meant, { taxonomy, places }).query) };
		}),
	}));
	// A radius or a sort without its place is only the echo of a place that was not understood.
	const echoes = ambiguous.has("near") || ambiguous.has("serves") ? ["km", "sort"] : [];
	const others = problems.filter(({ path }) => !echoes.includes(path));
	const all = [...placeProblems, ...others.map((problem) => ({ ...problem, choices: [] }))];
	return {
		query,
		problems: all,
		typed: { serves: params.get("serves") ?? "", near: params.get("near") ?? "" },
		redirectTo: (chosen.changed || coded.changed) && all.length === 0 ? directoryHref(query) : null,
	};
}

/** A form without script sends its radius and its sort along with a place left empty: they then ask nothing. */
function withoutEmptyPlace(params: URLSearchParams): URLSearchParams {
	const isEmpty = (name: string) => (params.get(name) ?? "").trim() === "";
	if (!params.has("near") || !isEmpty("near")) return params;
	const read = new URLSearchParams(params);
	read.delete("km");
	if (read.get("sort") === "distance" && isEmpty("serves")) read.delete("sort");
	return read;
}

/**
 * The form looks into one family at a time and sends it apart (`famille`): it counts as long as none of its leaves is
 * ticked, so that ticking one narrows the list.
 */
function withFamily(
	params: URLSearchParams,
	taxonomy: Reference["taxonomy"],
): { params: URLSearchParams; changed: boolean } {
	const family = params.get("famille");
	if (family === null) return { params, changed: false };
	const read = new URLSearchParams(params);
	read.delete("famille");
	const narrowed = read.getAll("segment").some((code) => taxonomy.get(code)?.parent === family);
	if (!narrowed && family !== "") read.append("segment", family);
	return { params: read, changed: true };
}
