import type { CellInput, Need, Quantity, Service } from "../need.ts";
import type { Unit } from "../vocabulary.ts";
import { cellId, cellsOf } from "./cells.ts";

/** Part of a need: a service, or one of its cells; null for all. */
export interface Part {
	readonly service: string | null;
	readonly cell: string | null;
}

type Measure = Pick<Quantity, "unit" | "per">;

/** Units of which one asks whole numbers. */
const COUNTED: readonly Unit[] = ["piece", "person", "intervention", "vehicle", "meal"];

/** What a part of a need asks in one unit and period; 0 when nothing. A total given on a service counts where the cells do not say theirs. */
export function quantityOf(need: Need, part: Part, measure: Measure): number {
	return totalOf(need, part, ({ quantity }) =>
		quantity && isOf(quantity, measure) ? quantity.amount : null,
	);
}

/** Euros for twelve months of a part of a need; 0 when none is given. */
export function amountOf(need: Need, part: Part): number {
	return totalOf(need, part, ({ amountEur }) => amountEur ?? null);
}

/**
 * The need with the quantities of a part brought, all in the same proportion, to a new total in one unit and period.
 * Each is rounded down to what can be ordered.
 */
export function withQuantity(need: Need, part: Part, to: Quantity): Need {
	const ratio = to.amount / quantityOf(need, part, to);
	if (!Number.isFinite(ratio)) return need;
	return scaled(need, part, (asked) => {
		const { quantity } = asked;
		if (!quantity || !isOf(quantity, to)) return {};
		return { quantity: { ...quantity, amount: orderable(quantity.amount * ratio, to.unit) } };
	});
}

/** The need with the amounts of a part brought, all in the same proportion, to a new total; each rounded down to ten euros. */
export function withAmount(need: Need, part: Part, toEur: number): Need {
	const ratio = toEur / amountOf(need, part);
	if (!Number.isFinite(ratio)) return need;
	return scaled(need, part, ({ amountEur }) =>
		typeof amountEur === "number" ? { amountEur: roundEuros(amountEur * ratio) } : {},
	);
}

/** The measures that a service and its cells use. */
export function measuresOf(need: Need, service: Service): readonly Measure[] {
	const found = new Map<string, Measure>();
	const own = cellsOf(need).filter((cell) => cell.service === service.id);
	for (const { quantity } of [service, ...own]) {
		if (!quantity) continue;
		const { unit, per } = quantity;
		found.set(`${unit}/${per}`, { unit, per });
	}
	return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, measure]) => measure);
}

function isOf(quantity: Quantity, { unit, per }: Measure): boolean {
	return quantity.unit === unit && quantity.per === per;
}

function totalOf(
	need: Need,
	{ service, cell }: Part,
	read: (asked: Service | CellInput) => number | null,
): number {
	const cells = cellsOf(need);
	if (cell !== null) {
		const one = cells.find((other) => cellId(other) === cell);
		return (one && read(one)) ?? 0;
	}
	let total = 0;
	for (const one of need.services) {
		if (service !== null && one.id !== service) continue;
		const own = cells.filter((other) => other.service === one.id).map(read);
		const given = read(one);
		total +=
			given !== null && own.includes(null) ? given : own.reduce<number>((a, b) => a + (b ?? 0), 0);
	}
	return total;
}

function scaled(
	need: Need,
	{ service, cell }: Part,
	change: (asked: Service | CellInput) => Partial<CellInput>,
): Need {
	const isPart = (id: string) => service === null || id === service;
	return {
		...need,
		services: need.services.map((one) =>
			cell === null && isPart(one.id) ? { ...one, ...change(one) } : one,
		),
		cells: need.cells?.map((one) =>
			(cell === null ? isPart(one.service) : cellId(one) === cell)
				? { ...one, ...change(one) }
				: one,
		),
	};
}

/** Whether one asks whole numbers of a unit. */
export function isCounted(unit: Unit): boolean {
	return COUNTED.includes(unit);
}

/** A tenth for the small quantities of what is not counted, whole numbers otherwise; never nothing. */
function orderable(amount: number, unit: Unit): number {
	const increment = amount >= 10 || isCounted(unit) ? 1 : 0.1;
	return Math.max(increment, floorTo(amount, increment));
}

function roundEuros(amount: number): number {
	return floorTo(amount, amount >= 100 ? 10 : 1);
}

/** The largest multiple that does not exceed a value, in spite of binary fractions. */
export function floorTo(value: number, increment: number): number {
	const count = Math.floor(value / increment + 1e-9);
	return Math.round(count * increment * 1e6) / 1e6;
}
