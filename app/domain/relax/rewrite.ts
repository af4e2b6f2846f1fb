import { countOfWord, NNBSP } from "../french-format.ts";
import type { RelaxationChange, RelaxationNature, RelaxationProposal } from "../match-types.ts";
import type { Need } from "../need.ts";
import type { CheckId } from "../vocabulary.ts";
import { type ChangeNames, changeSentence } from "./change-words.ts";
import type { RelaxAnswer } from "./relax.ts";
import { movesOf } from "./share.ts";
import { natureOfAll, weightOf } from "./weight.ts";

const SENTENCES = 3;

/** A sentence of the need that puts operators off, and how it could be written. */
export interface Rewrite {
	/** The conditions that it says. */
	readonly checks: readonly CheckId[];
	readonly nature: RelaxationNature;
	/** « Passages 5 jours par semaine, de 6 h à 8 h ». */
	readonly before: string;
	readonly after: string;
	/** « 9 structures de plus : 14 opérateurs indépendants en tout ». */
	readonly effect: string;
	/** Independent operators that could not come in without another wording of the first of its conditions. */
	readonly putOff: number;
	readonly changes: readonly RelaxationChange[];
	readonly gained: readonly string[];
	readonly lost: readonly string[];
	readonly real: number;
	readonly organisations: number;
}

/**
 * The three sentences that put the most operators off and how each could be written. Where a condition alone brings nobody back, the
 * sentence says it with those that must change too; a condition already said is not said again.
 */
export function rewriteSentences(need: Need, answer: RelaxAnswer, names: ChangeNames): Rewrite[] {
	const candidates = [...answer.relaxations, ...singleChanges(answer)];
	const rewrites: Rewrite[] = [];
	for (const { check, organisations: putOff } of answer.putOff) {
		if (rewrites.length === SENTENCES) break;
		if (rewrites.some(({ checks }) => checks.includes(check))) continue;
		const best = bestFor(candidates, check, answer.organisations);
		if (best) rewrites.push(rewriteOf(need, best, { names, putOff }));
	}
	return rewrites;
}

type Candidate = Pick<RelaxationProposal, "changes" | "gained" | "lost" | "real" | "organisations">;

function singleChanges({ steps }: RelaxAnswer): Candidate[] {
	return steps.flatMap(({ points }) =>
		points.map((point) => ({ ...point, changes: [point.change] })),
	);
}

/** Of those that change a condition and bring somebody: the fewest changes, then what brings most operators, then the smaller change. */
function bestFor(
	candidates: readonly Candidate[],
	check: CheckId,
	organisations: number,
): Candidate | undefined {
	const weight = ({ changes }: Candidate) =>
		movesOf(changes).reduce((sum, change) => sum + weightOf(change), 0);
	return candidates
		.filter(
			(one) =>
				one.organisations > organisations &&
				one.changes.some((change) => isAbout(change.check, check)),
		)
		.sort(
			(a, b) =>
				movesOf(a.changes).length - movesOf(b.changes).length ||
				b.organisations - a.organisations ||
				weight(a) - weight(b),
		)[0];
}

/** A start is one sentence, whichever of its two checks it is for. */
function isAbout(changed: CheckId, check: CheckId): boolean {
	return changed === check || (changed === "leadTime" && check === "availability");
}

function rewriteOf(
	need: Need,
	best: Candidate,
	{ names, putOff }: { names: ChangeNames; putOff: number },
): Rewrite {
	const { changes, gained, lost, real, organisations } = best;
	return {
		checks: [...new Set(changes.map(({ check }) => check))],
		nature: natureOfAll(changes),
		before: changeSentence(need, changes, "from", names),
		after: changeSentence(need, changes, "to", names),
		effect: effectSentence(best),
		putOff,
		changes,
		gained,
		lost,
		real,
		organisations,
	};
}

/** « 9 structures de plus, 1 de moins : 14 opérateurs indépendants en tout ». */
export function effectSentence({
	gained,
	lost,
	organisations,
}: Pick<Candidate, "gained" | "lost" | "organisations">): string {
	const parts = [`${countOfWord(gained.length, "structure")} de plus`];
	if (lost.length > 0) parts.push(`${lost.length} de moins`);
	return `${parts.join(", ")}${NNBSP}: ${countOfWord(organisations, "opérateur indépendant", "opérateurs indépendants")} en tout`;
}
