import { FRESHNESS } from "#app/domain/directory.ts";
import { distanceKm } from "#app/domain/geo.ts";
import { NEVER_VERIFIED, OFFER_INCLUDES_CHILDREN, type SearchColumns } from "./columns.server.ts";
import { FILTER_BITS, type Filters, OFFER_FILTERS } from "./filters.server.ts";
import { offersServing, type Serving } from "./serving.server.ts";
import type { WordsMatch } from "./words-match.server.ts";

/** How well a row answers: the words are all in the name; in the name or what it offers; somewhere. Without words, OTHER. */
export const OUT = 0;
export const LEVEL_OTHER = 1;
export const LEVEL_OFFERED = 2;
export const LEVEL_NAME = 3;

/** Judges rows of the columns by a query's filters. No allocation: it sees every supplier at every search. */
export class Judge {
	private readonly kinds;
	private readonly eligible;
	private readonly commune;
	private readonly epci;
	private readonly departement;
	private readonly region;
	private readonly lat;
	private readonly lon;
	private readonly verifiedDay;
	private readonly ess;
	private readonly tagMask;
	readonly serving: Serving;
	private readonly offerStart;
	private readonly offerEnd;
	private readonly offerSegment;
	private readonly offerFlags;
	private readonly offerModes;

	constructor(
		private readonly columns: SearchColumns,
		private readonly filters: Filters,
	) {
		this.kinds = columns.kinds.view();
		this.eligible = columns.eligible.view();
		this.commune = columns.commune.view();
		this.epci = columns.epci.view();
		this.departement = columns.departement.view();
		this.region = columns.region.view();
		this.lat = columns.lat.view();
		this.lon = columns.lon.view();
		this.verifiedDay = columns.verifiedDay.view();
		this.ess = columns.ess.view();
		this.tagMask = columns.tagMask.view();
		this.serving = offersServing(columns, filters.serves);
		this.offerStart = columns.offerStart.view();
		this.offerEnd = columns.offerEnd.view();
		this.offerSegment = columns.offerSegment.view();
		this.offerFlags = columns.offerFlags.view();
		this.offerModes = columns.offerModes.view();
	}

	/** Bits of the filters on the supplier itself that it fails. */
	failedBySupplier(row: number): number {
		const { filters } = this;
		const { active } = filters;
		let failed = 0;
		if (active & FILTER_BITS.kind && !((this.kinds[row] as number) & filters.kinds)) {
			failed |= FILTER_BITS.kind;
		}
		if (
			active & FILTER_BITS.reservation &&
			!((this.eligible[row] as number) & filters.reservation)
		) {
			failed |= FILTER_BITS.reservation;
		}
		if (active & FILTER_BITS.zone && !this.sitsInZone(row)) failed |= FILTER_BITS.zone;
		if (active & FILTER_BITS.near && !this.isNear(row)) failed |= FILTER_BITS.near;
		if (active & FILTER_BITS.fresh && FRESHNESS[this.freshnessOf(row)] !== filters.fresh) {
			failed |= FILTER_BITS.fresh;
		}
		if (active & FILTER_BITS.ess && this.ess[row] === 0) failed |= FILTER_BITS.ess;
		if (active & FILTER_BITS.tag && !((this.tagMask[row] as number) & filters.tag)) {
			failed |= FILTER_BITS.tag;
		}
		return failed;
	}

	private sitsInZone(row: number): boolean {
		const { communes, epcis, departements, regions } = this.filters;
		return (
			departements[this.departement[row] as number] === 1 ||
			regions[this.region[row] as number] === 1 ||
			epcis[this.epci[row] as number] === 1 ||
			communes[this.commune[row] as number] === 1
		);
	}

	private isNear(row: number): boolean {
		const { near } = this.filters;
		if (near === null) return false;
		const lat = this.lat[row] as number;
		const lon = this.lon[row] as number;
		const { box } = near;
		// NaN is never inside.
		if (!(lat >= box.minLat && lat <= box.maxLat)) return false;
		if (!(lon >= box.minLon && lon <= box.maxLon)) return false;
		return distanceKm(near.lat, near.lon, lat, lon) <= near.km;
	}

	/** Rank in FRESHNESS. */
	freshnessOf(row: number): number {
		const day = this.verifiedDay[row] as number;
		if (day === NEVER_VERIFIED) return 2;
		return day >= this.columns.yearAgo ? 0 : 1;
	}

	/** How a row answers the words, all its offers together. */
	levelOfWords(row: number): number {
		const { words } = this.filters;
		if (words === null) return LEVEL_OTHER;
		return this.levelWith(words, row, words.offered[row] as number);
	}

	/**
	 * How a row answers some of the filters on offers and words. One offer must pass segment, mode and place together; the words may be
	 * found in the texts or among what the offers that pass mode and place are.
	 */
	levelOf(row: number, asked: number, mode: number): number {
		if ((asked & OFFER_FILTERS) === 0) return this.levelOfWords(row);
		const { filters } = this;
		const onMode = (asked & FILTER_BITS.mode) !== 0;
		const onPlace = (asked & FILTER_BITS.serves) !== 0;
		const onSegment = (asked & FILTER_BITS.segment) !== 0;
		const { offers: served, rows } = this.serving;
		if (onPlace && rows[row] === 0) return OUT;
		let offered = 0;
		let passes = false;
		const end = this.offerEnd[row] as number;
		for (let offer = this.offerStart[row] as number; offer < end; offer++) {
			if (onMode && !((this.offerModes[offer] as number) & mode)) continue;
			if (onPlace && served[offer] === 0) continue;
			const node = this.offerSegment[offer] as number;
			const children = (this.offerFlags[offer] as number) & OFFER_INCLUDES_CHILDREN;
			offered |= (children ? filters.wordsWithChildren : filters.wordsAlone)[node] as number;
			if (!onSegment || (children ? filters.segmentWithChildren : filters.segmentAlone)[node]) {
				passes = true;
			}
		}
		if (!passes) return OUT;
		if (!(asked & FILTER_BITS.q) || filters.words === null) return LEVEL_OTHER;
		return this.levelWith(filters.words, row, offered);
	}

	/** `offered`: bits of the words that its offers name. */
	private levelWith(words: WordsMatch, row: number, offered: number): number {
		const named = words.name[row] as number;
		if (named === words.all) return LEVEL_NAME;
		if ((named | offered) === words.all) return LEVEL_OFFERED;
		const elsewhere = (words.body[row] as number) | this.namedOfSupplier(row);
		return (named | offered | elsewhere) === words.all ? LEVEL_OTHER : OUT;
	}

	/** Bits of the words that name its kinds, its tags or where it sits. */
	private namedOfSupplier(row: number): number {
		const { words } = this.filters;
		if (words === null || !words.namesSuppliers) return 0;
		let bits =
			(words.byDepartement[this.departement[row] as number] as number) |
			(words.byRegion[this.region[row] as number] as number) |
			(words.byEpci[this.epci[row] as number] as number);
		for (let rest = this.kinds[row] as number; rest !== 0; rest &= rest - 1) {
			bits |= words.byKind[31 - Math.clz32(rest & -rest)] as number;
		}
		for (let rest = this.tagMask[row] as number; rest !== 0; rest &= rest - 1) {
			bits |= words.byTag[32 - Math.clz32(rest & -rest)] as number;
		}
		return bits;
	}
}
