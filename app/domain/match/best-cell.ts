import type { BoundNeed } from "./bind.ts";
import { type Choice, compareChoices, compareCounts } from "./choice.ts";
import type { AnyJudge } from "./judge-any.ts";
import { countOf, THEORETICAL_MASK } from "./masks.ts";
import type { PreparedCell } from "./prepared.ts";

/** A cell that the supplier has an offer for, with what decides which one is shown. */
interface Candidate {
	readonly cell: PreparedCell;
	readonly verdict: number;
	readonly choice: Choice;
	/** 1 when a check of the theoretical offer is unmet there. */
	readonly notTheoretical: number;
	/** Square of the chord to the supplier; infinite when its position is unknown. */
	readonly chord: number;
}

/**
 * The cell where the supplier that was just judged does best; the first of the need when it has no offer. Among cells with the same
 * verdict and as many unmet checks, one of the theoretical offer comes first, then the nearest: a supplier is listed because it could
 * serve that place, and the reasons shown with its name must be those met there.
 */
export function bestCell({ prepared, columns }: BoundNeed, judge: AnyJudge): number {
	let best: Candidate | null = null;
	for (let t = 0; t < judge.touchedCount; t++) {
		const index = judge.touched[t] as number;
		const cell = prepared.cells[index] as PreparedCell;
		const failed = judge.failed[index] as number;
		const candidate: Candidate = {
			cell,
			verdict: judge.verdictOn(index),
			choice: { failed, unknown: judge.unknown[index] as number, stale: judge.stale[index] === 1 },
			notTheoretical: (failed & THEORETICAL_MASK) === 0 ? 0 : 1,
			chord: judge.chords.fromOfferTo(columns, judge.row[index] as number, cell.place),
		};
		if (best === null || compareCandidates(candidate, best) < 0) best = candidate;
	}
	return best?.cell.index ?? 0;
}

/** Equally good cells are told apart by their ids, so that their place in the need changes nothing. */
function compareCandidates(a: Candidate, b: Candidate): number {
	return (
		a.verdict - b.verdict ||
		countOf(a.choice.failed) - countOf(b.choice.failed) ||
		a.notTheoretical - b.notTheoretical ||
		compareCounts(a.choice, b.choice) ||
		// The difference of two infinities is not a number, and leaves the choice to what follows.
		a.chord - b.chord ||
		compareChoices(a.choice, b.choice) ||
		(a.cell.id < b.cell.id ? -1 : 1)
	);
}
