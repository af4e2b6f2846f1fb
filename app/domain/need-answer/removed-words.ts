import type { CheckId } from "../vocabulary.ts";

/** Ends « 11 structures écartées … » for one check. */
export const REMOVED_BY: Record<CheckId, string> = {
	segment: "parce qu’elles n’ont pas d’offre dans ce métier",
	area: "par la distance : vos sites sont hors de leur zone",
	near: "par la distance de leur établissement",
	kind: "par le type de structure",
	reservation: "par la réservation du marché",
	mode: "par la manière d’intervenir",
	daysPerWeek: "par le nombre de jours par semaine",
	weekdays: "par les jours demandés",
	window: "par les horaires",
	visitHours: "par la durée des passages",
	capacity: "par les quantités",
	order: "par le montant",
	leadTime: "par la date de début",
	availability: "par leur indisponibilité",
	continuity: "par leurs fermetures annuelles",
	stock: "par les quantités garanties",
	certificates: "par les certificats",
	capabilities: "par les conditions du métier",
	delivery: "par la livraison",
	installation: "par l’installation",
	staffTransfer: "par la reprise du personnel",
	eInvoicing: "par la facturation électronique",
};

/** Name of a condition inside « jours + horaires → 11 opérateurs ». */
export const CONDITION_NAMES: Record<CheckId, string> = {
	segment: "métier",
	area: "zone d’intervention",
	near: "proximité",
	kind: "type de structure",
	reservation: "réservation",
	mode: "manière d’intervenir",
	daysPerWeek: "nombre de jours",
	weekdays: "jours précis",
	window: "horaires",
	visitHours: "durée des passages",
	capacity: "quantités",
	order: "montant",
	leadTime: "date de début",
	availability: "disponibilité",
	continuity: "continuité",
	stock: "quantités garanties",
	certificates: "certificats",
	capabilities: "conditions du métier",
	delivery: "livraison",
	installation: "installation",
	staffTransfer: "reprise du personnel",
	eInvoicing: "facturation électronique",
};

/** Said in place of a value that only identified buyers may read. */
export function withheldSentence(verdict: "met" | "unmet" | "unknown"): string {
	if (verdict === "met") return "convient ; la valeur n’est montrée qu’aux acheteurs identifiés";
	if (verdict === "unmet")
		return "ne convient pas ; la valeur n’est montrée qu’aux acheteurs identifiés";
	return "à vérifier ; la valeur n’est montrée qu’aux acheteurs identifiés";
}
