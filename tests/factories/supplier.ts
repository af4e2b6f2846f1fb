import type { Accreditation, Offer, Supplier } from "#app/domain/supplier.ts";

/** An offer of cleaning within 30 km, verified by its supplier; the rest is unknown. */
export function makeOffer(overrides: Partial<Offer> = {}): Offer {
	return {
		segment: "nettoyage-locaux",
		basis: "declared",
		includesChildren: false,
		modes: ["service"],
		area: { radiusKm: 30, zones: [], country: false },
		verifiedOn: "2026-06-01",
		verifiedBy: "supplier",
		...overrides,
	};
}

/** An accreditation seen on an official list in January 2026. */
export function makeAccreditation(overrides: Partial<Accreditation> = {}): Accreditation {
	return { code: "ESAT", proof: "registry", asOf: "2026-01-15", ...overrides };
}

/** An ESAT of Vannes with one offer. */
export function makeSupplier(overrides: Partial<Supplier> = {}): Supplier {
	return {
		id: "atelier-des-ajoncs",
		siret: null,
		name: "Atelier des Ajoncs",
		kinds: [makeAccreditation()],
		ess: true,
		tags: [],
		commune: "56260",
		lat: 47.66,
		lon: -2.76,
		offers: [makeOffer()],
		...overrides,
	};
}
