import { countOfWord, formatNumber, NNBSP } from "./french-format.ts";
import type { MatchAnswer } from "./match-types.ts";

type Counts = Pick<
	MatchAnswer,
	| "theoretical"
	| "confirmed"
	| "possible"
	| "real"
	| "organisations"
	| "minCompetition"
	| "reachMedian"
	| "scope"
>;

/** The answer in one sentence with its two numbers: « 15 structures en théorie, aucune en l’état. » */
export function headlineOf(answer: Counts): string {
	if (answer.theoretical === 0) {
		return answer.scope === "whole"
			? "Aucune structure recensée ne peut, même en théorie, prendre le besoin entier."
			: "Aucune structure recensée ne fait cela à cet endroit.";
	}
	const theory = `${countOfWord(answer.theoretical, "structure")} en théorie`;
	if (answer.real === 0) return `${theory}, aucune en l’état.`;
	return `${theory}, ${formatNumber(answer.real)} en l’état${detailOf(answer)}.`;
}

function detailOf({ confirmed, possible }: Counts): string {
	if (possible === 0) return confirmed === 1 ? ", compatible" : ", compatibles";
	if (confirmed === 0) return ", à confirmer";
	return `${NNBSP}: ${countOfWord(confirmed, "compatible")}, ${formatNumber(possible)} à confirmer`;
}

/** How far the theoretical offer reaches, in sites, or in what a cell is called when there are several services; null when it says nothing (one cell, no supplier, or all within reach). */
export function reachSentence(answer: Counts, cellCount: number, word = "site"): string | null {
	const reach = answer.reachMedian;
	if (reach === null || cellCount < 2 || reach >= cellCount || answer.theoretical < 2) return null;
	return `La moitié n’atteint que ${countOfWord(reach, word)} sur ${formatNumber(cellCount)}.`;
}

/** Whether competition is likely, in independent operators. */
export function competitionSentence({ organisations, minCompetition }: Counts): string {
	if (organisations === 0)
		return "Publié ainsi, le marché risque de ne recevoir aucune offre de ces structures.";
	const found = countOfWord(organisations, "opérateur indépendant", "opérateurs indépendants");
	return organisations >= minCompetition
		? `${found}${NNBSP}: la concurrence visée (${formatNumber(minCompetition)}) est atteinte.`
		: `${found}${NNBSP}: la concurrence visée (${formatNumber(minCompetition)}) n’est pas atteinte.`;
}
