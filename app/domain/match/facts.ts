import type { Day } from "../dates.ts";

/**
 * Facts as numbers. An unknown number is NaN, an unknown day NO_DAY, an unknown set or list -1.
 * Facts with several values are numbers of sequences (int-sets.ts), so that a verdict on one is computed once per need.
 */

/** A yes/no fact, and any other fact of few values. */
export const FACT_UNKNOWN = 0;
export const YES = 1;
export const NO = 2;
export const STOCK_FIRM = 1;
export const STOCK_AS_FOUND = 2;
export const TRANSFER_ACCEPTS = 1;
export const TRANSFER_STUDIES = 2;
export const TRANSFER_IMPOSSIBLE = 3;
/** Ranks of CONSORTIUM_ROLES. */
export const GROUP_NO = 1;
export const GROUP_MEMBER = 2;
export const GROUP_LEAD = 3;
export const VERIFIED_BY_SUPPLIER = 1;
export const VERIFIED_BY_CRESS = 2;
export const VERIFIED_BY_IMPORT = 3;

/** How an offer's node stands to the needed one. */
export const SAME_NODE = 0;
export const CHILD_NODE = 1;
export const PARENT_NODE = 2;

/** Number of a set of values that is not known. */
export const UNKNOWN_SET = -1;

/** One capacity entry, as numbers. */
export interface CompiledCapacity {
	/** Rank of the unit in UNITS and of the period in PERIODS. */
	readonly unit: number;
	readonly per: number;
	readonly max: number;
	readonly remaining: number;
	readonly remainingOn: Day;
}

/** An offer ready for the columns: effective facts, codes still as text. Null: unknown. */
export interface CompiledOffer {
	/** Place of the offer in its supplier's `offers`. */
	readonly position: number;
	readonly segment: string;
	readonly inferred: boolean;
	readonly includesChildren: boolean;
	readonly modes: number;
	readonly areaDeclared: boolean;
	readonly country: boolean;
	readonly radiusKm: number;
	readonly zones: readonly string[];
	readonly daysPerWeek: number;
	readonly weekdays: number;
	readonly windows: readonly number[] | null;
	readonly minVisitHours: number;
	readonly closures: readonly number[] | null;
	readonly coversClosures: boolean;
	readonly leadTimeDays: number;
	readonly availableFrom: Day;
	readonly stock: number;
	readonly staffDependent: boolean;
	readonly certificates: readonly { readonly code: string; readonly until: Day }[] | null;
	readonly capabilities: readonly { readonly code: string; readonly value: boolean }[] | null;
	readonly delivers: number;
	readonly installs: number;
	readonly staffTransfer: number;
	readonly eInvoicing: number;
	readonly orderMin: number;
	readonly orderMax: number;
	readonly capacity: readonly CompiledCapacity[];
	readonly flexible: number;
	readonly verifiedOn: Day;
	readonly verifiedBy: number;
}

/** A supplier ready for the columns. */
export interface CompiledSupplier {
	/** Public id: seeds the stable draw. */
	readonly id: string;
	/** Folded name, for the sort by name. */
	readonly sortName: string;
	readonly operatorKey: string;
	readonly lat: number;
	readonly lon: number;
	readonly errorKm: number;
	readonly commune: number;
	readonly kinds: readonly number[] | null;
	readonly ess: number;
	readonly consortium: number;
	readonly offers: readonly CompiledOffer[];
}
