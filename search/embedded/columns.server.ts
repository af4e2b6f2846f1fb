import { addMonths, type Day, parseDay } from "#app/domain/dates.ts";
import { type Growable, growable } from "#app/domain/match/growable.ts";
import { currentZone } from "#app/domain/match/place-keys.ts";
import type { Places, Taxonomy } from "#app/domain/reference.ts";
import type { Zone } from "#app/domain/supplier.ts";
import type { IndexReader, IndexRow } from "#db/search/index-reads.server.ts";
import { Eligibility } from "#search/eligibility.ts";
import { type EntryFacts, factsFromText } from "#search/entry.ts";
import { Codes } from "./codes.server.ts";
import { SegmentNodes } from "./segment-nodes.server.ts";

export const NEVER_VERIFIED = -2147483648;
export const OFFER_INCLUDES_CHILDREN = 1;
export const OFFER_COUNTRY = 2;

export interface ColumnsWorld {
	readonly taxonomy: Taxonomy;
	/** With the territories that a query may name. */
	readonly places: Places & {
		readonly rows: { readonly zones: readonly { readonly zone: string; readonly name: string }[] };
	};
}

/**
 * What filters and facets read, one value per supplier and per offer: counting over these arrays takes milliseconds where SQL takes
 * seconds. Loaded from the index, then kept up to date row by row.
 */
export class SearchColumns {
	readonly segments: SegmentNodes;
	readonly communes = new Codes();
	readonly epcis = new Codes();
	readonly departements = new Codes();
	readonly regions = new Codes();
	readonly tags = new Codes();
	/** Zones served. */
	readonly zones = new Codes();

	readonly supplierId = growable(Int32Array);
	readonly listed = growable(Uint8Array);
	/** Unsigned 32 bits. */
	readonly draw = growable(Float64Array);
	/** NaN: no position. */
	readonly lat = growable(Float64Array);
	readonly lon = growable(Float64Array);
	/** Numbers of codes; 0: none. */
	readonly commune = growable(Uint16Array);
	readonly epci = growable(Uint16Array);
	readonly departement = growable(Uint16Array);
	readonly region = growable(Uint16Array);
	/** Bits of KIND_CODES. */
	readonly kinds = growable(Uint16Array);
	readonly kindsProved = growable(Uint16Array);
	/** Bits of RESERVATIONS: proved or to be confirmed; and proved. */
	readonly eligible = growable(Uint8Array);
	readonly eligibleProved = growable(Uint8Array);
	/** 1 true, 0 false or unknown. */
	readonly ess = growable(Uint8Array);
	/** Bit n-1 for tag number n. */
	readonly tagMask = growable(Int32Array);
	readonly verifiedDay = growable(Int32Array);
	readonly offerStart = growable(Int32Array);
	readonly offerEnd = growable(Int32Array);

	/** Bits of the modes of its offers together. */
	readonly modes = growable(Uint8Array);
	/** The segments that its offers answer for together, each once. */
	readonly segmentStart = growable(Int32Array);
	readonly segmentEnd = growable(Int32Array);
	readonly answered = growable(Uint16Array);

	readonly offerSegment = growable(Uint16Array);
	readonly offerFlags = growable(Uint8Array);
	/** Bits of MODES; 0: unknown. */
	readonly offerModes = growable(Uint8Array);
	/** 0: none. */
	readonly offerRadiusKm = growable(Float64Array);
	readonly offerZoneStart = growable(Int32Array);
	readonly offerZoneEnd = growable(Int32Array);
	readonly servedZones = growable(Int32Array);

	/** Row of each supplier id. */
	private rowOf = new Int32Array(1024).fill(-1);
	private postings: { revision: number; starts: Int32Array; rows: Int32Array } | null = null;
	private readonly zoneNumbers = new Map<string, number>();
	private readonly eligibility: Eligibility;
	/** Last day on which a confirmation is older than a year. */
	readonly yearAgo: Day;
	stamp = 0;
	/** Changes whenever a row does. */
	revision = 0;
	/** Offers that no row leads to any more. */
	staleOffers = 0;

	constructor(
		private readonly world: ColumnsWorld,
		/** ISO date: proofs and freshness depend on it. */
		readonly todayIso: string,
	) {
		this.segments = new SegmentNodes(world.taxonomy);
		this.yearAgo = addMonths(parseDay(todayIso), -12);
		this.eligibility = new Eligibility(todayIso);
	}

	get size(): number {
		return this.supplierId.length;
	}

	/** -1 when the supplier is not in the index. */
	rowOfSupplier(supplierId: number): number {
		return this.rowOf[supplierId] ?? -1;
	}

	/** Rows whose offers answer for a segment. */
	rowsAnswering(segment: number): Int32Array {
		if (this.postings?.revision !== this.revision) {
			this.postings = { revision: this.revision, ...this.rowsBySegment() };
		}
		const { starts, rows } = this.postings;
		return rows.subarray(starts[segment], starts[segment + 1]);
	}

	/** The segments of each row turned round: the rows of each segment, one segment after the other. */
	private rowsBySegment(): { starts: Int32Array; rows: Int32Array } {
		const first = this.segmentStart.view();
		const end = this.segmentEnd.view();
		const answered = this.answered.view();
		const starts = new Int32Array(this.segments.size + 1);
		for (let row = 0; row < this.size; row++) {
			for (let i = first[row] as number; i < (end[row] as number); i++) {
				const next = (answered[i] as number) + 1;
				starts[next] = (starts[next] as number) + 1;
			}
		}
		for (let at = 1; at < starts.length; at++) {
			starts[at] = (starts[at] as number) + (starts[at - 1] as number);
		}
		const rows = new Int32Array(starts.at(-1) ?? 0);
		const next = starts.slice();
		for (let row = 0; row < this.size; row++) {
			for (let i = first[row] as number; i < (end[row] as number); i++) {
				const segment = answered[i] as number;
				const at = next[segment] as number;
				rows[at] = row;
				next[segment] = at + 1;
			}
		}
		return { starts, rows };
	}

	/** Reads what was written to the index since the last call. */
	refresh(reader: IndexReader): void {
		const stamp = reader.stamp();
		if (stamp === this.stamp) return;
		for (const row of reader.rowsAfter(this.stamp)) this.put(row);
		this.stamp = stamp;
		this.revision += 1;
	}

	private put(row: IndexRow): void {
		const facts = factsFromText(row.facts);
		const commune = row.commune === null ? undefined : this.world.places.commune(row.commune);
		const masks = this.eligibility.masksOf(facts.kinds, facts.ess);
		const at = this.claimRow(row.supplierId);
		put(this.supplierId, at, row.supplierId);
		put(this.listed, at, row.listed);
		put(this.draw, at, row.draw);
		put(this.lat, at, row.lat ?? Number.NaN);
		put(this.lon, at, row.lon ?? Number.NaN);
		put(this.commune, at, this.communes.numberOf(commune?.code ?? row.commune));
		put(this.epci, at, this.epcis.numberOf(commune?.epci));
		put(this.departement, at, this.departements.numberOf(commune?.departement));
		put(this.region, at, this.regions.numberOf(commune?.region));
		put(this.kinds, at, masks.kinds);
		put(this.kindsProved, at, masks.kindsProved);
		put(this.eligible, at, masks.eligible);
		put(this.eligibleProved, at, masks.eligibleProved);
		put(this.ess, at, facts.ess === true ? 1 : 0);
		put(this.tagMask, at, this.tagMaskOf(facts.tags));
		put(this.verifiedDay, at, row.verifiedDay ?? NEVER_VERIFIED);
		if (at < this.offerStart.length) {
			this.staleOffers += (this.offerEnd.view()[at] ?? 0) - (this.offerStart.view()[at] ?? 0);
		}
		put(this.offerStart, at, this.offerSegment.length);
		for (const offer of facts.offers) this.pushOffer(offer);
		put(this.offerEnd, at, this.offerSegment.length);
		this.sumUp(at, facts.offers);
	}

	/** What its offers make together, for searches that do not tell one from another. */
	private sumUp(row: number, offers: EntryFacts["offers"]): void {
		const segments = new Set<number>();
		let modes = 0;
		for (const [segment, includesChildren, offered] of offers) {
			const node = this.segments.numberOf(segment);
			for (const answered of this.segments.answersFor(node, includesChildren === 1)) {
				segments.add(answered);
			}
			modes |= offered;
		}
		put(this.modes, row, modes);
		put(this.segmentStart, row, this.answered.length);
		for (const segment of segments) this.answered.push(segment);
		put(this.segmentEnd, row, this.answered.length);
	}

	/** A supplier that changes keeps its row; its former offers stay behind, unread, until the next full load. */
	private claimRow(supplierId: number): number {
		const known = this.rowOfSupplier(supplierId);
		if (known >= 0) return known;
		if (supplierId >= this.rowOf.length) {
			const larger = new Int32Array(Math.ceil((supplierId + 1) * 1.5)).fill(-1);
			larger.set(this.rowOf);
			this.rowOf = larger;
		}
		this.rowOf[supplierId] = this.size;
		return this.size;
	}

	private pushOffer([
		segment,
		includesChildren,
		modes,
		radiusKm,
		country,
		zones,
	]: EntryFacts["offers"][number]): void {
		this.offerSegment.push(this.segments.numberOf(segment));
		this.offerFlags.push(
			(includesChildren ? OFFER_INCLUDES_CHILDREN : 0) | (country ? OFFER_COUNTRY : 0),
		);
		this.offerModes.push(modes);
		this.offerRadiusKm.push(radiusKm);
		this.offerZoneStart.push(this.servedZones.length);
		for (const zone of zones) this.servedZones.push(this.zoneNumber(zone));
		this.offerZoneEnd.push(this.servedZones.length);
	}

	/** Zones that are written differently and hold the same have one number. */
	private zoneNumber(zone: string): number {
		const known = this.zoneNumbers.get(zone);
		if (known !== undefined) return known;
		const number = this.zones.numberOf(currentZone(zone as Zone, this.world.places));
		this.zoneNumbers.set(zone, number);
		return number;
	}

	private tagMaskOf(tags: readonly string[]): number {
		let mask = 0;
		for (const tag of tags) {
			const number = this.tags.numberOf(tag);
			if (number <= 31) mask |= 1 << (number - 1);
		}
		return mask;
	}
}

function put(column: Growable, at: number, value: number): void {
	if (at === column.length) column.push(value);
	else column.view()[at] = value;
}
