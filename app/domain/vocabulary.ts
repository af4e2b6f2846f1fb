/** The closed word lists of the field. French labels live in `french-labels.ts`. */

/** Accreditations of a supplier. Being ESS by status, or doing reuse (a tag), is something else. */
export const KIND_CODES = [
	"EI",
	"ACI",
	"AI",
	"ETTI",
	"EITI",
	"GEIQ",
	"EA",
	"EATT",
	"ESAT",
	"SEP",
	"ESUS",
	"EBE",
	"TIH",
] as const;
export type KindCode = (typeof KIND_CODES)[number];

/** How an accreditation is known: seen on an official list, on a document, or only said. */
export const PROOFS = ["registry", "document", "declared"] as const;
export type Proof = (typeof PROOFS)[number];

/** Regimes of reserved contracts, CCP L2113-12 to -16. */
export const RESERVATIONS = ["handicap", "insertion", "joint", "prison", "ess"] as const;
export type Reservation = (typeof RESERVATIONS)[number];

export const MODES = ["service", "goods", "staffing"] as const;
export type Mode = (typeof MODES)[number];

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export const UNITS = [
	"piece",
	"m2",
	"m3",
	"ml",
	"h",
	"kg",
	"t",
	"person",
	"day",
	"intervention",
	"vehicle",
	"meal",
] as const;
export type Unit = (typeof UNITS)[number];

export const PERIODS = ["order", "visit", "day", "week", "month", "year"] as const;
export type Period = (typeof PERIODS)[number];

export const BUYERS = ["state", "local-authority", "contracting-entity", "private"] as const;
export type Buyer = (typeof BUYERS)[number];

/** Checks in their one order: every list and waterfall follows it. */
export const CHECK_IDS = [
	"segment",
	"area",
	"near",
	"kind",
	"reservation",
	"mode",
	"daysPerWeek",
	"weekdays",
	"window",
	"visitHours",
	"capacity",
	"order",
	"leadTime",
	"availability",
	"continuity",
	"stock",
	"certificates",
	"capabilities",
	"delivery",
	"installation",
	"staffTransfer",
	"eInvoicing",
] as const;
export type CheckId = (typeof CHECK_IDS)[number];

/** The outcome of one check. `unknown` is never treated as met nor as unmet. */
export type CheckVerdict = "met" | "unmet" | "unknown";

/** The outcome for one supplier: « compatible », « à confirmer », « ne correspond pas, en l'état ». */
export type Verdict = "confirmed" | "possible" | "excluded";

export const SCOPES = ["any", "whole"] as const;
/** `any`: could take at least one cell. `whole`: every cell. */
export type Scope = (typeof SCOPES)[number];

/** Points that deserve care and never exclude. */
export const CARES = ["skills", "turnover", "commercial-ceiling", "single-contact"] as const;
export type Care = (typeof CARES)[number];

/** Who last said that an offer is true. Only the supplier or the CRESS can make it « compatible ». */
export const VERIFIERS = ["supplier", "cress", "import"] as const;
export type Verifier = (typeof VERIFIERS)[number];
