import type { Criteria } from "../criteria.ts";
import type { Criterion, Segment, Taxonomy } from "../reference.ts";

/** What a trade usually asks: those fields stand first, the others are folded. */

export type TypicalField =
	| "days"
	| "window"
	| "quantity"
	| "amount"
	| "startsOn"
	| "delivery"
	| "installation"
	| "firmStock";

const FIELDS: Readonly<Record<string, TypicalField>> = {
	daysPerWeek: "days",
	window: "window",
	capacity: "quantity",
	order: "amount",
	leadTime: "startsOn",
	delivery: "delivery",
	installation: "installation",
	stock: "firmStock",
};

/** Fields to ask first for a segment; those of its parent when it names none. */
export function typicalFields(segment: string, taxonomy: Taxonomy): ReadonlySet<TypicalField> {
	const node = taxonomy.get(segment);
	const named = constraintsOf(node);
	const parent = node?.parent ? taxonomy.get(node.parent) : undefined;
	const list = named.length > 0 ? named : constraintsOf(parent);
	return new Set(list.flatMap((one) => FIELDS[one] ?? []));
}

function constraintsOf(segment: Segment | undefined): readonly string[] {
	return segment?.typicalConstraints ?? [];
}

export interface TradeConditions {
	/** Shown at once. */
	readonly first: readonly Criterion[];
	/** Folded. */
	readonly others: readonly Criterion[];
}

/** How many conditions of the trade fit a screen. */
const FIRST = 6;

/** Conditions of a segment: the typical ones and those already asked, then the rest folded. */
export function tradeConditions(
	segment: string,
	asked: readonly string[],
	criteria: Criteria,
): TradeConditions {
	const all = criteria.ofSegment(segment);
	const known = new Set(all.map((criterion) => criterion.code));
	const extra = asked.flatMap((code) =>
		known.has(code) ? [] : (criteria.criterionOf(code) ?? []),
	);
	const kept = new Set(asked);
	const first = all.filter((criterion, index) => index < FIRST || kept.has(criterion.code));
	return {
		first: [...first, ...extra],
		others: all.filter((criterion) => !first.includes(criterion)),
	};
}
