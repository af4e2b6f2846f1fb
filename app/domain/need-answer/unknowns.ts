import type { MatchedSupplier } from "../match-types.ts";
import { CHECK_IDS, type CheckId } from "../vocabulary.ts";

/** What is not known about those who remain, counted check by check. */

export interface UnknownCount {
	readonly check: CheckId;
	/** Suppliers that remain and of which this is not known. */
	readonly count: number;
	/** Suppliers that remain. */
	readonly total: number;
}

/** Counts over the suppliers that nothing excludes, the most frequent unknown first. */
export function unknownCounts(suppliers: readonly MatchedSupplier[]): readonly UnknownCount[] {
	const kept = suppliers.filter((supplier) => supplier.verdict !== "excluded");
	return CHECK_IDS.map((check) => ({
		check,
		total: kept.length,
		count: kept.filter((supplier) =>
			supplier.checks.some(
				(result) => result.check === check && result.verdict === "unknown" && !result.negotiable,
			),
		).length,
	}))
		.filter(({ count }) => count > 0)
		.sort((a, b) => b.count - a.count);
}

/** Ends « 1 sur 14 … » and « 11 sur 14 … » for one check. */
const UNKNOWN_WORDS: Record<CheckId, readonly [one: string, many: string]> = {
	segment: ["est rangée dans ce métier par déduction", "sont rangées dans ce métier par déduction"],
	area: ["n’a pas dit si elle intervient là", "n’ont pas dit si elles interviennent là"],
	near: ["n’a pas de position connue", "n’ont pas de position connue"],
	kind: [
		"n’a pas prouvé récemment son type de structure",
		"n’ont pas prouvé récemment leur type de structure",
	],
	reservation: [
		"n’a pas prouvé récemment qu’elle ouvre la réservation",
		"n’ont pas prouvé récemment qu’elles ouvrent la réservation",
	],
	mode: [
		"n’a pas dit si elle fournit, exécute ou met à disposition",
		"n’ont pas dit si elles fournissent, exécutent ou mettent à disposition",
	],
	daysPerWeek: [
		"n’a pas dit combien de jours elle intervient",
		"n’ont pas dit combien de jours elles interviennent",
	],
	weekdays: [
		"n’a pas dit quels jours elle intervient",
		"n’ont pas dit quels jours elles interviennent",
	],
	window: ["n’a pas dit ses horaires", "n’ont pas dit leurs horaires"],
	visitHours: [
		"n’a pas dit la durée minimale d’un passage",
		"n’ont pas dit la durée minimale d’un passage",
	],
	capacity: [
		"n’a pas dit sa capacité, ou ne l’a pas tenue à jour",
		"n’ont pas dit leur capacité, ou ne l’ont pas tenue à jour",
	],
	order: [
		"n’a pas dit quels montants elle accepte",
		"n’ont pas dit quels montants elles acceptent",
	],
	leadTime: ["n’a pas dit son délai de démarrage", "n’ont pas dit leur délai de démarrage"],
	availability: [
		"n’a pas dit quand elle est disponible",
		"n’ont pas dit quand elles sont disponibles",
	],
	continuity: ["n’a pas dit ses fermetures", "n’ont pas dit leurs fermetures"],
	stock: [
		"n’a pas dit si elle garantit les quantités",
		"n’ont pas dit si elles garantissent les quantités",
	],
	certificates: ["n’a pas dit ses certificats", "n’ont pas dit leurs certificats"],
	capabilities: [
		"n’a pas répondu sur toutes les conditions du métier",
		"n’ont pas répondu sur toutes les conditions du métier",
	],
	delivery: ["n’a pas dit si elle livre", "n’ont pas dit si elles livrent"],
	installation: ["n’a pas dit si elle installe", "n’ont pas dit si elles installent"],
	staffTransfer: [
		"n’a pas dit si elle reprend le personnel",
		"n’ont pas dit si elles reprennent le personnel",
	],
	eInvoicing: [
		"n’a pas dit si elle facture par Chorus Pro",
		"n’ont pas dit si elles facturent par Chorus Pro",
	],
};

/** « 11 sur 14 n’ont pas dit leurs horaires ». */
export function unknownSentence({ check, count, total }: UnknownCount): string {
	return `${count} sur ${total} ${UNKNOWN_WORDS[check][count > 1 ? 1 : 0]}`;
}
