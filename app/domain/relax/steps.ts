import type { FactValue } from "../match-types.ts";
import { changeTo, type Lever } from "./lever.ts";
import type { Rematch, Trial } from "./rematch.ts";

/** A condition moved alone, and the trials at which the real offer changes. */
export interface Steps {
	readonly lever: Lever;
	readonly points: readonly { readonly value: FactValue; readonly trial: Trial }[];
}

/**
 * What each condition gives when it moves alone. A condition that alone keeps nobody out is not tried: nobody would come in.
 */
export function stepsOf(rematch: Rematch, levers: readonly Lever[]): Steps[] {
	return levers.map((lever) => {
		if (!mayBringBack(rematch, lever)) return { lever, points: [] };
		const points: { value: FactValue; trial: Trial }[] = [];
		let before = "/";
		for (const value of lever.values) {
			const trial = rematch.try([changeTo(lever, value)]);
			const who = `${trial.gained.join()}/${trial.lost.join()}`;
			if (who !== "/" && who !== before) points.push({ value, trial });
			// Where each value asks less than the last, only what is new is worth a point.
			if (lever.ordered) before = who;
		}
		return { lever, points };
	});
}

/** Whether some supplier fails nothing but what the condition repairs. */
function mayBringBack({ nearMisses }: Rematch, { repairs }: Lever): boolean {
	return nearMisses.some(({ sets }) => sets.some((set) => (set & ~repairs) === 0));
}
