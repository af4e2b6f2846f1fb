import { unitVector } from "../geo.ts";
import {
	type CapacityColumns,
	type ColumnsState,
	OfferColumns,
	type OfferValueColumns,
	SET_FACTS,
	type SetFact,
	type SupplierColumns,
} from "./columns.ts";
import { hashOfText } from "./draw.ts";
import type { CompiledOffer, CompiledSupplier } from "./facts.ts";
import { UNKNOWN_SET } from "./facts.ts";
import { packFlags } from "./flags.ts";
import { type Growable, growable, permuted } from "./growable.ts";
import { IntSetsBuilder } from "./int-sets.ts";

/** Fills the columns supplier by supplier, in the order that will break equal draws: by id. */
export class ColumnsBuilder {
	readonly #suppliers = {
		lat: growable(Float64Array),
		lon: growable(Float64Array),
		errorKm: growable(Float64Array),
		ess: growable(Uint8Array),
		consortium: growable(Uint8Array),
		operator: growable(Int32Array),
		idHash: growable(Int32Array),
		ref: growable(Int32Array),
	};
	readonly #offers = {
		supplierRow: growable(Int32Array),
		x: growable(Float64Array),
		y: growable(Float64Array),
		z: growable(Float64Array),
		commune: growable(Int32Array),
		kinds: growable(Int32Array),
		position: growable(Uint16Array),
		flags: growable(Int32Array),
		flexible: growable(Int32Array),
		radiusKm: growable(Float64Array),
		zones: growable(Int32Array),
		daysPerWeek: growable(Float64Array),
		windows: growable(Int32Array),
		minVisitHours: growable(Float64Array),
		closures: growable(Int32Array),
		leadTimeDays: growable(Float64Array),
		availableFrom: growable(Int32Array),
		certificates: growable(Int32Array),
		capabilities: growable(Int32Array),
		orderMin: growable(Float64Array),
		orderMax: growable(Float64Array),
		verifiedOn: growable(Int32Array),
	};
	readonly #capacity = {
		unit: growable(Uint8Array),
		per: growable(Uint8Array),
		max: growable(Float64Array),
		remaining: growable(Float64Array),
		remainingOn: growable(Int32Array),
	};
	readonly #offerSegment = growable(Int32Array);
	/** First capacity entry of each offer, in the order of arrival. */
	readonly #capacityStart = growable(Int32Array);
	readonly #sets = Object.fromEntries(
		SET_FACTS.map((fact) => [fact, new IntSetsBuilder()]),
	) as Record<SetFact, IntSetsBuilder>;
	readonly #segments = new Codes();
	readonly #zones = new Codes();
	readonly #certificates = new Codes();
	readonly #capabilities = new Codes();
	readonly #operators = new Codes();
	readonly #names: string[] = [];

	/** Number of offers so far. */
	get size(): number {
		return this.#offers.supplierRow.length;
	}

	/**
	 * Adds a supplier and its offers.
	 * @param ref the source's own number for it, given back by `columns.suppliers.ref`
	 */
	add(supplier: CompiledSupplier, ref: number): void {
		const columns = this.#suppliers;
		const row = columns.ess.length;
		columns.lat.push(supplier.lat);
		columns.lon.push(supplier.lon);
		columns.errorKm.push(supplier.errorKm);
		columns.ess.push(supplier.ess);
		columns.consortium.push(supplier.consortium);
		columns.operator.push(this.#operators.rank(supplier.operatorKey));
		columns.idHash.push(hashOfText(supplier.id) | 0);
		columns.ref.push(ref);
		this.#names.push(supplier.sortName);
		const kinds = this.#intern("kinds", supplier.kinds);
		const [x, y, z] = unitVector(supplier.lat, supplier.lon);
		for (const offer of supplier.offers) {
			const own = this.#offers;
			own.supplierRow.push(row);
			own.x.push(x);
			own.y.push(y);
			own.z.push(z);
			own.commune.push(supplier.commune);
			own.kinds.push(kinds);
			own.flags.push(packFlags(offer, supplier.errorKm > 0));
			this.#addOffer(offer);
		}
	}

	#addOffer(offer: CompiledOffer): void {
		const columns = this.#offers;
		this.#offerSegment.push(this.#segments.rank(offer.segment));
		this.#capacityStart.push(this.#capacity.unit.length);
		columns.position.push(offer.position);
		columns.flexible.push(offer.flexible);
		columns.radiusKm.push(offer.radiusKm);
		columns.zones.push(
			offer.zones.length === 0
				? UNKNOWN_SET
				: this.#intern(
						"zones",
						offer.zones.map((zone) => this.#zones.rank(zone)),
					),
		);
		columns.daysPerWeek.push(offer.daysPerWeek);
		columns.windows.push(this.#intern("windows", offer.windows));
		columns.minVisitHours.push(offer.minVisitHours);
		columns.closures.push(this.#intern("closures", offer.closures));
		columns.leadTimeDays.push(offer.leadTimeDays);
		columns.availableFrom.push(offer.availableFrom);
		columns.certificates.push(
			this.#intern(
				"certificates",
				offer.certificates?.flatMap(({ code, until }) => [this.#certificates.rank(code), until]) ??
					null,
			),
		);
		columns.capabilities.push(
			this.#intern(
				"capabilities",
				offer.capabilities?.map(
					({ code, value }) => this.#capabilities.rank(code) * 2 + (value ? 1 : 0),
				) ?? null,
			),
		);
		columns.orderMin.push(offer.orderMin);
		columns.orderMax.push(offer.orderMax);
		columns.verifiedOn.push(offer.verifiedOn);
		for (const entry of offer.capacity) {
			this.#capacity.unit.push(entry.unit);
			this.#capacity.per.push(entry.per);
			this.#capacity.max.push(entry.max);
			this.#capacity.remaining.push(entry.remaining);
			this.#capacity.remainingOn.push(entry.remainingOn);
		}
	}

	#intern(fact: SetFact, sequence: readonly number[] | null): number {
		return sequence === null ? UNKNOWN_SET : this.#sets[fact].intern(sequence);
	}

	/**
	 * Sorts the offers by segment and gives the columns; the builder is then spent.
	 * @param options.shared in shared memory, so that several worker threads read one copy
	 */
	finish(options: { shared?: boolean } = {}): OfferColumns {
		return new OfferColumns(this.finishState(options));
	}

	/** Like `finish`, as plain state to post to workers. */
	finishState({ shared = false }: { shared?: boolean } = {}): ColumnsState {
		const { order, segmentStart } = this.#sortedBySegment();
		const { capacity, capacityStart } = this.#capacityInOrder(order, shared);
		return {
			suppliers: {
				...taken(this.#suppliers, shared),
				nameRank: permuted(nameRanks(this.#names), undefined, shared),
			} as SupplierColumns,
			offers: {
				...taken(this.#offers, shared, order),
				capacityStart,
			} as unknown as OfferValueColumns,
			capacity,
			sets: Object.fromEntries(
				SET_FACTS.map((fact) => {
					const { values, offsets } = this.#sets[fact].finish();
					return [fact, { values, offsets }];
				}),
			) as ColumnsState["sets"],
			zoneCodes: this.#zones.list,
			certificateCodes: this.#certificates.list,
			capabilityCodes: this.#capabilities.list,
			segmentCodes: this.#segments.list,
			segmentStart,
			operatorCount: this.#operators.list.length,
		};
	}

	/** Counting sort: stable, so that rows of a segment stay in supplier order. */
	#sortedBySegment(): { order: Int32Array; segmentStart: Int32Array } {
		const segments = this.#offerSegment.view();
		const segmentStart = new Int32Array(this.#segments.list.length + 1);
		for (const segment of segments)
			segmentStart[segment + 1] = (segmentStart[segment + 1] ?? 0) + 1;
		for (let i = 1; i < segmentStart.length; i++) {
			segmentStart[i] = (segmentStart[i] as number) + (segmentStart[i - 1] as number);
		}
		const next = segmentStart.slice();
		const order = new Int32Array(segments.length);
		for (let row = 0; row < segments.length; row++) {
			const segment = segments[row] as number;
			const place = next[segment] as number;
			order[place] = row;
			next[segment] = place + 1;
		}
		return { order, segmentStart };
	}

	#capacityInOrder(
		order: Int32Array,
		shared: boolean,
	): { capacity: CapacityColumns; capacityStart: Int32Array } {
		const starts = this.#capacityStart.view();
		const total = this.#capacity.unit.length;
		const entryOrder = new Int32Array(total);
		const capacityStart = new Int32Array(order.length + 1);
		let place = 0;
		for (let row = 0; row < order.length; row++) {
			capacityStart[row] = place;
			const from = order[row] as number;
			const end = from + 1 < starts.length ? (starts[from + 1] as number) : total;
			for (let entry = starts[from] as number; entry < end; entry++) entryOrder[place++] = entry;
		}
		capacityStart[order.length] = place;
		const capacity = taken(this.#capacity, shared, entryOrder);
		return {
			capacity: capacity as unknown as CapacityColumns,
			capacityStart: permuted(capacityStart, undefined, shared),
		};
	}
}

/** The final arrays of growable columns, permuted when an order is given; each growable one is let go at once. */
function taken<T extends Record<string, Growable>>(
	columns: T,
	shared: boolean,
	order?: Int32Array,
): Record<keyof T, ReturnType<Growable["view"]>> {
	const arrays = {} as Record<keyof T, ReturnType<Growable["view"]>>;
	for (const name of Object.keys(columns) as (keyof T)[]) {
		const column = columns[name] as Growable;
		arrays[name] = permuted(column.view(), order, shared);
		column.clear();
	}
	return arrays;
}

function nameRanks(names: readonly string[]): Int32Array {
	const order = Int32Array.from(names, (_, i) => i);
	order.sort((a, b) => {
		const [x, y] = [names[a] as string, names[b] as string];
		return x < y ? -1 : x > y ? 1 : a - b;
	});
	const rank = new Int32Array(names.length);
	for (let i = 0; i < order.length; i++) rank[order[i] as number] = i;
	return rank;
}

/** Codes numbered in the order first met. */
class Codes {
	readonly list: string[] = [];
	readonly #ranks = new Map<string, number>();

	rank(code: string): number {
		const known = this.#ranks.get(code);
		if (known !== undefined) return known;
		const rank = this.list.length;
		this.list.push(code);
		this.#ranks.set(code, rank);
		return rank;
	}
}
