import type { FactValue } from "../match-types.ts";
import { changeTo, type Lever } from "./lever.ts";
import type { Rematch, Trial } from "./rematch.ts";

/** A condition moved alone, and the trials at which the real offer changes. */
export interface Steps {
	readonly lever: Lever;
	readonly points: readonly Point[];
}

interface Point {
	readonly value: FactValue;
	readonly trial: Trial;
}

/**
 * What each condition gives when it moves alone. A condition that alone keeps nobody out is not tried: nobody would come in.
 */
export function stepsOf(rematch: Rematch, levers: readonly Lever[]): Steps[] {
	return levers.map((lever) => {
		if (!mayBringBack(rematch, lever)) return { lever, points: [] };
		const tryValue = (value: FactValue) => rematch.try([changeTo(lever, value)]);
		return { lever, points: POINTS[lever.scale](lever.values, tryValue) };
	});
}

/** Whether some supplier fails nothing but what the condition repairs. */
function mayBringBack({ nearMisses }: Rematch, { repairs }: Lever): boolean {
	return nearMisses.some(({ sets }) => sets.some((set) => (set & ~repairs) === 0));
}

type TryValue = (value: FactValue) => Trial;
type FindPoints = (values: readonly FactValue[], tryValue: TryValue) => Point[];

const POINTS: Record<Lever["scale"], FindPoints> = {
	easing: easingPoints,
	sliding: slidingPoints,
	choice: (values, tryValue) =>
		values
			.map((value) => ({ value, trial: tryValue(value) }))
			.filter(({ trial }) => whoOf(trial) !== NOBODY),
};

const NOBODY = "/";

/** Who came in and who went, as text. */
function whoOf({ gained, lost }: Trial): string {
	return `${gained.join()}/${lost.join()}`;
}

/** Between two values that bring the same suppliers, every value does: they are found by halves. */
function easingPoints(values: readonly FactValue[], tryValue: TryValue): Point[] {
	const at = (i: number): Point => {
		const value = values[i] ?? null;
		return { value, trial: tryValue(value) };
	};
	const whoAt = (i: number) => (i < 0 ? NOBODY : whoOf(at(i).trial));
	const between = (low: number, high: number): Point[] => {
		if (high <= low || whoAt(low) === whoAt(high)) return [];
		if (high - low === 1) return [at(high)];
		const middle = (low + high) >> 1;
		return [...between(low, middle), ...between(middle, high)];
	};
	return between(-1, values.length - 1);
}

function slidingPoints(values: readonly FactValue[], tryValue: TryValue): Point[] {
	const points: Point[] = [];
	let before = NOBODY;
	for (const value of values) {
		const trial = tryValue(value);
		const who = whoOf(trial);
		if (who !== before && who !== NOBODY) points.push({ value, trial });
		before = who;
	}
	return points;
}
