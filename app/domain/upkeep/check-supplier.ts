import type { InputProblem } from "../errors.ts";
import { isValidSiren, isValidSiret } from "../siret.ts";
import type { Closure, Offer, OfferDefaults, Supplier } from "../supplier.ts";

/** The codes a supplier may name. */
export interface KnownCodes {
	/** INSEE codes, old, delegated and arrondissement ones included. */
	readonly communes: { has(code: string): boolean };
	/** `epci:…`, `departement:…`, `region:…`. */
	readonly zones: { has(zone: string): boolean };
	readonly segments: { has(code: string): boolean };
}

const LONGEST_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** What the schema alone cannot tell: keys, codes that do not exist, bounds that contradict each other. In French; empty when all is well. */
export function checkSupplier(supplier: Supplier, known: KnownCodes): InputProblem[] {
	const problems: InputProblem[] = [];
	const refuse = (path: string, message: string) => problems.push({ path, message });
	const { siret, siren, commune, defaults } = supplier;
	if (siret && !isValidSiret(siret)) {
		refuse(
			"siret",
			"Ce SIRET n’est pas valable\u202f: il doit avoir 14 chiffres et une clé juste. Vérifiez-le.",
		);
	}
	if (siren && !isValidSiren(siren)) {
		refuse(
			"siren",
			"Ce SIREN n’est pas valable\u202f: il doit avoir 9 chiffres et une clé juste. Vérifiez-le.",
		);
	} else if (siret && siren && !siret.startsWith(siren)) {
		refuse("siren", "Ce SIREN n’est pas le début du SIRET\u202f: corrigez l’un ou l’autre.");
	}
	if (commune && !known.communes.has(commune)) {
		refuse("commune", unknownCommune(commune));
	}
	if (((supplier.lat ?? null) === null) !== ((supplier.lon ?? null) === null)) {
		refuse(
			"lat",
			"Une position demande la latitude et la longitude\u202f: donnez les deux, ou aucune.",
		);
	}
	if (defaults) checkFacts(defaults, "defaults", known, refuse);
	supplier.offers.forEach((offer, index) => {
		const path = `offers[${index}]`;
		if (!known.segments.has(offer.segment)) {
			refuse(
				`${path}.segment`,
				`Le segment «\u202f${offer.segment}\u202f» n’existe pas. La liste est à la page /segments.`,
			);
		}
		checkFacts(offer, path, known, refuse);
	});
	return problems;
}

function checkFacts(
	facts: Offer | OfferDefaults,
	path: string,
	known: KnownCodes,
	refuse: (path: string, message: string) => void,
): void {
	facts.area?.zones?.forEach((zone, index) => {
		const isKnown = zone.startsWith("commune:")
			? known.communes.has(zone.slice("commune:".length))
			: known.zones.has(zone);
		if (!isKnown) {
			refuse(
				`${path}.area.zones[${index}]`,
				`Le territoire «\u202f${zone}\u202f» n’existe pas dans le code officiel géographique\u202f: vérifiez son code INSEE.`,
			);
		}
	});
	const { min, max } = facts.orderEur ?? {};
	if (typeof min === "number" && typeof max === "number" && min > max) {
		refuse(
			`${path}.orderEur`,
			"Le montant minimum dépasse le montant maximum\u202f: corrigez l’un ou l’autre.",
		);
	}
	facts.closures?.forEach((closure, index) => {
		if (!isPeriod(closure)) {
			refuse(
				`${path}.closures[${index}]`,
				"Cette période de fermeture contient un jour qui n’existe pas\u202f: écrivez mois-jour, par exemple 08-01.",
			);
		}
	});
}

function unknownCommune(code: string): string {
	return `Aucune commune ne porte le code INSEE «\u202f${code}\u202f». Un code postal n’est pas un code INSEE\u202f: vérifiez-le.`;
}

function isPeriod({ from, to }: Closure): boolean {
	return [from, to].every((monthDay) => {
		const [month = 0, day = 0] = monthDay.split("-").map(Number);
		return day <= (LONGEST_MONTH[month - 1] ?? 0);
	});
}
