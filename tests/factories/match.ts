import { fileSource } from "#app/domain/match/file-source.ts";
import { type MatchOptions, matchNeed } from "#app/domain/match/match.ts";
import { prepareNeed } from "#app/domain/match/prepare-need.ts";
import type { PreparedNeed } from "#app/domain/match/prepared.ts";
import type { CheckResult, MatchAnswer } from "#app/domain/match-types.ts";
import type { Need, Service } from "#app/domain/need.ts";
import type { Offer, Supplier } from "#app/domain/supplier.ts";
import { createTaxonomy } from "#app/domain/taxonomy.ts";
import type { CheckId } from "#app/domain/vocabulary.ts";
import { smallPlaces } from "./places.ts";
import { makeSegment } from "./reference.ts";
import { makeOffer, makeSupplier } from "./supplier.ts";

export const PLACES = smallPlaces();

/** Cleaning and its two leaves, and a segment apart. */
export const TAXONOMY = createTaxonomy([
	makeSegment({ code: "proprete" }),
	makeSegment({ code: "nettoyage-locaux", parent: "proprete" }),
	makeSegment({ code: "vitrerie", parent: "proprete" }),
	makeSegment({ code: "mobilier" }),
	makeSegment({ code: "mobilier-reemploi", parent: "mobilier" }),
]);

/** Cleaning in Vannes from March 2027, for a year. */
export function makeNeed(overrides: Partial<Need> = {}, service: Partial<Service> = {}): Need {
	return {
		on: "2026-11-21",
		services: [{ id: "n1", segment: "nettoyage-locaux", ...service }],
		sites: [{ id: "vannes", commune: "56260" }],
		...overrides,
	};
}

/** The need prepared over the small places. */
export function prepared(need: Need): PreparedNeed {
	return prepareNeed(need, { today: "2026-11-21", places: PLACES, taxonomy: TAXONOMY });
}

/** Matches suppliers held in memory, as an identified buyer. */
export function matched(
	need: Need,
	suppliers: readonly Supplier[],
	options: MatchOptions = {},
): MatchAnswer {
	const source = fileSource(suppliers, PLACES);
	return matchNeed(prepared(need), source, { viewer: "identified", ...options });
}

/** The result of one check for a supplier of Vannes with one offer, whether or not it is in the theoretical offer. */
export function checkOf(
	check: CheckId,
	need: Need,
	offer: Partial<Offer> = {},
	supplier: Partial<Supplier> = {},
	options: MatchOptions = {},
): CheckResult {
	const one = makeSupplier({ offers: [makeOffer(offer)], ...supplier });
	const shown = matched(need, [one], options).suppliers;
	const removed = shown.length > 0 ? shown : removedOf(need, one, options);
	const result = removed[0]?.checks.find((found) => found.check === check);
	if (!result) throw new Error(`no result for ${check}`);
	return result;
}

function removedOf(need: Need, supplier: Supplier, options: MatchOptions) {
	for (const removedBy of ["area", "near", "kind", "reservation", "segment"] as const) {
		const { suppliers } = matched(need, [supplier], { ...options, removedBy });
		if (suppliers.length > 0) return suppliers;
	}
	return [];
}

/** Suppliers of Vannes named a, b, c…, each with one offer changed as told. */
export function suppliersWith(...offers: Partial<Offer>[]): Supplier[] {
	return offers.map((offer, i) =>
		makeSupplier({ id: String.fromCharCode(97 + i), offers: [makeOffer(offer)] }),
	);
}
