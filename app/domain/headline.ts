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

/**
 * How likely competition is. `hoped`: enough independent operators, but too few of them compatible as things stand, so that it
 * hangs on what they confirm.
 */
export function competitionOf(answer: Counts): "none" | "short" | "hoped" | "reached" {
	if (answer.organisations === 0) return "none";
	if (answer.organisations < answer.minCompetition) return "short";
	return answer.confirmed < answer.minCompetition ? "hoped" : "reached";
}

/** Whether competition is likely, in independent operators. */
export function competitionSentence(answer: Counts): string {
	const found = countOfWord(
		answer.organisations,
		"opérateur indépendant",
		"opérateurs indépendants",
	);
	const aimed = `la concurrence visée (${formatNumber(answer.minCompetition)})`;
	switch (competitionOf(answer)) {
		case "none":
			return "Publié ainsi, le marché risque de ne recevoir aucune offre de ces structures.";
		case "short":
			return `${found}${NNBSP}: ${aimed} n’est pas atteinte.`;
		case "hoped":
			return `${found}${NNBSP}: ${aimed} serait atteinte, si les structures confirment ce qu’on ne sait pas encore.`;
		case "reached":
			return `${found}${NNBSP}: ${aimed} est atteinte.`;
	}
}
