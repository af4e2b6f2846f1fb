import { bitOf } from "../match/masks.ts";
import type { PreparedNeed } from "../match/prepared.ts";
import type { Lever } from "./lever.ts";
import type { Rematch } from "./rematch.ts";

const MAX_LOTS = 8;
/** Sets of cells whose intersections are looked at: those reached by most operators. */
const MAX_REACHES = 24;

/** Every check: fewer sites may settle any of them. */
const ALL_CHECKS = -1;

interface Lot {
	readonly cells: readonly number[];
	/** Ids of the cells, in their own order: the order of the need's lists changes nothing. */
	readonly ids: readonly string[];
	/** Operators that reach all of them. */
	readonly operators: number;
}

/**
 * Lots to try instead of the whole: cells that the same suppliers reach, the largest first. Null when the need cannot be split:
 * one cell, or a total whose split by site is not known.
 */
export function lotsLever(rematch: Rematch): Lever | null {
	const { prepared } = rematch;
	if (prepared.cells.length < 2 || hasOpenTotal(prepared)) return null;
	const lots = bestLots(rematch);
	if (lots.length === 0) return null;
	return {
		check: "area",
		service: null,
		nature: "allotment",
		asked: prepared.cells.map(({ id }) => id).sort(),
		values: lots.map(({ ids }) => ids),
		scale: "choice",
		answers: bitOf("area"),
		repairs: ALL_CHECKS,
	};
}

/** Lots such that no larger one is reached by as many: those with enough competition first, then the largest. */
function bestLots(rematch: Rematch): Lot[] {
	const { prepared, reaches } = rematch;
	const { minCompetition } = prepared.terms;
	const byCells = new Map<string, readonly number[]>();
	for (const { cells } of reaches) byCells.set(cells.join(), cells);
	const lotOf = (cells: readonly number[]): Lot => ({
		cells,
		ids: cells.map((cell) => prepared.cells[cell]?.id ?? "").sort(),
		operators: operatorsOn(rematch, cells),
	});
	const reached = [...byCells.values()].map(lotOf).sort(compareSupport).slice(0, MAX_REACHES);
	const lots = new Map(reached.map((lot) => [lot.cells.join(), lot]));
	for (const a of reached) {
		for (const b of reached) {
			const both = a.cells.filter((cell) => b.cells.includes(cell));
			if (!lots.has(both.join())) lots.set(both.join(), lotOf(both));
		}
	}
	const whole = prepared.cells.length;
	const possible = [...lots.values()].filter(
		({ cells }) => cells.length > 0 && cells.length < whole && keepsTogether(prepared, cells),
	);
	const enough = ({ operators }: Lot) => Number(operators >= minCompetition);
	return possible
		.filter((lot) => !possible.some((other) => isBetter(other, lot)))
		.sort(
			(a, b) => enough(b) - enough(a) || b.cells.length - a.cells.length || compareSupport(a, b),
		)
		.slice(0, MAX_LOTS)
		.sort((a, b) => b.cells.length - a.cells.length || compareSupport(a, b));
}

function compareSupport(a: Lot, b: Lot): number {
	return b.operators - a.operators || (a.ids.join() < b.ids.join() ? -1 : 1);
}

function isBetter(other: Lot, lot: Lot): boolean {
	return (
		other !== lot &&
		other.operators >= lot.operators &&
		other.cells.length > lot.cells.length &&
		lot.cells.every((cell) => other.cells.includes(cell))
	);
}

function operatorsOn(rematch: Rematch, cells: readonly number[]): number {
	const operators = new Set<number>();
	for (const reach of rematch.reaches) {
		if (cells.every((cell) => reach.cells.includes(cell))) {
			operators.add(rematch.operatorOf(reach.supplier));
		}
	}
	return operators.size;
}

function keepsTogether({ need, cells }: PreparedNeed, lot: readonly number[]): boolean {
	const ids = new Set(lot.map((cell) => cells[cell]?.id));
	return (need.keepTogether ?? []).every((group) => {
		const inside = group.filter((id) => ids.has(id)).length;
		return inside === 0 || inside === group.length;
	});
}

function hasOpenTotal({ cells, totals }: PreparedNeed): boolean {
	return Object.values(totals).some(({ quantity, amountEur, cells: own }) =>
		own.some((index) => {
			const cell = cells[index];
			return (
				(quantity !== null && cell?.quantity === null) ||
				(amountEur !== null && cell?.amountEur === null)
			);
		}),
	);
}
