import type { BoundNeed } from "../match/bind.ts";
import type { CheckMask } from "../match/masks.ts";
import type { PreparedCell } from "../match/prepared.ts";
import type { OfferOnCells } from "./collect.ts";
import type { Level } from "./level.ts";
import {
	CAPACITY_BIT,
	type ChosenOffers,
	DAYS_BIT,
	hasOrderLimits,
	isUnpriced,
	ledgerLimits,
	ORDER_BIT,
	SHARE_CHECKS,
	type View,
} from "./view.ts";

/** The checks that are unknown, or to be discussed, on some of the given cells. */
export function openChecks(
	{ columns, prepared }: BoundNeed,
	level: Level,
	offers: ChosenOffers,
	view: View,
	cells: readonly number[],
): CheckMask {
	let open = 0;
	const groups = new Set<number>();
	for (const index of cells) {
		const group = prepared.cells[index]?.group as number;
		const offer = offers[group];
		if (!offer) continue;
		groups.add(group);
		const discussed = (offer.failed[index] as number) & offer.negotiable;
		const unknown = (offer.unknown[index] as number) | discussed;
		open |= unknown & (~SHARE_CHECKS | DAYS_BIT);
	}
	const unsure = level.ledgers.some((_, l) =>
		view.nodes[l]?.some((node) => !node.sure && node.groups.some((group) => groups.has(group))),
	);
	if (unsure) open |= CAPACITY_BIT;
	if (level.orderAsked) {
		const unlimited = [...groups].some((group) => {
			const offer = offers[group];
			return offer && !hasOrderLimits(columns, offer.row);
		});
		if (unlimited || isUnpriced(level, view.parts)) open |= ORDER_BIT;
	}
	return open;
}

/** The checks that fail on a share and that the buyer or the supplier would discuss. */
export function discussedChecks(
	bound: BoundNeed,
	level: Level,
	offers: ChosenOffers,
	cells: readonly PreparedCell[],
): CheckMask {
	let discussed = 0;
	let amountEur = 0;
	const used = new Set<OfferOnCells>();
	for (const { index, group, amountEur: own } of cells) {
		const offer = offers[group];
		if (!offer) continue;
		used.add(offer);
		amountEur += own ?? 0;
		discussed |= (offer.failed[index] as number) & offer.negotiable & (~SHARE_CHECKS | DAYS_BIT);
	}
	const held = new Set(cells.map((cell) => cell.index));
	const parts = Float64Array.from(level.items, (item) =>
		Number(item.cells.every((cell) => held.has(cell))),
	);
	for (const ledger of level.ledgers) {
		for (const node of ledgerLimits(bound, level, ledger, offers, parts)) {
			if ((node.offer.negotiable & CAPACITY_BIT) !== 0 && node.heldWeight > node.declared) {
				discussed |= CAPACITY_BIT;
			}
		}
	}
	const { orderMin, orderMax } = bound.columns.offers;
	for (const { row, negotiable } of level.orderAsked ? used : []) {
		if ((negotiable & ORDER_BIT) === 0) continue;
		const outside = amountEur > (orderMax[row] as number) || amountEur < (orderMin[row] as number);
		if (outside) discussed |= ORDER_BIT;
	}
	return discussed;
}
