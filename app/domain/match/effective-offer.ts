import type { Offer, OfferDefaults, Supplier } from "../supplier.ts";

/** An offer with what its supplier's `defaults` add to it. Null or absent: unknown. */
export type EffectiveOffer = Offer;

/** The facts that an offer may inherit. */
export type OfferFact = keyof OfferDefaults;

/**
 * The offer as the matching reads it: its own value wins, else the supplier's default; capabilities code by code.
 * `eInvoicing` also falls back on the supplier's own.
 */
export function effectiveOffer(
	supplier: Pick<Supplier, "defaults" | "eInvoicing">,
	offer: Offer,
): EffectiveOffer {
	const inherited: OfferDefaults = supplier.defaults ?? NOTHING;
	// Written out rather than merged key by key: this runs for every offer of the base when it is loaded.
	return {
		segment: offer.segment,
		basis: offer.basis,
		includesChildren: offer.includesChildren,
		modes: offer.modes ?? inherited.modes,
		area: offer.area ?? inherited.area,
		capacity: offer.capacity ?? inherited.capacity,
		orderEur: offer.orderEur ?? inherited.orderEur,
		daysPerWeek: offer.daysPerWeek ?? inherited.daysPerWeek,
		weekdays: offer.weekdays ?? inherited.weekdays,
		windows: offer.windows ?? inherited.windows,
		minVisitHours: offer.minVisitHours ?? inherited.minVisitHours,
		closures: offer.closures ?? inherited.closures,
		coversClosures: offer.coversClosures ?? inherited.coversClosures,
		leadTimeDays: offer.leadTimeDays ?? inherited.leadTimeDays,
		availableFrom: offer.availableFrom ?? inherited.availableFrom,
		stock: offer.stock ?? inherited.stock,
		skills: offer.skills ?? inherited.skills,
		certificates: offer.certificates ?? inherited.certificates,
		capabilities: mergeCapabilities(inherited.capabilities, offer.capabilities),
		delivers: offer.delivers ?? inherited.delivers,
		installs: offer.installs ?? inherited.installs,
		storageM3: offer.storageM3 ?? inherited.storageM3,
		staffTransfer: offer.staffTransfer ?? inherited.staffTransfer,
		eInvoicing: offer.eInvoicing ?? inherited.eInvoicing ?? supplier.eInvoicing,
		flexible: offer.flexible ?? inherited.flexible,
		verifiedOn: offer.verifiedOn ?? inherited.verifiedOn,
		verifiedBy: offer.verifiedBy ?? inherited.verifiedBy,
	} satisfies Record<keyof Offer, unknown>;
}

const NOTHING: OfferDefaults = {};

function mergeCapabilities(
	inherited: OfferDefaults["capabilities"],
	own: Offer["capabilities"],
): Offer["capabilities"] {
	if (!inherited || !own) return own ?? inherited;
	const merged = { ...inherited };
	for (const [code, value] of Object.entries(own)) {
		if (value !== null) merged[code] = value;
	}
	return merged;
}
