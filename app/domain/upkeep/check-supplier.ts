import type { InputProblem } from "../errors.ts";
import type { Offer, OfferDefaults, Supplier } from "../supplier.ts";
import { supplierProblems } from "../supplier-problems.ts";

/** The codes a supplier may name. */
export interface KnownCodes {
	/** INSEE codes, old, delegated and arrondissement ones included. */
	readonly communes: { has(code: string): boolean };
	/** `epci:…`, `departement:…`, `region:…`. */
	readonly zones: { has(zone: string): boolean };
	readonly segments: { has(code: string): boolean };
}

/** What the schema alone cannot refuse, codes that do not exist included. Empty when all is well. */
export function checkSupplier(supplier: Supplier, known: KnownCodes): InputProblem[] {
	const problems = supplierProblems(supplier);
	const { commune, defaults } = supplier;
	if (commune && !known.communes.has(commune)) {
		problems.push({
			path: "commune",
			message: `aucune commune ne porte le code INSEE «\u202f${commune}\u202f». Un code postal n’est pas un code INSEE\u202f: vérifiez-le.`,
		});
	}
	if (defaults) checkZones(defaults, "defaults", known, problems);
	supplier.offers.forEach((offer, index) => {
		const path = `offers[${index}]`;
		if (!known.segments.has(offer.segment)) {
			problems.push({
				path: `${path}.segment`,
				message: `le segment «\u202f${offer.segment}\u202f» n’existe pas. La liste des segments est à la page /segments.`,
			});
		}
		checkZones(offer, path, known, problems);
	});
	return problems;
}

function checkZones(
	facts: Offer | OfferDefaults,
	path: string,
	known: KnownCodes,
	problems: InputProblem[],
): void {
	facts.area?.zones?.forEach((zone, index) => {
		const isKnown = zone.startsWith("commune:")
			? known.communes.has(zone.slice("commune:".length))
			: known.zones.has(zone);
		if (isKnown) return;
		problems.push({
			path: `${path}.area.zones[${index}]`,
			message: `le territoire «\u202f${zone}\u202f» n’existe pas dans le code officiel géographique\u202f: vérifiez son code.`,
		});
	});
}
