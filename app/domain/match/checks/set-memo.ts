import type { IntSets } from "../int-sets.ts";
import { type Outcome, UNKNOWN } from "../masks.ts";

/** Computes the outcome of one numbered sequence: `values[start] … values[end - 1]`. */
type Compute = (values: Int32Array, start: number, end: number) => Outcome;

/** The outcome of a numbered sequence, computed once per need and sequence; an unknown sequence is unknown. */
export function setMemo(sets: IntSets, compute: Compute): (id: number) => Outcome {
	// 0: not computed yet; else the outcome + 1.
	const memo = new Uint8Array(sets.size);
	const { values, offsets } = sets;
	return (id) => {
		if (id < 0) return UNKNOWN;
		const known = memo[id] as number;
		if (known !== 0) return (known - 1) as Outcome;
		const outcome = compute(values, offsets[id] as number, offsets[id + 1] as number);
		memo[id] = outcome + 1;
		return outcome;
	};
}
