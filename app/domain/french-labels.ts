import { formatNumber, NNBSP, plural } from "./french-format.ts";
import type {
	Buyer,
	Care,
	CheckId,
	CheckVerdict,
	KindCode,
	Mode,
	Period,
	Proof,
	Reservation,
	Scope,
	Unit,
	Verdict,
	Verifier,
	Weekday,
} from "./vocabulary.ts";

/** A kind: its acronym and the words it stands for, shown together the first time on a page. */
export const KIND_LABELS: Record<KindCode, string> = {
	EI: "entreprise d’insertion",
	ACI: "atelier et chantier d’insertion",
	AI: "association intermédiaire",
	ETTI: "entreprise de travail temporaire d’insertion",
	EITI: "entreprise d’insertion par le travail indépendant",
	GEIQ: "groupement d’employeurs pour l’insertion et la qualification",
	EA: "entreprise adaptée",
	EATT: "entreprise adaptée de travail temporaire",
	ESAT: "établissement et service d’accompagnement par le travail",
	SEP: "structure d’emploi en milieu pénitentiaire",
	ESUS: "entreprise solidaire d’utilité sociale",
	EBE: "entreprise à but d’emploi",
	TIH: "travailleur indépendant handicapé",
};

/** `ESAT (établissement et service d’accompagnement par le travail)`. */
export function kindWithWords(kind: KindCode): string {
	return `${kind} (${KIND_LABELS[kind]})`;
}

/** Name of a check in a list or a funnel. */
export const CHECK_LABELS: Record<CheckId, string> = {
	segment: "Segment d’achat",
	area: "Zone d’intervention",
	near: "Proximité du siège",
	kind: "Type de structure",
	reservation: "Marché réservé",
	mode: "Mode d’intervention",
	daysPerWeek: "Jours par semaine",
	weekdays: "Jours de la semaine",
	window: "Horaires",
	visitHours: "Durée d’un passage",
	capacity: "Capacité",
	order: "Montant",
	leadTime: "Délai de démarrage",
	availability: "Disponibilité",
	continuity: "Continuité toute l’année",
	stock: "Quantités fermes",
	certificates: "Certificats",
	capabilities: "Conditions de métier",
	delivery: "Livraison",
	installation: "Installation",
	staffTransfer: "Reprise du personnel",
	eInvoicing: "Facturation électronique",
};

/** The three verdicts on a supplier. */
export const VERDICT_LABELS: Record<Verdict, string> = {
	confirmed: "compatible",
	possible: "à confirmer",
	excluded: "ne correspond pas, en l’état",
};

/** The outcome of one check. */
export const CHECK_VERDICT_LABELS: Record<CheckVerdict, string> = {
	met: "convient",
	unmet: "ne convient pas",
	unknown: "à confirmer",
};

export const MODE_LABELS: Record<Mode, string> = {
	service: "prestation",
	goods: "fourniture",
	staffing: "mise à disposition de personnel",
};

export const WEEKDAY_LABELS: Record<Weekday, string> = {
	mon: "lundi",
	tue: "mardi",
	wed: "mercredi",
	thu: "jeudi",
	fri: "vendredi",
	sat: "samedi",
	sun: "dimanche",
};

/** `par semaine`. */
export const PERIOD_LABELS: Record<Period, string> = {
	order: "par commande",
	visit: "par passage",
	day: "par jour",
	week: "par semaine",
	month: "par mois",
	year: "par an",
};

/** Singular and plural of a unit; equal for symbols. */
export const UNIT_LABELS: Record<Unit, readonly [singular: string, plural: string]> = {
	piece: ["pièce", "pièces"],
	m2: ["m²", "m²"],
	m3: ["m³", "m³"],
	ml: ["mètre linéaire", "mètres linéaires"],
	h: ["heure", "heures"],
	kg: ["kg", "kg"],
	t: ["tonne", "tonnes"],
	person: ["personne", "personnes"],
	day: ["jour", "jours"],
	intervention: ["intervention", "interventions"],
	vehicle: ["véhicule", "véhicules"],
	meal: ["repas", "repas"],
};

/** `900 m² par semaine`. */
export function formatQuantity(quantity: {
	readonly amount: number;
	readonly unit: Unit;
	readonly per: Period;
}): string {
	const [one, many] = UNIT_LABELS[quantity.unit];
	return `${formatNumber(quantity.amount)}${NNBSP}${plural(quantity.amount, one, many)} ${PERIOD_LABELS[quantity.per]}`;
}

export const RESERVATION_LABELS: Record<Reservation, string> = {
	handicap: "réservé au secteur du handicap (EA, ESAT)",
	insertion: "réservé à l’insertion par l’activité économique",
	joint: "réservé au handicap et à l’insertion, ensemble",
	prison: "réservé au travail en milieu pénitentiaire",
	ess: "réservé à l’ESS (certains services)",
};

export const BUYER_LABELS: Record<Buyer, string> = {
	state: "État ou établissement de l’État",
	"local-authority": "collectivité ou autre pouvoir adjudicateur",
	"contracting-entity": "entité adjudicatrice",
	private: "acheteur privé",
};

export const SCOPE_LABELS: Record<Scope, string> = {
	any: "au moins une partie du besoin",
	whole: "tout le besoin",
};

export const PROOF_LABELS: Record<Proof, string> = {
	registry: "vu sur une liste officielle",
	document: "justificatif vu",
	declared: "déclaré, sans justificatif",
};

export const VERIFIER_LABELS: Record<Verifier, string> = {
	supplier: "la structure",
	cress: "la CRESS",
	import: "une liste importée",
};

/** Points that deserve care and never exclude. */
export const CARE_LABELS: Record<Care, string> = {
	skills: "savoir-faire qui dépend des personnes présentes",
	turnover: "le contrat pèserait plus de 30\u202f% de son chiffre d’affaires",
	"commercial-ceiling": "ACI proche du plafond de ses recettes commerciales",
	"single-contact": "un seul interlocuteur connu",
};
