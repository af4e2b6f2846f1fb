import type { Day } from "../dates.ts";
import type { Need, Quantity } from "../need.ts";
import type { Commune } from "../reference.ts";
import type { Window, Zone } from "../supplier.ts";
import type { KindCode, Mode, Period, Reservation, Unit, Weekday } from "../vocabulary.ts";
import type { CheckMask } from "./masks.ts";

/** What one cell asks of an offer, its service's requirements and its own override resolved. Quantity and amount stand apart. */
export interface CellAsk {
	readonly mode: Mode | null;
	readonly daysPerWeek: number | null;
	/** Empty: not asked. */
	readonly weekdays: readonly Weekday[];
	readonly window: Window | null;
	readonly visitHours: number | null;
	readonly continuity: boolean;
	readonly firmStock: boolean;
	readonly certificates: readonly string[];
	readonly capabilities: readonly string[];
	readonly delivery: boolean;
	readonly installation: boolean;
	readonly staffTransfer: boolean;
	readonly eInvoicing: "chorus" | null;
}

/** What the need asks of every cell. */
export interface Terms {
	readonly on: Day;
	readonly startsOn: Day | null;
	/** `startsOn`, or the date of evaluation. */
	readonly start: Day;
	/** Null: not given. */
	readonly durationMonths: number | null;
	/** Last day of the contract; null when it lasts a year or more, or its duration is not given. */
	readonly end: Day | null;
	readonly kinds: readonly KindCode[] | null;
	readonly reservation: Reservation | null;
	/** With the rule `sits-within`; null otherwise. */
	readonly nearKm: number | null;
	readonly undeclaredKm: number;
	/** Checks the buyer would discuss, those that nobody can left out. */
	readonly negotiable: CheckMask;
	readonly minCompetition: number;
}

/** A site of the need, with its position and commune. */
export interface SitePlace {
	readonly kind: "site";
	readonly id: string;
	readonly label: string;
	readonly lat: number;
	readonly lon: number;
	readonly errorKm: number;
	readonly commune: Commune;
}

/** A whole zone instead of sites. */
export interface ZonePlace {
	readonly kind: "zone";
	readonly id: string;
	readonly label: string;
	readonly zone: Zone;
	readonly communes: readonly Commune[];
	/** Middle of its communes and the distance to the farthest, for quick answers about circles. */
	readonly lat: number;
	readonly lon: number;
	readonly reachKm: number;
}

export type Place = SitePlace | ZonePlace;

/** One (service, place) pair asked for. */
export interface PreparedCell {
	readonly index: number;
	/** `service/site` or `service/zone`. */
	readonly id: string;
	readonly service: string;
	/** Index in `places`, `groups`, `profiles`. */
	readonly place: number;
	readonly group: number;
	readonly profile: number;
	readonly ask: CellAsk;
	/** Null: unknown, or only known as a total of its service. */
	readonly quantity: Quantity | null;
	readonly amountEur: number | null;
	readonly asked: CheckMask;
}

/** A taxonomy node that can serve a needed segment, and how it stands to it. */
export interface ServingNode {
	readonly segment: string;
	/** SAME_NODE, CHILD_NODE or PARENT_NODE of facts.ts. */
	readonly relation: number;
}

/** All the cells on one segment: one offer serves them all. */
export interface SegmentGroup {
	readonly index: number;
	readonly segment: string;
	readonly nodes: readonly ServingNode[];
	/** Indexes of cells, of places and of profiles that occur in it. */
	readonly cells: readonly number[];
	readonly places: readonly number[];
	readonly profiles: readonly number[];
}

/** A total given on a service whose split by site is not known. */
export interface ServiceTotal {
	readonly quantity: Quantity | null;
	readonly amountEur: number | null;
	readonly cells: readonly number[];
}

/** A need ready to be matched: defaults resolved, places found, contradictions refused. Plain data. */
export interface PreparedNeed {
	/** The need's id, or a digest of the need that the order of its lists does not change. */
	readonly id: string;
	readonly need: Need;
	readonly terms: Terms;
	readonly places: readonly Place[];
	readonly groups: readonly SegmentGroup[];
	/** Distinct requirements: cells that share them share their results. */
	readonly profiles: readonly CellAsk[];
	readonly cells: readonly PreparedCell[];
	readonly totals: Readonly<Record<string, ServiceTotal>>;
	/** Every check that some cell asks. */
	readonly asked: CheckMask;
}

/** One quantity to carry, with the days that turn a day or a visit into a week. */
export interface LoadQuantity {
	readonly amount: number;
	readonly unit: Unit;
	readonly per: Period;
	readonly daysPerWeek: number | null;
}

/** What a set of cells amounts to for the offer or the supplier that takes it. */
export interface Load {
	readonly quantities: readonly LoadQuantity[];
	/** A part of the quantity is known only as a total over more cells than these. */
	readonly quantityMissing: boolean;
	/** Sum of the amounts that are known. */
	readonly amountEur: number;
	readonly amountMissing: boolean;
}
