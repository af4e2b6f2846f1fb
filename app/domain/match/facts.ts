import type { Day } from "../dates.ts";
import { NO_DAY } from "../dates.ts";

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
export const VERIFIED_BY_SUPPLIER = 1;
export const VERIFIED_BY_CRESS = 2;
export const VERIFIED_BY_IMPORT = 3;

/** How an offer's node stands to the needed one. */
export const SAME_NODE = 0;
export const CHILD_NODE = 1;
export const PARENT_NODE = 2;

/** Number of a set of values that is not known. */
export const UNKNOWN_SET = -1;

/** One offer and its supplier, as the checks read them. One record is reused for every row. */
export class OfferFacts {
	// Supplier
	supplierRow = -1;
	lat = Number.NaN;
	lon = Number.NaN;
	/** The position as a point of the unit sphere; NaN when unknown. */
	x = Number.NaN;
	y = Number.NaN;
	z = Number.NaN;
	/** 0 for an exact position; else the error to expect, in km. */
	errorKm = 0;
	/** Number of its commune (place-keys.ts); 0 unknown. */
	commune = 0;
	/** Sequence of code·4+proof, asOf, until. */
	kinds = UNKNOWN_SET;
	ess = FACT_UNKNOWN;
	// Offer
	row = -1;
	/** SAME_NODE, CHILD_NODE or PARENT_NODE: set by the engine for the needed segment. */
	relation = SAME_NODE;
	inferred = false;
	includesChildren = false;
	/** Bit i = i-th mode; -1 unknown. */
	modes = -1;
	areaDeclared = false;
	country = false;
	radiusKm = Number.NaN;
	/** Sequence of zone numbers. */
	zones = UNKNOWN_SET;
	daysPerWeek = Number.NaN;
	/** Bit i = i-th weekday; -1 unknown. */
	weekdays = -1;
	/** Sequence of from, length in minutes. */
	windows = UNKNOWN_SET;
	minVisitHours = Number.NaN;
	/** Sequence of from, to as month·100+day. */
	closures = UNKNOWN_SET;
	coversClosures = false;
	leadTimeDays = Number.NaN;
	availableFrom: Day = NO_DAY;
	stock = FACT_UNKNOWN;
	staffDependent = false;
	/** Sequence of certificate number, until. */
	certificates = UNKNOWN_SET;
	/** Sequence of capability number·2 + (1 when true). */
	capabilities = UNKNOWN_SET;
	delivers = FACT_UNKNOWN;
	installs = FACT_UNKNOWN;
	staffTransfer = FACT_UNKNOWN;
	eInvoicing = FACT_UNKNOWN;
	orderMin = Number.NaN;
	orderMax = Number.NaN;
	/** Entries `capacityStart … capacityEnd - 1` of the capacity columns. */
	capacityStart = 0;
	capacityEnd = 0;
	/** Checks the supplier would discuss. */
	flexible = 0;
	verifiedOn: Day = NO_DAY;
	verifiedBy = FACT_UNKNOWN;
}

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
	readonly offers: readonly CompiledOffer[];
}
