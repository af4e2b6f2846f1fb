import { countOfWord, formatNumber, plural } from "../french-format.ts";
import type { MatchAnswer } from "../match-types.ts";
import type { Verdict } from "../vocabulary.ts";

/** How many are really there, and how many it takes. */
export type Figures = Pick<
	MatchAnswer,
	"scope" | "confirmed" | "possible" | "real" | "organisations" | "minCompetition"
>;

/** Where a need stands: its figures, and who is in it. */
export interface Standing extends Figures {
	/** Those that nothing excludes; null when they are too many to be named. */
	readonly people: readonly Person[] | null;
	/** Groups of structures that together would take it all; null when groups are not admitted. */
	readonly groups: { readonly count: number; readonly more: boolean } | null;
}

export interface Person {
	readonly id: string;
	readonly name: string;
	readonly verdict: Verdict;
}

/** The standing that an answer tells, named when its first page holds all that remain. */
export function standingOf(answer: MatchAnswer): Standing {
	const { scope, confirmed, possible, real, organisations, minCompetition } = answer;
	const { consortia, consortiaSearch: search } = answer;
	const people = answer.suppliers
		.filter(({ verdict }) => verdict !== "excluded")
		.map(({ id, name, verdict }) => ({ id, name, verdict }));
	return {
		scope,
		confirmed,
		possible,
		real,
		organisations,
		minCompetition,
		people: people.length === real ? people : null,
		groups: search && { count: search.total ?? consortia.length, more: search.total === null },
	};
}

/** « 2 structures réelles, 1 compatible, 1 à confirmer · il en faut 3 ». */
export function standingSentence({
	real,
	confirmed,
	possible,
	organisations,
	minCompetition,
}: Figures): string {
	const needed = `il en faut ${formatNumber(minCompetition)}`;
	if (real === 0) return `aucune structure réelle · ${needed}`;
	const parts = [
		`${countOfWord(real, "structure")} ${plural(real, "réelle")}`,
		confirmed > 0 ? countOfWord(confirmed, "compatible") : "",
		possible > 0 ? `${formatNumber(possible)} à confirmer` : "",
	].filter((part) => part !== "");
	const operators =
		organisations === real
			? ""
			: ` · ${countOfWord(organisations, "opérateur indépendant", "opérateurs indépendants")}`;
	return `${parts.join(", ")}${operators} · ${needed}`;
}

/** « 4 groupements couvriraient tout le besoin » ; null when groups are not admitted. */
export function groupsSentence({ groups }: Standing): string | null {
	if (groups === null) return null;
	if (groups.count === 0)
		return "Aucun groupement de 2 ou 3 structures ne couvrirait tout le besoin.";
	const found = countOfWord(groups.count, "groupement");
	const verb = groups.count > 1 ? "couvriraient" : "couvrirait";
	return `${groups.more ? "Plus de " : ""}${found} de 2 ou 3 structures ${verb} tout le besoin.`;
}

/** Who is in one and not in the other; null when one of them names nobody. */
export function comeAndGo(
	before: Standing,
	after: Standing,
): { readonly come: readonly Person[]; readonly gone: readonly Person[] } | null {
	if (before.people === null || after.people === null) return null;
	const were = new Set(before.people.map(({ id }) => id));
	const are = new Set(after.people.map(({ id }) => id));
	return {
		come: after.people.filter(({ id }) => !were.has(id)),
		gone: before.people.filter(({ id }) => !are.has(id)),
	};
}
