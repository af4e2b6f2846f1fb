import type { BoundNeed } from "../match/bind.ts";
import { compareOffers } from "../match/choice.ts";
import { FACT_UNKNOWN, GROUP_LEAD, GROUP_MEMBER, NO, YES } from "../match/facts.ts";
import { FLAG_FIELDS, readFlag } from "../match/flags.ts";
import { bitOf, type CheckMask, countOf } from "../match/masks.ts";
import { isStale, oldestVerification } from "../match/outcome.ts";
import type { OfferOnCells, SupplierOffers } from "./collect.ts";
import type { Level } from "./level.ts";
import { openChecks } from "./open-checks.ts";
import { type ChosenOffers, ORDER_BIT, type View, viewOf } from "./view.ts";

const INVOICING_BIT = bitOf("eInvoicing");

/** More ways than this of choosing one offer for each segment are not all tried. */
const MAX_PICKS = 32;

/** A supplier with one offer chosen for each segment it would take. */
export interface OfferPick {
	readonly offers: ChosenOffers;
	/** Null when nothing can be confirmed. */
	readonly sure: View | null;
	readonly open: View;
	readonly leads: Leads;
	/** Cells of which it can take a part. */
	readonly reach: readonly number[];
}

/** Whether it can be the group's lead: by its word, and by Chorus Pro when the need asks it. */
export type Leads = "yes" | "perhaps" | "no";

/** A supplier that may be a member of a group. */
export interface Candidate {
	readonly row: number;
	readonly operator: number;
	/** Its word on groups is known. */
	readonly accepts: boolean;
	readonly picks: readonly OfferPick[];
	/** Something can be confirmed of it. */
	readonly sure: boolean;
	/** How much there is to ask of it, over all that it could take, with the choice of offers that reaches furthest. */
	readonly unknowns: number;
}

export interface Levels {
	readonly sure: Level;
	readonly open: Level;
}

/** A supplier with its choices of offers; null when it can hold nothing. */
export function candidateOf(
	bound: BoundNeed,
	levels: Levels,
	{ row, offers }: SupplierOffers,
): Candidate | null {
	const { operator, consortium } = bound.columns.suppliers;
	const role = consortium[row] as number;
	let unknowns = 0;
	let widest = 0;
	const picks: OfferPick[] = [];
	for (const chosen of choicesOf(bound, offers)) {
		const open = viewOf(bound, levels.open, chosen);
		const reach = reachOf(levels.open, open);
		if (reach.length === 0) continue;
		const confirmable = role !== FACT_UNKNOWN && !levels.sure.unpriced.includes(1);
		const sure = confirmable ? viewOf(bound, levels.sure, chosen) : null;
		picks.push({
			offers: chosen,
			sure: sure?.parts.some((part) => part > 0) ? sure : null,
			open,
			reach,
			leads: leadsOf(bound, chosen, role),
		});
		const own = unknownsOf(bound, levels.open, chosen, open, reach);
		if (reach.length > widest || (reach.length === widest && own < unknowns)) {
			widest = reach.length;
			unknowns = own;
		}
	}
	if (picks.length === 0) return null;
	const accepts = role !== FACT_UNKNOWN;
	return {
		row,
		operator: operator[row] as number,
		accepts,
		picks,
		sure: picks.some((pick) => pick.sure !== null),
		unknowns: unknowns + Number(!accepts),
	};
}

/**
 * One offer for each segment, in every way. A segment is also left alone where its offer would limit the others: where offers differ by the
 * orders they accept or by electronic invoicing, or where one serves several segments.
 */
function choicesOf(
	{ columns, prepared }: BoundNeed,
	offers: readonly (readonly OfferOnCells[])[],
): ChosenOffers[] {
	const { orderMin, orderMax, flags } = columns.offers;
	const all = offers.flat();
	const terms = new Set(
		all.map(({ row, negotiable }) =>
			[
				orderMin[row],
				orderMax[row],
				negotiable & (ORDER_BIT | INVOICING_BIT),
				readFlag(flags[row] as number, FLAG_FIELDS.eInvoicing),
			].join(" "),
		),
	);
	const mayLeave = terms.size > 1 || new Set(all.map(({ row }) => row)).size < all.length;
	// By what offers say and segments' codes, so that their order in the need and in the base changes nothing.
	const order = prepared.groups.toSorted((a, b) => (a.segment < b.segment ? -1 : 1));
	let choices: (OfferOnCells | null)[][] = [offers.map(() => null)];
	for (const { index } of order) {
		const options: (OfferOnCells | null)[] = (offers[index] ?? []).toSorted((a, b) =>
			compareOffers(columns, a.row, b.row),
		);
		if (options.length === 0 || mayLeave) options.push(null);
		choices = choices.flatMap((choice) => options.map((option) => choice.with(index, option)));
	}
	return choices.filter((choice) => choice.some((offer) => offer !== null)).slice(0, MAX_PICKS);
}

function leadsOf(bound: BoundNeed, offers: ChosenOffers, role: number): Leads {
	if (role === GROUP_MEMBER) return "no";
	const { failed, discussed, unknown } = leadChecks(bound, offers);
	if (failed !== 0) return "no";
	return role === GROUP_LEAD && (discussed | unknown) === 0 ? "yes" : "perhaps";
}

/** What the need asks of the lead alone: electronic invoicing, on each of its offers. */
export function leadChecks(
	{ prepared, columns }: BoundNeed,
	offers: ChosenOffers,
): { failed: CheckMask; discussed: CheckMask; unknown: CheckMask } {
	const found = { failed: 0, discussed: 0, unknown: 0 };
	if ((prepared.asked & INVOICING_BIT) === 0) return found;
	for (const offer of offers) {
		if (!offer) continue;
		const invoicing = readFlag(columns.offers.flags[offer.row] as number, FLAG_FIELDS.eInvoicing);
		if (invoicing === YES) continue;
		if (invoicing !== NO) found.unknown = INVOICING_BIT;
		else if ((offer.negotiable & INVOICING_BIT) !== 0) found.discussed = INVOICING_BIT;
		else found.failed = INVOICING_BIT;
	}
	return found;
}

/** What the chosen offers leave to ask on the cells they can hold: checks unknown or to be discussed, and a word that is too old. */
function unknownsOf(
	bound: BoundNeed,
	level: Level,
	offers: ChosenOffers,
	view: View,
	reach: readonly number[],
): number {
	const open = openChecks(bound, level, offers, view, reach);
	const oldest = oldestVerification(bound.prepared.terms.on);
	const stale = offers.some((offer) => offer && isStale(bound.columns, offer.row, oldest));
	return countOf(open) + Number(stale);
}

/** The cells of which a view can take a part. */
function reachOf({ items }: Level, { parts }: View): number[] {
	return items.flatMap(({ cells, anyCell }, i) =>
		!anyCell && (parts[i] as number) > 0 ? cells : [],
	);
}
