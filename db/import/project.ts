import { boundingBox } from "#app/domain/geo.ts";
import { effectiveOffer } from "#app/domain/match/effective-offer.ts";
import { type Offer, operatorKey, type Supplier } from "#app/domain/supplier.ts";
import { fold } from "#app/domain/text.ts";
import { isTombstone } from "#app/domain/upkeep/merge.ts";

/** Where a commune is; `code` is that of the current commune. */
export interface CommunePoint {
	readonly code: string;
	readonly lat: number;
	readonly lon: number;
	readonly errorKm: number;
}

export interface ProjectedOffer {
	readonly offer: Offer;
	/** With the supplier's defaults. */
	readonly facts: string;
	/** Territories served; former communes are given as the current one. */
	readonly zones: readonly string[];
	readonly circle: { minLat: number; maxLat: number; minLon: number; maxLon: number } | null;
}

/** What the tables hold of a shown supplier: nothing here that its document does not say. */
export interface ProjectedSupplier {
	readonly operatorKey: string;
	readonly siren: string | null;
	readonly commune: string | null;
	readonly lat: number | null;
	readonly lon: number | null;
	readonly position: "exact" | "commune" | null;
	readonly status: "open" | "closed" | "withdrawn";
	readonly verifiedOn: string | null;
	readonly sortName: string;
	/** Empty for a tombstone. */
	readonly offers: readonly ProjectedOffer[];
}

/** @param findCommune null for a code that the reference does not know */
export function projectSupplier(
	supplier: Supplier,
	findCommune: (code: string) => CommunePoint | null,
): ProjectedSupplier {
	const commune = supplier.commune ? findCommune(supplier.commune) : null;
	const { lat, lon, position } = positionOf(supplier, commune);
	const slackKm = position === "commune" ? (commune?.errorKm ?? 0) : 0;
	let verifiedOn: string | null = null;
	const offers = supplier.offers.map((own): ProjectedOffer => {
		const offer = effectiveOffer(supplier, own);
		const isTheirWord = offer.verifiedBy === "supplier" || offer.verifiedBy === "cress";
		if (isTheirWord && offer.verifiedOn && offer.verifiedOn > (verifiedOn ?? "")) {
			verifiedOn = offer.verifiedOn;
		}
		const radiusKm = offer.area?.radiusKm ?? null;
		return {
			offer,
			facts: JSON.stringify(offer),
			zones: (offer.area?.zones ?? []).map((zone) => currentZone(zone, findCommune)),
			circle:
				radiusKm === null || lat === null || lon === null
					? null
					: boundingBox(lat, lon, radiusKm + slackKm),
		};
	});
	return {
		operatorKey: operatorKey(supplier),
		siren: supplier.siren ?? supplier.siret?.slice(0, 9) ?? null,
		commune: commune?.code ?? supplier.commune ?? null,
		lat,
		lon,
		position,
		status: supplier.status ?? "open",
		verifiedOn,
		sortName: fold(supplier.name),
		offers: isTombstone(supplier) ? [] : offers,
	};
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
