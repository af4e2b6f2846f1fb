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
	/** By rank of a filter's bit: how many more there would be without it. */
	readonly gained: Int32Array;
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
	private readonly gained = new Int32Array(32);
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
	private readonly modes;
	private readonly segmentStart;
	private readonly segmentEnd;
	private readonly answered;
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
		this.modes = columns.modes.view();
		this.segmentStart = columns.segmentStart.view();
		this.segmentEnd = columns.segmentEnd.view();
		this.answered = columns.answered.view();
		this.offerStart = columns.offerStart.view();
		this.offerEnd = columns.offerEnd.view();
		this.offerSegment = columns.offerSegment.view();
		this.offerFlags = columns.offerFlags.view();
		this.offerModes = columns.offerModes.view();
	}

	run(): ScanResult {
		const { active, mode, words } = this.filters;
		const { judge } = this;
		const onSupplier = active & ~(OFFER_FILTERS | FILTER_BITS.q);
		const onOffers = active & OFFER_FILTERS;
		const asked = active & (OFFER_FILTERS | FILTER_BITS.q);
		const size = this.columns.size;
		const levels = new Uint8Array(size);
		let total = 0;
		for (let row = 0; row < size; row++) {
			if (this.listed[row] === 0) continue;
			const failed = onSupplier === 0 ? 0 : judge.failedBySupplier(row);
			// Two filters failed: no facet counts it.
			if (failed & (failed - 1)) continue;
			let level = words === null ? LEVEL_OTHER : judge.levelOfWords(row);
			if (level === OUT) {
				// All its offers together do not reach the words: fewer would not either.
				if (failed !== 0) continue;
				if (onOffers !== 0 && judge.levelOf(row, onOffers, mode) === OUT) continue;
				increment(this.gained, rankOfBit(FILTER_BITS.q));
				continue;
			}
			if (onOffers !== 0) level = judge.levelOf(row, asked, mode);
			if (level === OUT) {
				if (failed === 0) this.countGains(row, asked);
				continue;
			}
			if (failed === 0) {
				levels[row] = level;
				total += 1;
			} else increment(this.gained, rankOfBit(failed));
			this.count(row, failed);
		}
		return { level: levels, total, counts: this.counts, gained: this.gained };
	}

	/** A row that fails on its offers or the words: which filter, lifted alone, would let it in? */
	private countGains(row: number, asked: number): void {
		for (let rest = asked; rest !== 0; rest &= rest - 1) {
			const bit = rest & -rest;
			if (this.judge.levelOf(row, asked & ~bit, this.filters.mode) === OUT) continue;
			increment(this.gained, rankOfBit(bit));
			// Words and places served have no facet.
			if (bit === FILTER_BITS.segment || bit === FILTER_BITS.mode) this.count(row, bit);
		}
	}

	/** Counts a row that fails nothing, for all facets, or one filter alone, for its facet. */
	private count(row: number, failed: number): void {
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
		if (isCounted(failed, FILTER_BITS.mode)) this.countModes(row);
	}

	private countSegments(row: number): void {
		const { active, mode } = this.filters;
		const onMode = (active & FILTER_BITS.mode) !== 0;
		const onPlace = (active & FILTER_BITS.serves) !== 0;
		if (!onMode && !onPlace) {
			const last = this.segmentEnd[row] as number;
			for (let i = this.segmentStart[row] as number; i < last; i++) {
				increment(this.counts.segment, this.answered[i] as number);
			}
			return;
		}
		const { segments } = this.columns;
		const served = this.judge.serving.offers;
		const end = this.offerEnd[row] as number;
		for (let offer = this.offerStart[row] as number; offer < end; offer++) {
			if (onMode && !((this.offerModes[offer] as number) & mode)) continue;
			if (onPlace && served[offer] === 0) continue;
			const children = ((this.offerFlags[offer] as number) & OFFER_INCLUDES_CHILDREN) !== 0;
			for (const segment of segments.answersFor(this.offerSegment[offer] as number, children)) {
				if (this.lastRowOfSegment[segment] === row) continue;
				this.lastRowOfSegment[segment] = row;
				increment(this.counts.segment, segment);
			}
		}
	}

	private countModes(row: number): void {
		const { active, words } = this.filters;
		const declared = this.modes[row] as number;
		const others = active & (FILTER_BITS.segment | FILTER_BITS.serves);
		if (others === 0 && !words?.namesSegments) {
			countBits(this.counts.mode, declared);
			return;
		}
		const asked = others | (active & FILTER_BITS.q) | FILTER_BITS.mode;
		for (let mode = 0; mode < MODES.length; mode++) {
			const bit = 1 << mode;
			if (declared & bit && this.judge.levelOf(row, asked, bit) !== OUT) {
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

/** Of a number with one bit. */
export function rankOfBit(bit: number): number {
	return 31 - Math.clz32(bit);
}

function countBits(counts: Int32Array, bits: number): void {
	for (let rest = bits; rest !== 0; rest &= rest - 1) increment(counts, rankOfBit(rest & -rest));
}
