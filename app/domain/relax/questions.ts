import { NNBSP } from "../french-format.ts";
import { checkIndex } from "../match/masks.ts";
import type { FactValue } from "../match-types.ts";
import { unknownSentence } from "../need-answer/unknowns.ts";
import type { CheckId } from "../vocabulary.ts";
import { fewestQuestions } from "./fewest-questions.ts";
import { type QuestionNames, questionWords } from "./question-words.ts";
import type { RelaxAnswer } from "./relax.ts";
import type { UnknownFact } from "./unknown-facts.ts";

/** What to ask, in the same words, to every supplier of whom it is not known. */
export interface Question {
	/** Null: whether what it said is still true. */
	readonly check: CheckId | null;
	/** The service it is about, when the need has several. */
	readonly service: string | null;
	/** One certificate or condition by trade. */
	readonly criterion: string | null;
	readonly question: string;
	/** « 11 sur 14 n’ont pas dit leurs horaires : demandez-le ». */
	readonly sentence: string;
	/** Ids of those to ask. */
	readonly suppliers: readonly string[];
	readonly unknown: number;
	/** Suppliers of the real offer that were looked at. */
	readonly of: number;
	/** Known not to do it as asked, but ready to discuss, or the buyer is. */
	readonly negotiable: boolean;
	/** One of the fewest whose good answers would make enough independent operators compatible. */
	readonly settles: boolean;
}

/**
 * The questions to put to those whom only what is not known keeps from being compatible. First the fewest that could settle whether
 * minCompetition is reached by compatible operators alone, then the others; those that concern most suppliers first.
 */
export function questionsFor(
	{ unknowns, minCompetition }: Pick<RelaxAnswer, "unknowns" | "minCompetition">,
	names: QuestionNames,
	severalServices = false,
): Question[] {
	const groups = groupFacts(unknowns, severalServices);
	const ranks = new Map(groups.map(({ key }, rank) => [key, rank]));
	const fewest = fewestQuestions(
		unknowns.map(({ facts, operator }) => ({
			operator,
			questions: facts.reduce(
				(set, fact) => set | (1n << BigInt(ranks.get(keyOf(fact, severalServices)) ?? 0)),
				0n,
			),
		})),
		groups.length,
		minCompetition,
	);
	const questions = groups.map(({ fact, asked, suppliers }, rank): Question => {
		const { check, service, criterion, negotiable } = fact;
		const unknown = suppliers.length;
		return {
			check,
			service: severalServices ? service : null,
			criterion,
			question: questionWords({ ...fact, asked: mostFrequent(asked) }, names),
			sentence: sentenceOf(fact, { unknown, of: unknowns.length }, names),
			suppliers,
			unknown,
			of: unknowns.length,
			negotiable,
			settles: fewest?.includes(rank) ?? false,
		};
	});
	return questions.sort((a, b) => Number(b.settles) - Number(a.settles) || b.unknown - a.unknown);
}

interface FactGroup {
	readonly key: string;
	readonly fact: UnknownFact;
	readonly asked: FactValue[];
	readonly suppliers: string[];
}

/** One group per question, in check order; those that most suppliers leave open come first in a check. */
function groupFacts(unknowns: RelaxAnswer["unknowns"], severalServices: boolean): FactGroup[] {
	const groups = new Map<string, FactGroup>();
	for (const { id, facts } of unknowns) {
		for (const fact of facts) {
			const key = keyOf(fact, severalServices);
			const group = groups.get(key) ?? { key, fact, asked: [], suppliers: [] };
			group.asked.push(fact.asked);
			if (group.suppliers.at(-1) !== id) group.suppliers.push(id);
			groups.set(key, group);
		}
	}
	return [...groups.values()].sort(
		(a, b) =>
			rankOf(a.fact) - rankOf(b.fact) ||
			b.suppliers.length - a.suppliers.length ||
			(a.key < b.key ? -1 : 1),
	);
}

function rankOf({ check }: UnknownFact): number {
	return check === null ? Number.MAX_SAFE_INTEGER : checkIndex(check);
}

function keyOf(
	{ check, service, criterion, negotiable }: UnknownFact,
	severalServices: boolean,
): string {
	return [check ?? "", severalServices ? (service ?? "") : "", criterion ?? "", negotiable].join(
		"/",
	);
}

function mostFrequent(values: readonly FactValue[]): FactValue {
	const counts = new Map<string, number>();
	for (const value of values) {
		const text = JSON.stringify(value);
		counts.set(text, (counts.get(text) ?? 0) + 1);
	}
	const [best] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
	return best ? (JSON.parse(best[0]) as FactValue) : null;
}

function sentenceOf(
	{ check, criterion, negotiable }: UnknownFact,
	{ unknown, of }: { unknown: number; of: number },
	names: QuestionNames,
): string {
	const many = unknown > 1;
	const count = `${unknown} sur ${of}`;
	const ask = `${NNBSP}: demandez-le`;
	if (check === null) {
		return `${count} ${many ? "n’ont pas confirmé leur fiche" : "n’a pas confirmé sa fiche"} depuis un an${ask}`;
	}
	if (negotiable) {
		return `${count} ${many ? "ne le font" : "ne le fait"} pas ainsi (${names.check(check)})${NNBSP}: discutez-en`;
	}
	if (criterion !== null) {
		const label = `«${NNBSP}${names.criterion(criterion)}${NNBSP}»`;
		return `${count} ${many ? "n’ont pas répondu" : "n’a pas répondu"} sur ${label}${ask}`;
	}
	return `${unknownSentence({ check, count: unknown, total: of })}${ask}`;
}
