import type { BoundNeed } from "../match/bind.ts";
import { bitOf, type CheckMask, maskOf } from "../match/masks.ts";
import { isStale, oldestVerification } from "../match/outcome.ts";
import type { PreparedCell } from "../match/prepared.ts";
import { type CapacityLimit, capacityLimit } from "./capacity-limit.ts";
import type { OfferOnCells } from "./collect.ts";
import type { ItemLoad } from "./items.ts";
import type { Ledger, Level } from "./level.ts";

export const DAYS_BIT = bitOf("daysPerWeek");
export const CAPACITY_BIT = bitOf("capacity");
export const ORDER_BIT = bitOf("order");

/** Checks that keep nobody from a cell: they are judged on a member's share, or on the lead. */
export const SHARE_CHECKS: CheckMask = maskOf(["capacity", "order", "daysPerWeek", "eInvoicing"]);

/** The chosen offers of a supplier: one for each segment group, null where it takes nothing. */
export type ChosenOffers = readonly (OfferOnCells | null)[];

/** How much one of a member's offers carries in a ledger. */
export interface LedgerNode {
	/** Infinite when nothing limits it. */
	readonly limit: number;
	/** Segment groups it was chosen for. */
	readonly groups: readonly number[];
}

/** What a member can do of the items of one level. */
export interface View {
	/** Per item: the largest part it may take, 0 to 1; less than 1 when its days fall short. */
	readonly parts: Float64Array;
	/** Per item: 1 when days or capacity may force it to leave a part of the item to others. */
	readonly cut: Uint8Array;
	/** Some part is neither 0 nor 1. */
	readonly partial: boolean;
	/** Per ledger. */
	readonly nodes: readonly (readonly OfferLimit[])[];
	/** Per ledger, what its offers carry together. */
	readonly limits: Float64Array;
	/** It carries each ledger with one offer at most. */
	readonly simple: boolean;
	readonly minEur: number;
	readonly maxEur: number;
	/** The euros of all it can hold, and whether they can exceed its limits or fall short of them. */
	readonly heldEur: number;
}

/** What the chosen offers can do of a level's items. */
export function viewOf(bound: BoundNeed, level: Level, offers: ChosenOffers): View {
	const held = bound.prepared.cells.map((cell) => cellPart(bound, level, offers, cell));
	const parts = Float64Array.from(level.items, ({ cells, anyCell }) => {
		const own = cells.map((cell) => held[cell] as number);
		return anyCell ? Number(own.some((part) => part > 0)) : Math.min(...own);
	});
	const limits = level.ledgers.map((ledger) => ledgerLimits(bound, level, ledger, offers, parts));
	if (level.strict) dropUnsure(level, limits, parts);
	const cut = Uint8Array.from(level.items, ({ anyCell }, i) => {
		const part = parts[i] as number;
		return Number(part > 0 && (part < 1 || anyCell));
	});
	limits.forEach((list, l) => {
		for (const node of list) markShort(level, level.ledgers[l] as Ledger, node, parts, cut);
	});
	let heldEur = 0;
	for (let i = 0; i < parts.length; i++) {
		if ((parts[i] as number) > 0) heldEur += level.amounts[i] as number;
	}
	return {
		parts,
		cut,
		partial: parts.some((part) => part > 0 && part < 1),
		nodes: limits,
		limits: Float64Array.from(limits, (list) => list.reduce((sum, { limit }) => sum + limit, 0)),
		simple: limits.every((list) => list.length <= 1),
		...orderLimits(bound, level, offers, isUnpriced(level, parts)),
		heldEur,
	};
}

/** The part of a cell that the chosen offer may take: 1, less when only its days fall short, 0 when it may take none. */
function cellPart(
	{ columns, prepared }: BoundNeed,
	{ strict, orderAsked }: Level,
	offers: ChosenOffers,
	cell: PreparedCell,
): number {
	const offer = offers[cell.group];
	if (!offer) return 0;
	const { row, negotiable } = offer;
	const failed = offer.failed[cell.index] as number;
	const hard = failed & ~SHARE_CHECKS;
	if ((strict ? hard : hard & ~negotiable) !== 0) return 0;
	if (strict) {
		const open = (offer.unknown[cell.index] as number) & (~SHARE_CHECKS | DAYS_BIT);
		const stale = isStale(columns, row, oldestVerification(prepared.terms.on));
		if (open !== 0 || stale || (orderAsked && !hasOrderLimits(columns, row))) return 0;
	}
	if ((failed & DAYS_BIT) === 0 || (!strict && (negotiable & DAYS_BIT) !== 0)) return 1;
	return (columns.offers.daysPerWeek[row] as number) / (cell.ask.daysPerWeek ?? 1);
}

export function hasOrderLimits({ offers }: BoundNeed["columns"], row: number): boolean {
	return !(
		Number.isNaN(offers.orderMin[row] as number) && Number.isNaN(offers.orderMax[row] as number)
	);
}

/** An offer's limit in a ledger, and whether it is wholly known. */
export interface OfferLimit extends CapacityLimit, LedgerNode {
	readonly offer: OfferOnCells;
	/** What it could be asked there at most. */
	readonly heldWeight: number;
	/** The limit before anything is discussed. */
	readonly declared: number;
}

/** What each of the offers carries in a ledger; an offer chosen for several segments counts once. */
export function ledgerLimits(
	{ columns, prepared }: BoundNeed,
	level: Level,
	ledger: Ledger,
	offers: ChosenOffers,
	parts: Float64Array,
): OfferLimit[] {
	const byRow = new Map<number, { offer: OfferOnCells; groups: number[]; loads: ItemLoad[] }>();
	for (const group of ledger.groups) {
		const offer = offers[group];
		if (!offer) continue;
		const known = byRow.get(offer.row);
		if (known) known.groups.push(group);
		else byRow.set(offer.row, { offer, groups: [group], loads: [] });
	}
	return [...byRow.values()].map(({ offer, groups, loads }): OfferLimit => {
		let heldWeight = 0;
		for (const i of ledger.items) {
			if (parts[i] === 0 || !groups.includes(level.items[i]?.group ?? -1)) continue;
			heldWeight += ledger.weights[i] as number;
			loads.push(...(ledger.loads[i] ?? []));
		}
		const { limit, sure } = capacityLimit(columns, offer.row, loads, prepared.terms.on);
		const discussed = !level.strict && (offer.negotiable & CAPACITY_BIT) !== 0;
		return {
			offer,
			groups,
			heldWeight,
			declared: limit,
			limit: discussed ? Number.POSITIVE_INFINITY : limit,
			sure: sure && !(discussed && heldWeight > limit),
		};
	});
}

/** To be confirmed, an item that weighs where a capacity is not wholly known is not held. */
function dropUnsure(
	level: Level,
	limits: readonly (readonly OfferLimit[])[],
	parts: Float64Array,
): void {
	limits.forEach((list, l) => {
		for (const { sure, groups } of list) {
			if (sure) continue;
			for (const i of (level.ledgers[l] as Ledger).items) {
				if (groups.includes(level.items[i]?.group ?? -1)) parts[i] = 0;
			}
		}
	});
}

/** An offer that cannot carry all that it could hold may have to leave a part of any of it. */
function markShort(
	level: Level,
	ledger: Ledger,
	node: OfferLimit,
	parts: Float64Array,
	cut: Uint8Array,
): void {
	if (node.heldWeight <= node.limit) return;
	for (const i of ledger.items) {
		if ((parts[i] as number) > 0 && node.groups.includes(level.items[i]?.group ?? -1)) cut[i] = 1;
	}
}

/** Whether some of the euros of what it could take are not known. */
export function isUnpriced({ unpriced }: Level, parts: Float64Array): boolean {
	return unpriced.some((missing, i) => missing === 1 && (parts[i] as number) > 0);
}

/** Every offer's limits hold for all that the supplier takes; a minimum cannot be missed while some amount it could take is not known. */
function orderLimits(
	{ columns }: BoundNeed,
	level: Level,
	offers: ChosenOffers,
	unpriced: boolean,
): { minEur: number; maxEur: number } {
	let minEur = 0;
	let maxEur = Number.POSITIVE_INFINITY;
	for (const offer of offers) {
		if (!offer || !level.orderAsked) continue;
		if (!level.strict && (offer.negotiable & ORDER_BIT) !== 0) continue;
		const min = columns.offers.orderMin[offer.row] as number;
		const max = columns.offers.orderMax[offer.row] as number;
		if (min > minEur && !unpriced) minEur = min;
		if (max < maxEur) maxEur = max;
	}
	return { minEur, maxEur };
}
