import { DEFAULT_NEAR_KM, type DirectoryQuery } from "#app/domain/directory.ts";
import { formatKm, formatNumber, plural, quote } from "#app/domain/french-format.ts";

/** The answer of the list in one sentence: how many, for what, where. */
export function directoryHeadline(
	total: number,
	query: DirectoryQuery,
	names: { readonly segments: readonly string[]; readonly near: string; readonly serves: string },
): string {
	const what = [
		query.q === "" ? "" : `pour ${quote(query.q)}`,
		names.segments.length === 1 ? `en ${quote(names.segments[0] ?? "")}` : "",
	];
	const where = [
		query.near ? `à ${formatKm(query.km ?? DEFAULT_NEAR_KM)} au plus de ${names.near}` : "",
		query.serves === null ? "" : `desservant ${names.serves}`,
	];
	const details = [...what, ...where].filter((part) => part !== "");
	const count =
		total === 0 ? "Aucune structure" : `${formatNumber(total)}\u00a0${plural(total, "structure")}`;
	return [count, ...details].join(" ");
}
