import type { Need, Service } from "#app/domain/need.ts";
import type { Offer, Supplier } from "#app/domain/supplier.ts";
import { makeNeed, matched } from "./match.ts";
import { makeOffer, makeSupplier } from "./supplier.ts";

/** Three sites far from one another. */
export const SITES = [
	{ id: "vannes", commune: "56260" },
	{ id: "lorient", commune: "56121" },
	{ id: "ploermel", commune: "56165" },
];

/** Cleaning on three distant sites, groups allowed. */
export function threeSites(overrides: Partial<Need> = {}, service: Partial<Service> = {}): Need {
	return makeNeed({ sites: SITES, consortiaAllowed: true, ...overrides }, service);
}

/** A willing supplier that serves the given communes. */
export function serving(
	id: string,
	communes: readonly string[],
	supplier: Partial<Supplier> = {},
	offer: Partial<Offer> = {},
): Supplier {
	const zones = communes.map((code) => `commune:${code}` as const);
	return makeSupplier({
		id,
		name: id,
		consortium: "lead",
		// Away from the sites: in its own commune a supplier may always serve.
		commune: "22278",
		lat: null,
		lon: null,
		offers: [makeOffer({ area: { zones }, ...offer })],
		...supplier,
	});
}

/** The groups found, their members sorted. */
export function groupsOf(need: Need, suppliers: readonly Supplier[]) {
	return matched(need, suppliers).consortia.map(({ members, verdict }) => ({
		members: [...members].sort().join("+"),
		verdict,
	}));
}
