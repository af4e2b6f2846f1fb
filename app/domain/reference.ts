import type { Zone } from "./supplier.ts";
import type { Period, Unit } from "./vocabulary.ts";

/** A commune of the official geographic code. Positions are centres. */
export interface Commune {
	readonly code: string;
	readonly name: string;
	/** SIREN of its EPCI; null for the few communes without one. */
	readonly epci: string | null;
	readonly departement: string;
	readonly region: string;
	readonly postcodes: readonly string[];
	/** Null: unknown. */
	readonly population: number | null;
	readonly lat: number;
	readonly lon: number;
	/** 0 when the centre is exact; else the error to expect, in km. */
	readonly errorKm: number;
}

export interface ZoneInfo {
	readonly zone: Zone;
	readonly name: string;
	readonly communes: readonly Commune[];
}

/** The places of France, in memory. Arrondissements and delegated communes lead to their commune. */
export interface Places {
	/** Current commune for an INSEE code, old, delegated and arrondissement codes included; undefined when the code is unknown. */
	commune(code: string): Commune | undefined;
	/** Undefined when the code is unknown. */
	zone(zone: Zone): ZoneInfo | undefined;
	nearestCommune(lat: number, lon: number): Commune;
}

/** A node of the purchasing taxonomy: 27 parents, each with leaves. Codes are stable: add, never rename. */
export interface Segment {
	readonly code: string;
	/** Null for a parent. */
	readonly parent: string | null;
	readonly label: string;
	readonly description: string;
	/** CPV prefixes, 2–8 digits: the longest matching prefix over all segments decides. */
	readonly cpv: readonly string[];
	readonly naf: readonly string[];
	readonly rome: readonly string[];
	readonly unit: Unit | null;
	readonly per: Period | null;
	readonly synonyms: readonly string[];
	/** Category of AGEC art. 58, null when none. */
	readonly agec: string | null;
	/** A hint: most of its CPV codes are in the ESS reserved-service list. The law table decides on the exact CPV. */
	readonly essService: boolean;
	/** What to ask first: `daysPerWeek`, `window`, `certificates:haccp`… */
	readonly typicalConstraints: readonly string[];
	readonly reuse: boolean;
	readonly scope: "core" | "other";
}

export interface Taxonomy {
	readonly segments: readonly Segment[];
	get(code: string): Segment | undefined;
	children(code: string): readonly Segment[];
}

/** A condition of the trade that a need may ask and an offer may declare. */
export interface Criterion {
	readonly code: string;
	readonly type: "capability" | "certificate";
	readonly label: string;
	/** As the buyer's tick box. */
	readonly need: string;
	/** As the question put to the supplier. */
	readonly question: string;
	/** Segments it concerns; a parent means all its leaves; empty means all. */
	readonly segments: readonly string[];
	readonly source: string;
	/** V1 text read, V2 secondary page, M memory, U uncertain. */
	readonly confidence: "V1" | "V2" | "M" | "U";
	readonly note: string;
}
