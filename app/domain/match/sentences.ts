import { CHECK_LABELS } from "../french-labels.ts";
import type { CheckResult } from "../match-types.ts";
import type { CheckId } from "../vocabulary.ts";
import type { SentenceWords } from "./checks/definition.ts";
import { CHECKS } from "./checks/index.ts";

export type { SentenceWords } from "./checks/definition.ts";

/** Codes as they are, for whoever has no labels at hand. */
export const PLAIN_WORDS: SentenceWords = {
	criterion: (code) => code,
	place: (code) => code,
	segment: (code) => code,
};

/**
 * One clause in plain French with the figures of a check, its subject ("la structure") left out: no capital, no full stop.
 * `intervient 3,5 jours par semaine au plus ; vous en demandez 5`.
 */
export function checkSentence(result: CheckResult, words: SentenceWords = PLAIN_WORDS): string {
	if (result.withheld) return withheldSentence(result);
	const { sentence } = CHECKS[result.check];
	// What would be discussed is said as what is unmet: the figures are the reason to discuss.
	return result.negotiable
		? `${sentence(result, "unmet", words)}\u202f: à négocier`
		: sentence(result, result.verdict, words);
}

const WITHHELD: Record<CheckResult["verdict"], string> = {
	met: "convient",
	unmet: "ne convient pas",
	unknown: "à confirmer",
};

function withheldSentence({
	check,
	verdict,
}: {
	check: CheckId;
	verdict: CheckResult["verdict"];
}): string {
	const label = CHECK_LABELS[check].toLocaleLowerCase("fr");
	return `${label}\u202f: ${WITHHELD[verdict]} (le détail est réservé aux acheteurs identifiés)`;
}
