import { inFamilyUnit, periodFactor, unitFamily } from "../match/checks/quantities.ts";
import { bitOf } from "../match/masks.ts";
import type { LoadQuantity, PreparedCell, PreparedNeed, ServiceTotal } from "../match/prepared.ts";
import type { Period, Unit } from "../vocabulary.ts";

/** What periods add up in: quantities by the week, month and year in years, those of an order apart, and so are days and visits of unknown number. */
export type LoadBase = "year" | "order" | "day" | "visit";

/** A quantity of an item, in its family's unit and in its base. */
export interface ItemLoad {
	readonly family: Unit;
	readonly base: LoadBase;
	readonly amount: number;
	/** Days a week that turn a day or a visit into a week; null when not asked. */
	readonly daysPerWeek: number | null;
}

/**
 * What a group has to share out: a cell, or what is known only of several cells together, the total of a service whose split by site is
 * not given.
 */
export interface Item {
	/** Tells it from the others whatever their order. */
	readonly key: string;
	readonly cells: readonly number[];
	/** Held by whoever holds one of its cells; else by those who hold them all. */
	readonly anyCell: boolean;
	/** Segment group of its cells. */
	readonly group: number;
	readonly loads: readonly ItemLoad[];
	readonly amountEur: number;
}

export interface Demand {
	readonly items: readonly Item[];
	/** Some amount is given, so that order limits are checked. */
	readonly orderAsked: boolean;
	/** Cells, by index, whose amount is neither given nor part of a total; empty while no amount is asked. */
	readonly unpriced: ReadonlySet<number>;
}

/**
 * The items of a need.
 *
 * A service whose total is known and its split is not: to confirm, all its cells go together, since nothing else tells how much each
 * taker would carry (`strict`); otherwise each cell goes its way, and what the total adds to the cells may fall on any of their takers.
 */
export function demandOf(prepared: PreparedNeed, strict: boolean): Demand {
	const items: Item[] = [];
	const { cells } = prepared;
	const orderAsked = (prepared.asked & bitOf("order")) !== 0;
	const unpriced = new Set<number>();
	for (const total of Object.values(prepared.totals)) {
		const own = total.cells.map((index) => cells[index] as PreparedCell);
		if (own.length === 0) continue;
		const withoutQuantity = total.quantity ? own.filter((cell) => cell.quantity === null) : [];
		const withoutAmount = own.filter((cell) => cell.amountEur === null);
		const totalAmount = total.amountEur;
		if (orderAsked && totalAmount === null) {
			for (const { index } of withoutAmount) unpriced.add(index);
		}
		const openAmount = withoutAmount.length > 0 && totalAmount !== null;
		if (withoutQuantity.length === 0 && !openAmount) items.push(...own.map(singleItem));
		else if (strict || own.length === 1) items.push(blockItem(own, total));
		else {
			items.push(...own.map(singleItem));
			if (withoutQuantity.length > 0) items.push(restOfQuantity(own, withoutQuantity, total));
			if (openAmount) items.push(restOfAmount(own, withoutAmount, totalAmount ?? 0));
		}
	}
	return { items, orderAsked, unpriced };
}

function singleItem(cell: PreparedCell): Item {
	return {
		key: cell.id,
		cells: [cell.index],
		anyCell: false,
		group: cell.group,
		loads: loadsOfCell(cell),
		amountEur: cell.amountEur ?? 0,
	};
}

function loadsOfCell({ quantity, ask }: PreparedCell): ItemLoad[] {
	return quantity ? [loadOfQuantity({ ...quantity, daysPerWeek: ask.daysPerWeek })] : [];
}

/** All the cells of a service, with its totals where a cell does not say its own. */
function blockItem(own: readonly PreparedCell[], total: ServiceTotal): Item {
	const lacks = (key: "quantity" | "amountEur") => own.some((cell) => cell[key] === null);
	const known = own.reduce((sum, cell) => sum + (cell.amountEur ?? 0), 0);
	return {
		key: own[0]?.service ?? "",
		cells: own.map((cell) => cell.index),
		anyCell: false,
		group: own[0]?.group ?? 0,
		loads:
			total.quantity && lacks("quantity")
				? [loadOfQuantity({ ...total.quantity, daysPerWeek: sameDays(own) })]
				: own.flatMap(loadsOfCell),
		amountEur: lacks("amountEur") ? (total.amountEur ?? known) : known,
	};
}

function restOfQuantity(
	own: readonly PreparedCell[],
	without: readonly PreparedCell[],
	{ quantity }: ServiceTotal,
): Item {
	const whole = loadOfQuantity({
		...(quantity as NonNullable<ServiceTotal["quantity"]>),
		daysPerWeek: sameDays(own),
	});
	let amount = whole.amount;
	for (const load of own.flatMap(loadsOfCell)) {
		if (load.family === whole.family && load.base === whole.base) amount -= load.amount;
	}
	return {
		key: `${own[0]?.service} quantity`,
		cells: without.map((cell) => cell.index),
		anyCell: true,
		group: own[0]?.group ?? 0,
		loads: [{ ...whole, amount: Math.max(0, amount) }],
		amountEur: 0,
	};
}

function restOfAmount(
	own: readonly PreparedCell[],
	without: readonly PreparedCell[],
	totalEur: number,
): Item {
	const known = own.reduce((sum, cell) => sum + (cell.amountEur ?? 0), 0);
	return {
		key: `${own[0]?.service} amount`,
		cells: without.map((cell) => cell.index),
		anyCell: true,
		group: own[0]?.group ?? 0,
		loads: [],
		amountEur: Math.max(0, totalEur - known),
	};
}

function loadOfQuantity({ amount, unit, per, daysPerWeek }: LoadQuantity): ItemLoad {
	const inFamily = amount * inFamilyUnit(unit);
	const yearly = periodFactor(per, "year", daysPerWeek);
	return {
		family: unitFamily(unit),
		base: Number.isNaN(yearly) ? (per as LoadBase & Period) : "year",
		amount: Number.isNaN(yearly) ? inFamily : inFamily * yearly,
		daysPerWeek,
	};
}

/** The days asked by all these cells when they ask the same; null otherwise. */
function sameDays(cells: readonly PreparedCell[]): number | null {
	const days = cells[0]?.ask.daysPerWeek ?? null;
	return cells.every((cell) => cell.ask.daysPerWeek === days) ? days : null;
}
