import type { LegalConfidence } from "./legal-table.ts";
import type { Provenance } from "./supplier.ts";
import type { Care, CheckId, CheckVerdict, KindCode, Scope, Verdict } from "./vocabulary.ts";

/** The answer of `needs/match`, in the exact shapes of `api.md`. */

/** A JSON value a check asked or was offered; null when unknown. */
export type FactValue =
	| null
	| boolean
	| number
	| string
	| readonly FactValue[]
	| { readonly [key: string]: FactValue };

export interface CheckResult {
	readonly check: CheckId;
	readonly service: string | null;
	readonly cell: string | null;
	readonly verdict: CheckVerdict;
	readonly asked: FactValue;
	/** Null: not declared. Absent when `withheld`. */
	readonly offered?: FactValue;
	/** How far from the limit, in the check's unit (km, days, hours, euros…); negative when short; null when not a number. */
	readonly margin?: number | null;
	/** The value exists but is only for identified buyers. */
	readonly withheld?: true;
	/** Was unmet, and the need or the offer is ready to discuss it: « à négocier ». */
	readonly negotiable: boolean;
	/** Source and date of the offered fact; null when there is none. */
	readonly source: Provenance["source"] | null;
	readonly on: string | null;
}

export interface MatchedSupplier {
	readonly id: string;
	readonly siret: string | null;
	readonly name: string;
	readonly verdict: Verdict;
	/** To the nearest site of the need, as the crow flies; null without position. */
	readonly distanceKm: number | null;
	/** Its best cell (scope any); null for scope whole. */
	readonly cell: string | null;
	readonly checks: readonly CheckResult[];
	readonly care: readonly Care[];
	/** With `detail=cells`: what it gives on each cell. */
	readonly byCell?: Readonly<Record<string, CellVerdict>>;
	/** The offer is stale: not confirmed by the supplier or the CRESS within a year. */
	readonly stale: boolean;
	readonly verifiedOn: string | null;
	readonly commune: string | null;
	readonly lat: number | null;
	readonly lon: number | null;
	readonly kinds: readonly string[] | null;
}

export interface CellVerdict {
	readonly verdict: Verdict;
	readonly failed: readonly CheckId[];
	readonly unknown: readonly CheckId[];
}

export interface WaterfallStep {
	readonly check: CheckId;
	readonly remaining: number;
	readonly removed: number;
	/** Suppliers that this check alone keeps out. */
	readonly removedAlone: number;
}

export interface CellCount {
	readonly cell: string;
	readonly theoretical: number;
	readonly confirmed: number;
	readonly possible: number;
}

export interface Combination {
	readonly checks: readonly CheckId[];
	readonly organisations: number;
}

/** Whose change it is: the need's wording, its allotment, or the law's regime. */
export type RelaxationNature = "need" | "allotment" | "law";

/** One value of a need that would change; `applyChanges` (relax/apply.ts) says what it becomes. */
export interface RelaxationChange {
	readonly check: CheckId;
	/** Null: the whole need, or every service. */
	readonly service: string | null;
	/** `service/site`; null: every cell of the service. */
	readonly cell: string | null;
	readonly from: FactValue;
	/** Null: no longer asked. */
	readonly to: FactValue;
}

/** Changes of the need and what they bring, found by matching again. */
export interface RelaxationProposal {
	readonly nature: RelaxationNature;
	readonly changes: readonly RelaxationChange[];
	/** What the changes make of the need: a JSON Merge Patch (RFC 7396). */
	readonly patch: Readonly<Record<string, unknown>>;
	/** Ids of the suppliers that join the real offer, and of those that leave it. */
	readonly gained: readonly string[];
	readonly lost: readonly string[];
	readonly confirmed: number;
	readonly possible: number;
	readonly real: number;
	readonly organisations: number;
}

/** A value of one condition at which a supplier comes in or goes. `gained` and `lost` are told from the need as it stands. */
export interface StepPoint {
	readonly value: FactValue;
	readonly real: number;
	readonly confirmed: number;
	readonly organisations: number;
	readonly gained: readonly string[];
	readonly lost: readonly string[];
	readonly change: RelaxationChange;
}

/** What the real offer becomes as one condition moves away from what is asked. */
export interface StepFunction {
	readonly check: CheckId;
	readonly service: string | null;
	readonly nature: RelaxationNature;
	readonly asked: FactValue;
	/** The smallest change first. */
	readonly points: readonly StepPoint[];
}

/** How a member of a group is eligible to a reserved contract. */
export interface MemberEligibility {
	readonly article: string;
	readonly confidence: LegalConfidence;
	/** `proved`: a kind the article names, proved and valid at the start. */
	readonly state: "proved" | "to-confirm";
	/** The kinds it rests on; empty when they are not known, or when it rests on a status. */
	readonly kinds: readonly KindCode[];
}

/** A member of a group, judged on its own cells. */
export interface ConsortiumMember {
	readonly id: string;
	readonly siret: string | null;
	readonly name: string;
	readonly commune: string | null;
	/** To the nearest site of the need, as the crow flies; null without position. */
	readonly distanceKm: number | null;
	/** The cells it takes, whole or in part, and those it shares. */
	readonly cells: readonly string[];
	readonly shared: readonly string[];
	/** Checks to confirm, and checks that fail but may be discussed, on its cells. */
	readonly unknown: readonly CheckId[];
	readonly toDiscuss: readonly CheckId[];
	/** An offer it would use has not been confirmed within a year. */
	readonly stale: boolean;
	/** Whether it is known to accept a group. */
	readonly accepts: "yes" | "unknown";
	/** Whether it can be the lead. */
	readonly leads: "yes" | "perhaps" | "no";
	/** Null without reservation. */
	readonly eligibility: MemberEligibility | null;
}

/** A minimal group of two or three independent organisations that together cover every cell. */
export interface Consortium {
	readonly members: readonly string[];
	readonly lead: string;
	readonly verdict: "confirmed" | "possible";
	/** Who takes each cell; several where it is shared. */
	readonly shares: Readonly<Record<string, readonly string[]>>;
	/** How much there is to ask of its members on all that they could take; 0 when confirmed. */
	readonly unknowns: number;
	/** In the order of `members`. */
	readonly details: readonly ConsortiumMember[];
}

/** How the groups were sought. */
export interface ConsortiaSearch {
	/** Null: more than are shown. */
	readonly total: number | null;
	/** Suppliers that groups were made of, and all those that could take a cell or a part of one. */
	readonly candidates: number;
	readonly found: number;
	/** Candidates that could take the whole alone. */
	readonly alone: number;
	/** Cells that nobody could take a part of. */
	readonly uncovered: readonly string[];
	/** False: there were too many ways to look at, and other groups may exist. */
	readonly complete: boolean;
}

export interface MatchAnswer {
	readonly scope: Scope;
	readonly theoretical: number;
	readonly confirmed: number;
	readonly possible: number;
	readonly real: number;
	readonly organisations: number;
	readonly minCompetition: number;
	/** (Lower) median number of cells within reach among theoretical suppliers; null when there are none. */
	readonly reachMedian: number | null;
	readonly waterfall: readonly WaterfallStep[];
	/** Null for scope whole. */
	readonly cells: readonly CellCount[] | null;
	readonly suppliers: readonly MatchedSupplier[];
	/** To go on after this page of `suppliers`; null on the last page. */
	readonly nextCursor: string | null;
	readonly combinations: readonly Combination[];
	/** With `relax` only. The best first, 8 at most. */
	readonly relaxations?: readonly RelaxationProposal[];
	/** Groups that could do it together, best first; empty when neither the need nor the caller asks for them. */
	readonly consortia: readonly Consortium[];
	/** Null when groups were not sought. */
	readonly consortiaSearch: ConsortiaSearch | null;
}
