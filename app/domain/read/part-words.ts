import type { Criteria } from "../criteria.ts";
import {
	countOfWord,
	formatDate,
	formatDaysPerWeek,
	formatEuros,
	formatKm,
} from "../french-format.ts";
import {
	formatQuantity,
	KIND_LABELS,
	RESERVATION_LABELS,
	WEEKDAY_LABELS,
} from "../french-labels.ts";
import { needSchema, requirementsSchema } from "../need.ts";
import { frWindow } from "../need-form/hours.ts";
import type { Places, Taxonomy } from "../reference.ts";
import { zoneSchema } from "../supplier.ts";
import type { Json } from "./types.ts";

/** What names the codes of a reading. */
export interface PartReference {
	readonly taxonomy: Taxonomy;
	readonly places: Pick<Places, "commune" | "zone">;
	readonly criteria: Pick<Criteria, "criterionOf">;
}

/** What a part is about, in French, by the end of its path. */
const LABELS: Readonly<Record<string, string>> = {
	segment: "Segment d’achat",
	daysPerWeek: "Jours par semaine",
	weekdays: "Jours",
	window: "Horaires",
	visitHours: "Durée d’un passage",
	quantity: "Quantité",
	amountEur: "Montant annuel HT",
	continuity: "Toute l’année",
	firmStock: "Quantités fermes",
	certificates: "Certificats",
	capabilities: "Conditions de métier",
	delivery: "Livraison",
	installation: "Installation",
	staffTransfer: "Reprise du personnel",
	eInvoicing: "Facturation électronique",
	commune: "Lieu",
	zone: "Territoire",
	siteCount: "Nombre de sites",
	location: "Proximité",
	startsOn: "Début",
	durationMonths: "Durée",
	form: "Forme du contrat",
	renewals: "Renouvellements",
	maxEur: "Maximum du contrat HT",
	minOrderEur: "Minimum de commande HT",
	reservation: "Marché réservé",
	kinds: "Types de structure",
	consortiaAllowed: "Groupement",
	maxLots: "Lots au plus",
};

/** « Horaires », « Lieu »: what a part is about. */
export function partLabel(path: string): string {
	return LABELS[path.split(/[.\]]+/).at(-1) ?? ""] ?? path;
}

/** The value of a part as a French reader wants it. */
export function partValue(path: string, value: Json, reference: PartReference): string {
	const field = path.split(/[.\]]+/).at(-1) ?? "";
	const words = WORDS[field];
	return words
		? words(value, reference)
		: value === true
			? "oui"
			: value === false
				? "non"
				: String(value);
}

const requirement = requirementsSchema.shape;
const need = needSchema.shape;
const contract = need.contract.unwrap().unwrap().shape;

const WORDS: Readonly<Record<string, (value: Json, reference: PartReference) => string>> = {
	segment: (value, { taxonomy }) => taxonomy.get(String(value))?.label ?? String(value),
	commune: (value, { places }) => {
		const commune = places.commune(String(value));
		return commune ? `${commune.name} (${commune.departement})` : String(value);
	},
	zone: (value, { places }) => {
		const zone = zoneSchema.safeParse(value);
		return (zone.success ? places.zone(zone.data)?.name : undefined) ?? String(value);
	},
	siteCount: (value) => `${countOfWord(Number(value), "site")} à nommer`,
	daysPerWeek: (value) => formatDaysPerWeek(Number(value)),
	weekdays: (value) =>
		(requirement.weekdays.parse(value) ?? []).map((day) => WEEKDAY_LABELS[day]).join(", "),
	window: (value) => {
		const window = requirement.window.parse(value);
		return window ? frWindow(window) : "";
	},
	visitHours: (value) => countOfWord(Number(value), "heure"),
	quantity: (value) => {
		const quantity = requirement.quantity.parse(value);
		return quantity ? formatQuantity(quantity) : "";
	},
	amountEur: (value) => `${formatEuros(Number(value))} HT par an`,
	maxEur: (value) => `${formatEuros(Number(value))} HT`,
	minOrderEur: (value) => `${formatEuros(Number(value))} HT`,
	certificates: (value, reference) => codes(value, reference),
	capabilities: (value, reference) => codes(value, reference),
	eInvoicing: () => "Chorus Pro",
	firmStock: (value) => (value === true ? "fermes" : "selon les disponibilités"),
	startsOn: (value) => formatDate(String(value)),
	durationMonths: (value) => countOfWord(Number(value), "mois", "mois"),
	renewals: (value) => countOfWord(Number(value), "fois", "fois"),
	form: (value) => (contract.form.parse(value) === "framework" ? "accord-cadre" : "marché unique"),
	reservation: (value) => {
		const reservation = need.reservation.parse(value);
		return reservation ? RESERVATION_LABELS[reservation] : "";
	},
	kinds: (value) =>
		(need.kinds.parse(value) ?? []).map((kind) => `${kind} (${KIND_LABELS[kind]})`).join(", "),
	location: (value) => {
		const km = need.location.parse(value)?.km;
		return km ? `structures à moins de ${formatKm(km)}` : "";
	},
	consortiaAllowed: (value) => (value === true ? "accepté" : "refusé"),
};

function codes(value: Json, { criteria }: PartReference): string {
	const list = Array.isArray(value) ? value.map(String) : [];
	return list.map((code) => criteria.criterionOf(code)?.label ?? code).join(", ");
}
