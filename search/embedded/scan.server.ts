import { KIND_CODES, MODES, RESERVATIONS } from "#app/domain/vocabulary.ts";
import { OFFER_INCLUDES_CHILDREN, type SearchColumns } from "./columns.server.ts";
import { FILTER_BITS, type Filters, OFFER_FILTERS } from "./filters.server.ts";
import { Judge, LEVEL_OTHER, OUT } from "./judge.server.ts";

/** Suppliers per value, by number of the value. */
export interface FacetCounts {
	readonly segment: Int32Array;
	readonly kind: Int32Array;
	readonly reservation: Int32Array;
	readonly region: Int32Array;
	readonly departement: Int32Array;
	readonly epci: Int32Array;
	readonly mode: Int32Array;
	/** Within 12 months, older, never. */
	readonly fresh: Int32Array;
	readonly ess: Int32Array;
	readonly tag: Int32Array;
}

export interface ScanResult {
	/** By row: OUT or a level. */
	readonly level: Uint8Array;
	readonly total: number;
	readonly counts: FacetCounts;
	/** By bit of a filter in force: how many more there would be without it. */
	readonly gained: ReadonlyMap<number, number>;
}

/**
 * One pass over the suppliers: who passes every filter, and for each facet the counts that its own filter must not touch. A supplier that
 * fails one filter alone counts only for that filter's facet.
 */
export function scan(columns: SearchColumns, filters: Filters): ScanResult {
	return new Scanner(columns, filters).run();
}

class Scanner {
	private readonly counts: FacetCounts;
	private readonly gained = new Map<number, number>();
	private readonly lastRowOfSegment: Int32Array;
	private readonly judge: Judge;
	private readonly listed;
	private readonly kinds;
	private readonly eligible;
	private readonly epci;
	private readonly departement;
	private readonly region;
	private readonly ess;
	private readonly tagMask;
	private readonly offerStart;
	private readonly offerEnd;
	private readonly offerSegment;
	private readonly offerFlags;
	private readonly offerModes;

	constructor(
		private readonly columns: SearchColumns,
		private readonly filters: Filters,
	) {
		this.counts = {
			segment: new Int32Array(columns.segments.size),
			kind: new Int32Array(KIND_CODES.length),
			reservation: new Int32Array(RESERVATIONS.length),
			region: new Int32Array(columns.regions.size),
			departement: new Int32Array(columns.departements.size),
			epci: new Int32Array(columns.epcis.size),
			mode: new Int32Array(MODES.length),
			fresh: new Int32Array(3),
			ess: new Int32Array(1),
			tag: new Int32Array(32),
		};
		this.judge = new Judge(columns, filters);
		this.lastRowOfSegment = new Int32Array(columns.segments.size).fill(-1);
		this.listed = columns.listed.view();
		this.kinds = columns.kinds.view();
		this.eligible = columns.eligible.view();
		this.epci = columns.epci.view();
		this.departement = columns.departement.view();
		this.region = columns.region.view();
		this.ess = columns.ess.view();
		this.tagMask = columns.tagMask.view();
		this.offerStart = columns.offerStart.view();
		this.offerEnd = columns.offerEnd.view();
		this.offerSegment = columns.offerSegment.view();
		this.offerFlags = columns.offerFlags.view();
		this.offerModes = columns.offerModes.view();
	}

	run(): ScanResult {
		const { active, mode } = this.filters;
		const onOffers = active & (OFFER_FILTERS | FILTER_BITS.q);
		const size = this.columns.size;
		const levels = new Uint8Array(size);
		let total = 0;
		for (let row = 0; row < size; row++) {
			if (this.listed[row] === 0) continue;
			const failed = this.judge.failedBySupplier(row);
			// Two filters failed: no facet counts it.
			if (failed & (failed - 1)) continue;
			const level = onOffers === 0 ? LEVEL_OTHER : this.judge.levelOf(row, onOffers, mode);
			if (level !== OUT) {
				if (failed === 0) {
					levels[row] = level;
					total += 1;
				} else this.gain(failed);
				this.count(row, failed, onOffers);
			} else if (failed === 0) {
				for (let rest = onOffers; rest !== 0; rest &= rest - 1) {
					const bit = rest & -rest;
					const others = onOffers & ~bit;
					if (others !== 0 && this.judge.levelOf(row, others, mode) === OUT) continue;
					this.gain(bit);
					// Words and places served have no facet.
					if (bit === FILTER_BITS.segment || bit === FILTER_BITS.mode)
						this.count(row, bit, onOffers);
				}
			}
		}
		return { level: levels, total, counts: this.counts, gained: this.gained };
	}

	private gain(bit: number): void {
		this.gained.set(bit, (this.gained.get(bit) ?? 0) + 1);
	}

	/** Counts a row that fails nothing, for all facets, or one filter alone, for its facet. */
	private count(row: number, failed: number, onOffers: number): void {
		const { counts } = this;
		if (isCounted(failed, FILTER_BITS.kind)) countBits(counts.kind, this.kinds[row] as number);
		if (isCounted(failed, FILTER_BITS.reservation)) {
			countBits(counts.reservation, this.eligible[row] as number);
		}
		if (isCounted(failed, FILTER_BITS.zone)) {
			increment(counts.region, this.region[row] as number);
			increment(counts.departement, this.departement[row] as number);
			increment(counts.epci, this.epci[row] as number);
		}
		if (isCounted(failed, FILTER_BITS.fresh)) increment(counts.fresh, this.judge.freshnessOf(row));
		if (isCounted(failed, FILTER_BITS.ess) && this.ess[row] === 1) increment(counts.ess, 0);
		if (isCounted(failed, FILTER_BITS.tag)) countBits(counts.tag, this.tagMask[row] as number);
		if (isCounted(failed, FILTER_BITS.segment)) this.countSegments(row);
		if (isCounted(failed, FILTER_BITS.mode)) this.countModes(row, onOffers);
	}

	private countSegments(row: number): void {
		const { active, mode } = this.filters;
		const onMode = (active & FILTER_BITS.mode) !== 0;
		const onPlace = (active & FILTER_BITS.serves) !== 0;
		const { segments } = this.columns;
		const end = this.offerEnd[row] as number;
		for (let offer = this.offerStart[row] as number; offer < end; offer++) {
			if (onMode && !((this.offerModes[offer] as number) & mode)) continue;
			if (onPlace && !this.judge.serves(row, offer)) continue;
			const children = ((this.offerFlags[offer] as number) & OFFER_INCLUDES_CHILDREN) !== 0;
			for (const segment of segments.answersFor(this.offerSegment[offer] as number, children)) {
				if (this.lastRowOfSegment[segment] === row) continue;
				this.lastRowOfSegment[segment] = row;
				increment(this.counts.segment, segment);
			}
		}
	}

	private countModes(row: number, onOffers: number): void {
		let declared = 0;
		const end = this.offerEnd[row] as number;
		for (let offer = this.offerStart[row] as number; offer < end; offer++) {
			declared |= this.offerModes[offer] as number;
		}
		for (let mode = 0; mode < MODES.length; mode++) {
			const bit = 1 << mode;
			if (!(declared & bit)) continue;
			const alone = (onOffers & ~FILTER_BITS.mode) === 0;
			if (alone || this.judge.levelOf(row, onOffers | FILTER_BITS.mode, bit) !== OUT) {
				increment(this.counts.mode, mode);
			}
		}
	}
}

/** A function of the module: one made inside the loop would be made again for every supplier. */
function isCounted(failed: number, bit: number): boolean {
	return failed === 0 || failed === bit;
}

function increment(counts: Int32Array, index: number): void {
	counts[index] = (counts[index] as number) + 1;
}

function countBits(counts: Int32Array, bits: number): void {
	for (let rest = bits; rest !== 0; rest &= rest - 1)
		increment(counts, 31 - Math.clz32(rest & -rest));
}
