import type { CheckMask } from "../match/masks.ts";
import type { FactValue, RelaxationChange, RelaxationNature } from "../match-types.ts";
import type { CheckId } from "../vocabulary.ts";

/**
 * How the values of a condition stand to one another.
 * - `easing`: each asks less than those before it, and of nothing else: who comes in at one stays at the next;
 * - `sliding`: one goes from each to the next, and it may cost elsewhere: somebody may go;
 * - `choice`: side by side.
 */
export type LeverScale = "easing" | "sliding" | "choice";

/** One condition of a need that could be asked otherwise, and the values worth trying. */
export interface Lever {
	/** The check named in the change. */
	readonly check: CheckId;
	/** Null: a condition of the whole need. */
	readonly service: string | null;
	readonly nature: RelaxationNature;
	readonly asked: FactValue;
	/** The smallest change first. */
	readonly values: readonly FactValue[];
	readonly scale: LeverScale;
	/** Changes that go with each value: a market shared in lots shares its quantities too. */
	readonly with?: (value: FactValue) => readonly RelaxationChange[];
	/** The checks that it is the remedy of. */
	readonly answers: CheckMask;
	/** The checks that it may turn from unmet to met: its remedies, and others that read the same demand. */
	readonly repairs: CheckMask;
}

/** The change that gives a condition another value, with those that go with it. */
export function changesTo(lever: Lever, value: FactValue): RelaxationChange[] {
	return [changeTo(lever, value), ...(lever.with?.(value) ?? [])];
}

/** The change that gives a condition another value. */
export function changeTo(lever: Lever, value: FactValue): RelaxationChange {
	const { check, service, asked } = lever;
	return { check, service, cell: null, from: asked, to: value };
}
