import { IntSets, type IntSetsState } from "./int-sets.ts";

type Ints = Int32Array<ArrayBufferLike>;
type Floats = Float64Array<ArrayBufferLike>;

/** One value per supplier; suppliers in the order they were added. */
export interface SupplierColumns {
	readonly lat: Floats;
	readonly lon: Floats;
	readonly errorKm: Floats;
	readonly ess: Uint8Array<ArrayBufferLike>;
	/** What it says of groups of suppliers: GROUP_NO, GROUP_MEMBER, GROUP_LEAD or FACT_UNKNOWN. */
	readonly consortium: Uint8Array<ArrayBufferLike>;
	/** Number of its operator: what minCompetition counts. */
	readonly operator: Ints;
	/** FNV-1a of its public id, for the stable draw. */
	readonly idHash: Ints;
	/** Rank of its name in alphabetical order. */
	readonly nameRank: Ints;
	/** The source's own number for it (database id, place in a file). */
	readonly ref: Ints;
}

/** One value per offer; offers sorted by segment, then supplier. */
export interface OfferValueColumns {
	readonly supplierRow: Ints;
	/**
	 * What is read for every offer of a segment is kept with the offers, its supplier's facts included: to jump to the supplier would
	 * cost more than all the checks. Position on the unit sphere, NaN when unknown: chords compare as distances do.
	 */
	readonly x: Floats;
	readonly y: Floats;
	readonly z: Floats;
	readonly commune: Ints;
	readonly kinds: Ints;
	readonly position: Uint16Array<ArrayBufferLike>;
	/** Small facts packed as flags.ts says. */
	readonly flags: Ints;
	readonly flexible: Ints;
	readonly radiusKm: Floats;
	readonly zones: Ints;
	readonly daysPerWeek: Floats;
	readonly windows: Ints;
	readonly minVisitHours: Floats;
	readonly closures: Ints;
	readonly leadTimeDays: Floats;
	readonly availableFrom: Ints;
	readonly certificates: Ints;
	readonly capabilities: Ints;
	readonly orderMin: Floats;
	readonly orderMax: Floats;
	readonly verifiedOn: Ints;
	/** First capacity entry of each offer, and one more value: the number of entries. */
	readonly capacityStart: Ints;
}

/** One value per capacity entry. */
export interface CapacityColumns {
	readonly unit: Uint8Array<ArrayBufferLike>;
	readonly per: Uint8Array<ArrayBufferLike>;
	readonly max: Floats;
	readonly remaining: Floats;
	readonly remainingOn: Ints;
}

export const SET_FACTS = [
	"kinds",
	"zones",
	"windows",
	"closures",
	"certificates",
	"capabilities",
] as const;
/** Facts kept as numbered sequences. */
export type SetFact = (typeof SET_FACTS)[number];

/** Everything in the columns as plain typed arrays and lists of codes: can be posted to a worker or written to a file. */
export interface ColumnsState {
	readonly suppliers: SupplierColumns;
	readonly offers: OfferValueColumns;
	readonly capacity: CapacityColumns;
	readonly sets: Readonly<Record<SetFact, IntSetsState>>;
	readonly zoneCodes: readonly string[];
	readonly certificateCodes: readonly string[];
	readonly capabilityCodes: readonly string[];
	readonly segmentCodes: readonly string[];
	/** First row of each segment, and one more value: the number of rows. */
	readonly segmentStart: Ints;
	readonly operatorCount: number;
}

/** Rows of one segment: `start` included, `end` excluded, in ascending supplier order. */
export interface RowRange {
	readonly start: number;
	readonly end: number;
}

/** The offers of a base in memory, column by column. The file and the database both fill it, so that one code judges both. */
export class OfferColumns {
	readonly suppliers: SupplierColumns;
	readonly offers: OfferValueColumns;
	readonly capacity: CapacityColumns;
	readonly sets: Readonly<Record<SetFact, IntSets>>;
	readonly operatorCount: number;
	readonly #state: ColumnsState;
	readonly #segments: ReadonlyMap<string, number>;
	readonly #zones: ReadonlyMap<string, number>;
	readonly #certificates: ReadonlyMap<string, number>;
	readonly #capabilities: ReadonlyMap<string, number>;

	constructor(state: ColumnsState) {
		this.#state = state;
		this.suppliers = state.suppliers;
		this.offers = state.offers;
		this.capacity = state.capacity;
		this.operatorCount = state.operatorCount;
		this.sets = {
			kinds: new IntSets(state.sets.kinds),
			zones: new IntSets(state.sets.zones),
			windows: new IntSets(state.sets.windows),
			closures: new IntSets(state.sets.closures),
			certificates: new IntSets(state.sets.certificates),
			capabilities: new IntSets(state.sets.capabilities),
		};
		this.#segments = ranks(state.segmentCodes);
		this.#zones = ranks(state.zoneCodes);
		this.#certificates = ranks(state.certificateCodes);
		this.#capabilities = ranks(state.capabilityCodes);
	}

	/** Number of offers. */
	get size(): number {
		return this.offers.supplierRow.length;
	}

	get supplierCount(): number {
		return this.suppliers.ess.length;
	}

	/** Typed arrays and codes, to hand to another thread or keep in a file. */
	get state(): ColumnsState {
		return this.#state;
	}

	/** Rows of a segment, empty when no offer is on it. */
	rowsOf(segment: string): RowRange {
		const rank = this.#segments.get(segment);
		if (rank === undefined) return { start: 0, end: 0 };
		const { segmentStart } = this.#state;
		return { start: segmentStart[rank] as number, end: segmentStart[rank + 1] as number };
	}

	/** Number of a zone in the sets, undefined when no offer names it. */
	zoneNumber(zone: string): number | undefined {
		return this.#zones.get(zone);
	}

	get zoneCount(): number {
		return this.#state.zoneCodes.length;
	}

	/** Number of a certificate in the sets, undefined when no offer names it. */
	certificateNumber(code: string): number | undefined {
		return this.#certificates.get(code);
	}

	/** Number of a capability in the sets, undefined when no offer names it. */
	capabilityNumber(code: string): number | undefined {
		return this.#capabilities.get(code);
	}

	/** Codes of an offer (zones, certificates, capabilities) as text that does not depend on their numbers. */
	textOf(row: number): string {
		const { zoneCodes, certificateCodes, capabilityCodes } = this.#state;
		const { zones, certificates, capabilities } = this.offers;
		const codes: string[] = [];
		const read = (fact: SetFact, id: number | undefined, text: (values: Int32Array) => string) =>
			codes.push(id === undefined || id < 0 ? "?" : text(this.sets[fact].get(id)));
		read("zones", zones[row], (values) => Array.from(values, (n) => zoneCodes[n]).join());
		read("certificates", certificates[row], (values) =>
			Array.from(values, (n, i) => (i % 2 === 0 ? certificateCodes[n] : n)).join(),
		);
		read("capabilities", capabilities[row], (values) =>
			Array.from(values, (n) => `${capabilityCodes[n >> 1]}=${n & 1}`).join(),
		);
		return codes.join("|");
	}
}

function ranks(codes: readonly string[]): Map<string, number> {
	return new Map(codes.map((code, i) => [code, i]));
}
