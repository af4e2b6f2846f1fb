import { windowSlack } from "../match/checks/window.ts";
import { windowNumbers } from "../match/compile-supplier.ts";
import type { Window } from "../supplier.ts";

const DAY = 1440;
/** Hours of a contract begin and end on the half hour. */
const STEP = 30;
/** Shorter hours than this make no visit. */
const SHORTEST = 60;

/**
 * The asked hours moved as little as it takes to fit each offered window, on half hours; shortened when the window is too short.
 * Without those already inside. The smallest change first.
 * @param offered minutes: start and length
 */
export function windowValues(
	asked: Window,
	offered: Iterable<readonly [from: number, length: number]>,
): Window[] {
	const [from, length] = windowNumbers(asked);
	const found = new Map<string, { window: Window; cost: number }>();
	for (const [offeredFrom, offeredLength] of offered) {
		if (windowSlack(from, length, offeredFrom, offeredLength) >= 0) continue;
		const first = Math.ceil(offeredFrom / STEP) * STEP;
		const last = Math.floor((offeredFrom + offeredLength) / STEP) * STEP;
		const kept = Math.min(length, last - first);
		if (kept < SHORTEST) continue;
		const start = [first, last - kept].reduce((a, b) =>
			distance(from, b) < distance(from, a) ? b : a,
		);
		const window = { from: hourOf(start), to: endOf(start + kept) };
		const cost = distance(from, start) + (length - kept);
		found.set(`${window.from}-${window.to}`, { window, cost });
	}
	return [...found]
		.sort(([a, one], [b, other]) => one.cost - other.cost || (a < b ? -1 : 1))
		.map(([, { window }]) => window);
}

/** How far, in minutes, a window moved: the way round the clock that is shorter. */
export function movedMinutes(from: Window, to: Window): number {
	const [[start, length], [newStart, newLength]] = [windowNumbers(from), windowNumbers(to)];
	return distance(start, newStart) + Math.abs(length - newLength);
}

function distance(a: number, b: number): number {
	const apart = Math.abs(a - b) % DAY;
	return Math.min(apart, DAY - apart);
}

function hourOf(minutes: number): string {
	const inDay = minutes % DAY;
	return `${String(Math.floor(inDay / 60)).padStart(2, "0")}:${String(inDay % 60).padStart(2, "0")}`;
}

function endOf(minutes: number): string {
	return minutes === DAY ? "24:00" : hourOf(minutes);
}
