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
	const { defaults } = supplier;
	const eInvoicing = offer.eInvoicing ?? defaults?.eInvoicing ?? supplier.eInvoicing ?? null;
	if (!defaults) return { ...offer, eInvoicing };
	const merged: Record<string, unknown> = { ...defaults };
	for (const [fact, value] of Object.entries(offer)) {
		if (value !== null && value !== undefined) merged[fact] = value;
	}
	if (defaults.capabilities && offer.capabilities) {
		merged["capabilities"] = mergeCapabilities(defaults.capabilities, offer.capabilities);
	}
	merged["eInvoicing"] = eInvoicing;
	// The result holds exactly an offer's properties, each of the type of its schema.
	return merged as EffectiveOffer;
}

function mergeCapabilities(
	defaults: Record<string, boolean | null>,
	own: Record<string, boolean | null>,
): Record<string, boolean | null> {
	const merged = { ...defaults };
	for (const [code, value] of Object.entries(own)) {
		if (value !== null) merged[code] = value;
	}
	return merged;
}
