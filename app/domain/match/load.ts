import type { Load, LoadQuantity, PreparedCell, PreparedNeed } from "./prepared.ts";

/**
 * Sums what a set of cells asks. A service's total stands for its cells when they are all in the set and one of them has no
 * value of its own; when some are out of the set, how much falls on the others is not known.
 */
export function loadOf(prepared: PreparedNeed, cellIndexes: readonly number[]): Load {
	const quantities: LoadQuantity[] = [];
	let quantityMissing = false;
	let amountEur = 0;
	let amountMissing = false;
	const byService = new Map<string, PreparedCell[]>();
	for (const index of cellIndexes) {
		const cell = prepared.cells[index] as PreparedCell;
		const cells = byService.get(cell.service);
		if (cells) cells.push(cell);
		else byService.set(cell.service, [cell]);
	}
	for (const [service, cells] of byService) {
		const total = prepared.totals[service];
		const whole = total !== undefined && total.cells.length === cells.length;
		const withoutQuantity = cells.some((cell) => cell.quantity === null);
		if (total?.quantity && whole && withoutQuantity) {
			quantities.push({ ...total.quantity, daysPerWeek: sameDays(cells) });
		} else {
			for (const cell of cells) {
				if (cell.quantity) {
					quantities.push({ ...cell.quantity, daysPerWeek: cell.ask.daysPerWeek });
				}
			}
			if (total?.quantity && withoutQuantity) quantityMissing = true;
		}
		const withoutAmount = cells.some((cell) => cell.amountEur === null);
		if (withoutAmount && whole && typeof total?.amountEur === "number") {
			amountEur += total.amountEur;
		} else {
			for (const cell of cells) amountEur += cell.amountEur ?? 0;
			if (withoutAmount) amountMissing = true;
		}
	}
	return { quantities, quantityMissing, amountEur, amountMissing };
}

/** The days asked by all these cells when they ask the same; null otherwise. */
function sameDays(cells: readonly PreparedCell[]): number | null {
	const days = cells[0]?.ask.daysPerWeek ?? null;
	return cells.every((cell) => cell.ask.daysPerWeek === days) ? days : null;
}
