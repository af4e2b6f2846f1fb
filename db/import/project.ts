import { boundingBox } from "#app/domain/geo.ts";
import { effectiveOffer } from "#app/domain/match/effective-offer.ts";
import { type Offer, operatorKey, type Supplier } from "#app/domain/supplier.ts";
import { fold } from "#app/domain/text.ts";
import { isTombstone } from "#app/domain/upkeep/merge.ts";

/** Where a commune is; `code` is that of the current commune. */
export interface CommunePoint {
	readonly code: string;
	readonly name: string;
	readonly lat: number;
	readonly lon: number;
	readonly errorKm: number;
}

type Cell = string | number | null;

/**
 * The rows that the tables hold of a shown supplier: nothing that its document does not say. Plain JSON, so that a thread can
 * prepare them. Rows of a table follow one another in one list of cells, in the order of its columns in `supplier-rows.ts`.
 */
export interface ProjectedSupplier {
	readonly siret: string | null;
	readonly siren: string | null;
	readonly legalForm: string | null;
	readonly group: string | null;
	readonly ess: 0 | 1 | null;
	readonly name: string;
	readonly operatorKey: string;
	readonly place: readonly [
		commune: string | null,
		postcode: string | null,
		address: string | null,
		lat: number | null,
		lon: number | null,
		position: "exact" | "commune" | null,
	];
	readonly status: "open" | "closed" | "withdrawn";
	readonly verifiedOn: string | null;
	readonly sortName: string;
	/** Nothing below for a tombstone. */
	readonly kinds: readonly Cell[];
	/** Its supplier's defaults applied. */
	readonly offers: readonly Cell[];
	readonly zones: readonly Cell[];
	readonly capacities: readonly Cell[];
	readonly certificates: readonly Cell[];
	/** min_lat, max_lat, min_lon, max_lon of the widest circle; null without circle or position. */
	readonly circle: readonly number[] | null;
}

/**
 * @param kindSources source of each accreditation by code, or of all of them
 * @param findCommune null for a code that the reference does not know
 */
export function projectSupplier(
	supplier: Supplier,
	kindSources: Readonly<Record<string, string>> | string,
	findCommune: (code: string) => CommunePoint | null,
): ProjectedSupplier {
	const commune = supplier.commune ? findCommune(supplier.commune) : null;
	const { lat, lon, position } = positionOf(supplier, commune);
	const listed = isTombstone(supplier) ? [] : supplier.offers;
	const offers: Cell[] = [];
	const zones: Cell[] = [];
	const capacities: Cell[] = [];
	const certificates: Cell[] = [];
	let verifiedOn: string | null = null;
	let widestKm = 0;
	for (const [index, own] of listed.entries()) {
		const offer = supplier.defaults ? effectiveOffer(supplier, own) : own;
		pushOffer(offers, index, offer);
		const isTheirWord = offer.verifiedBy === "supplier" || offer.verifiedBy === "cress";
		if (isTheirWord && offer.verifiedOn && offer.verifiedOn > (verifiedOn ?? "")) {
			verifiedOn = offer.verifiedOn;
		}
		widestKm = Math.max(widestKm, offer.area?.radiusKm ?? 0);
		// Two former communes may be one today.
		const served = (offer.area?.zones ?? []).map((zone) => currentZone(zone, findCommune));
		for (const zone of new Set(served)) zones.push(index, zone);
		for (const [rank, capacity] of (offer.capacity ?? []).entries()) {
			const { unit, per, max, remaining, remainingOn } = capacity;
			capacities.push(index, rank, unit, per);
			capacities.push(max ?? null, remaining ?? null, remainingOn ?? null);
		}
		for (const { code, until } of firstOfEach(offer.certificates ?? [])) {
			certificates.push(index, code, until ?? null);
		}
	}
	const slackKm = position === "commune" ? (commune?.errorKm ?? 0) : 0;
	return {
		siret: supplier.siret ?? null,
		siren: supplier.siren ?? supplier.siret?.slice(0, 9) ?? null,
		legalForm: supplier.legalForm ?? null,
		group: supplier.group ?? null,
		ess: flag(supplier.ess),
		name: supplier.name,
		operatorKey: operatorKey(supplier),
		place: [
			commune?.code ?? supplier.commune ?? null,
			supplier.postcode ?? null,
			supplier.address ?? null,
			lat,
			lon,
			position,
		],
		status: supplier.status ?? "open",
		verifiedOn,
		sortName: fold(supplier.name),
		kinds: firstOfEach(isTombstone(supplier) ? [] : (supplier.kinds ?? [])).flatMap(
			({ code, proof, asOf, until }) => [
				code,
				proof,
				asOf ?? null,
				until ?? null,
				typeof kindSources === "string" ? kindSources : (kindSources[code] ?? ""),
			],
		),
		offers,
		zones,
		capacities,
		certificates,
		circle: lat === null || lon === null ? null : squareOf(lat, lon, widestKm, slackKm),
	};
}

function pushOffer(cells: Cell[], position: number, offer: Offer): void {
	cells.push(
		position,
		offer.segment,
		offer.basis ?? "declared",
		offer.includesChildren ? 1 : 0,
		offer.modes ? JSON.stringify(offer.modes) : null,
		offer.orderEur?.min ?? null,
		offer.orderEur?.max ?? null,
		offer.daysPerWeek ?? null,
		offer.leadTimeDays ?? null,
		offer.availableFrom ?? null,
		offer.area?.radiusKm ?? null,
		offer.area?.country ? 1 : 0,
		offer.verifiedOn ?? null,
		offer.verifiedBy ?? null,
	);
}

function squareOf(lat: number, lon: number, widestKm: number, slackKm: number): number[] | null {
	if (widestKm === 0) return null;
	const { minLat, maxLat, minLon, maxLon } = boundingBox(lat, lon, widestKm + slackKm);
	return [minLat, maxLat, minLon, maxLon];
}

function currentZone(zone: string, findCommune: (code: string) => CommunePoint | null): string {
	if (!zone.startsWith("commune:")) return zone;
	const commune = findCommune(zone.slice("commune:".length));
	return commune ? `commune:${commune.code}` : zone;
}

function positionOf(supplier: Supplier, commune: CommunePoint | null) {
	const { lat, lon } = supplier;
	if (typeof lat === "number" && typeof lon === "number") {
		return { lat, lon, position: "exact" as const };
	}
	return commune
		? { lat: commune.lat, lon: commune.lon, position: "commune" as const }
		: { lat: null, lon: null, position: null };
}

/** A list may name an accreditation or a certificate twice: the first one is the one shown. */
function firstOfEach<T extends { readonly code: string }>(items: readonly T[]): readonly T[] {
	if (items.length < 2) return items;
	const codes = new Set<string>();
	return items.filter(({ code }) => !codes.has(code) && codes.add(code));
}

function flag(value: boolean | null | undefined): 0 | 1 | null {
	return value === null || value === undefined ? null : value ? 1 : 0;
}
