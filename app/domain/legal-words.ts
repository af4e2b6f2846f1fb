import { formatDate, formatEuros, formatNumber, joinAnd, NNBSP } from "./french-format.ts";
import type { LegalConfidence, LegalRule, LegalValue } from "./legal-table.ts";

/** The legal table in French words, for the page of sources. */

export const CONFIDENCE_WORDS: Readonly<Record<LegalConfidence, string>> = {
	V1: "texte lu",
	V2: "page secondaire lue",
	M: "de mémoire",
	U: "incertain",
};

/** A rule that was not read at its source or on a page about it: « à vérifier ». */
export function isToVerify(rule: Pick<LegalRule, "confidence" | "value">): boolean {
	return rule.confidence === "M" || rule.confidence === "U" || rule.value === null;
}

/** « L2113-12, R2113-7 », « décret 2024-134 ». */
export function articleWords(article: string): string {
	return article
		.split("+")
		.map((part) => ARTICLES[part] ?? part.replace("_", " "))
		.join(", ");
}

const ARTICLES: Readonly<Record<string, string>> = {
	"R2123-1-2": "R2123-1 2°",
	"R2123-1-3": "R2123-1 3°",
	"L5132-4": "L5132-4 c. trav.",
	"L5213-13": "L5213-13 c. trav.",
	"L5212-2": "L5212-2 c. trav.",
	"D5212-22": "D5212-22 c. trav.",
	"loi2018-771-art83": "loi 2018-771, art. 83",
	"loi2026-403-art13": "loi 2026-403, art. 13",
	"decret2020-893": "décret 2020-893",
	"decret2024-134": "décret 2024-134",
	"arrete2025-01-13": "arrêté du 13 janvier 2025",
	ASAP142_then_decrets: "loi ASAP, art. 142, puis décrets",
	avis_annexe: "avis annexé au code",
	avis_ECOM2600976V: "avis ECOM2600976V",
	"PNAD2022-2025": "PNAD 2022-2025",
	"L230-5-1_CRPM": "L230-5-1 CRPM",
};

/** « depuis le 1er avril 2026 », « du … au … », « à partir du … » when it is still to come. */
export function periodWords(rule: LegalRule, on: string): string {
	const { effectiveFrom: from, effectiveTo: to } = rule;
	if (from === null) return to === null ? "date inconnue" : `jusqu’au ${formatDate(to)}`;
	if (to !== null) return `du ${formatDate(from)} au ${formatDate(to)}`;
	return `${from > on ? "à partir du" : "depuis le"} ${formatDate(from)}`;
}

/** The value with its unit. An unknown value says so: it is never read as zero. */
export function legalValueWords(rule: Pick<LegalRule, "value" | "unit">): string {
	const { value, unit } = rule;
	if (value === null) return "inconnue, à saisir";
	if (typeof value === "number") return numberWords(value, unit);
	if (typeof value === "boolean") return value ? "oui" : "non";
	if (typeof value === "string") return WORDS[value] ?? value;
	if (isList(value)) return joinAnd(value.map((item) => WORDS[item] ?? item));
	return Object.entries(value)
		.map(([key, part]) => partWords(key, part, unit))
		.join(`${NNBSP}; `);
}

function isList(value: LegalValue): value is readonly string[] {
	return Array.isArray(value);
}

const WORDS: Readonly<Record<string, string>> = {
	manual: "à prouver au cas par cas",
	any: "quel que soit le montant",
	sum_homogeneous: "la somme des achats homogènes",
	sum_operation: "la somme de l’opération",
	max_whole_duration: "le maximum sur toute la durée",
	no_pilot: "l’acheteur ne peut pas piloter lui-même",
	competition: "concurrence restreinte",
	technical: "difficulté technique",
	cost: "surcoût",
	entity_failed: "risque d’infructuosité (entités adjudicatrices)",
	all_admitted_in_category: "tous les opérateurs admis dans la catégorie",
	mandatory: "obligatoires",
	formal: "à partir des seuils de procédure formalisée",
	"06-30": "30 juin de l’année suivante",
};

const KEYS: Readonly<Record<string, string>> = {
	fs: "fournitures et services",
	tx: "travaux",
	cumul_pct: "ensemble de ces lots",
	state: "État, fournitures et services",
	local: "collectivités, fournitures et services",
	entity: "entités adjudicatrices, fournitures et services",
	works: "travaux",
	social: "considération sociale",
	env: "considération environnementale",
	below_half: "emploi direct sous la moitié de l’obligation",
	from_half: "à partir de la moitié",
	quality: "produits durables et de qualité",
	bio: "dont bio",
	r: "réemploi",
	c: "recyclé",
};

type Part = number | null | { readonly [key: string]: number | null };

function partWords(key: string, part: Part, unit: string): string {
	const name = KEYS[key] ?? key;
	if (part === null) return `${name} inconnu`;
	if (typeof part === "number") {
		const words = numberWords(part, key.endsWith("_pct") ? "pct_max_all_lots" : unit);
		return `${name}${NNBSP}: ${words}`;
	}
	const parts = Object.entries(part).map(([inner, value]) =>
		value === null
			? `${KEYS[inner] ?? inner} inconnu`
			: `${KEYS[inner] ?? inner} ${formatNumber(value)}${NNBSP}%`,
	);
	return `${name}${NNBSP}: ${parts.join(", ")}`;
}

function numberWords(value: number, unit: string): string {
	const number = formatNumber(value);
	const percent = `${number}${NNBSP}%`;
	switch (unit) {
		case "eur_ht_lt":
			return `moins de ${formatEuros(value)} HT`;
		case "eur_ht_ge":
			return `à partir de ${formatEuros(value)} HT`;
		case "eur_ht_year_gt":
			return `plus de ${formatEuros(value)} HT par an`;
		case "months":
			return `${number} mois`;
		case "months_max":
			return `${number} mois au plus`;
		case "days_min":
			return `${number} jours au moins`;
		case "working_days_max":
			return `${number} jours ouvrés au plus`;
		case "x_contract":
			return `${number} fois le montant du marché`;
		case "min_criteria":
			return `${number} critère au moins`;
		case "pct_min_workers":
			return `${percent} au moins`;
		case "pct_of_charges_max":
			return `${percent} des charges au plus`;
		case "pct_max_all_lots":
			return `${percent} du total des lots au plus`;
		case "pct_of_labour_base":
			return `${percent} du coût de la main-d’œuvre`;
		case "pct_contribution":
			return `${percent} de la contribution au plus`;
		case "pct_contracts":
			return `${percent} des marchés`;
		case "pct_spend":
			return `${percent} des achats`;
		default:
			return unit.startsWith("pct") ? percent : number;
	}
}
