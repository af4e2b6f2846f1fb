import {
	countOfWord,
	formatDate,
	formatDaysPerWeek,
	formatEuros,
	formatHours,
	formatKm,
	formatWindow,
	joinAnd,
	NNBSP,
	quote,
} from "../french-format.ts";
import {
	CHECK_LABELS,
	formatQuantity,
	MODE_LABELS,
	RESERVATION_LABELS,
	WEEKDAY_LABELS,
} from "../french-labels.ts";
import type { FactValue } from "../match-types.ts";
import type { Need, Quantity } from "../need.ts";
import { effectiveRequirements, type NeedNames } from "../need-form/asked-words.ts";
import { type Mode, RESERVATIONS, type Weekday } from "../vocabulary.ts";
import type { Edit } from "./edits.ts";
import { asWindow } from "./fields.ts";

/** Words for the values that conditions take and for going from one to another. */

export interface ChangeNames extends NeedNames {
	/** A site of the need, by cell id. */
	cell(id: string): string;
}

/** A value of a condition in a few words: « 3 jours par semaine », « 8 h 30–16 h 30 », « sans ». */
export function valueWords(check: Edit["check"], value: FactValue, names: ChangeNames): string {
	if (check === "consortia") return value === true ? "permis" : "non prévus";
	if (value === null || value === false || (Array.isArray(value) && value.length === 0))
		return check === "reservation" ? "ouvert à tous" : "non demandé";
	if (value === true) return "demandé";
	switch (check) {
		case "daysPerWeek":
			return formatDaysPerWeek(value as number);
		case "visitHours":
			return `passages de ${formatHours(value as number)}`;
		case "near":
			return `à ${formatKm(value as number)} au plus`;
		case "order":
			return `${formatEuros(value as number)} HT par an`;
		case "capacity":
			return formatQuantity(value as unknown as Quantity);
		case "window":
			return formatWindow(asWindow(value));
		case "leadTime":
		case "availability":
			return formatDate(value as string);
		case "reservation":
			return reservationWords(value as string, names);
		case "mode":
			return MODE_LABELS[value as Mode];
		case "eInvoicing":
			return "par Chorus Pro";
		default:
			return joinAnd(listOf(value).map((item) => itemWords(check, item, names)));
	}
}

function reservationWords(code: string, names: ChangeNames): string {
	const known = RESERVATIONS.find((one) => one === code);
	const article = names.article(code);
	return `${known ? RESERVATION_LABELS[known] : code}${article ? `, ${article}` : ""}`;
}

/** One item of a list: a day, a certificate, a kind, a site. */
export function itemWords(check: Edit["check"], item: string, names: ChangeNames): string {
	if (check === "weekdays") return WEEKDAY_LABELS[item as Weekday] ?? item;
	if (check === "kind") return item;
	return check === "area" ? names.cell(item) : names.criterion(item);
}

function listOf(value: FactValue): readonly string[] {
	return Array.isArray(value) ? value.map(String) : [];
}

/** What a change asks of the buyer, as a clause to follow a verb or stand alone: « 3 jours par semaine au lieu de 5 ». */
export function changeWords(edit: Edit, need: Pick<Need, "services">, names: ChangeNames): string {
	return `${clauseOf(edit, names)}${whereOf(edit, need, names)}`;
}

function clauseOf({ check, from, to }: Edit, names: ChangeNames): string {
	const words = (value: FactValue) => valueWords(check, value, names);
	switch (check) {
		case "consortia":
			return to === true ? "groupements permis" : "sans groupement";
		case "daysPerWeek":
			return to === null
				? "sans nombre de jours"
				: `${words(to)} au lieu de ${String(from).replace(".", ",")}`;
		case "window":
			return to === null
				? "sans horaires imposés"
				: `passages de ${between(to)} au lieu de ${between(from)}`;
		case "leadTime":
		case "availability":
			return to === null ? "sans date de début" : `début le ${words(to)} au lieu du ${words(from)}`;
		case "reservation":
			return to === null ? `marché ouvert à tous, sans réservation` : `marché ${words(to)}`;
		case "near":
			return to === null ? "sans limite de distance" : `établissement ${words(to)}`;
		case "kind":
			return to === null ? "tous types de structures" : `structures${NNBSP}: ${words(to)}`;
		case "area":
			return `un lot de ${countOfWord(listOf(to).length, "site")}${NNBSP}: ${words(to)}`;
		case "certificates":
		case "capabilities":
		case "weekdays":
			return `sans ${joinAnd(lost(from, to).map((item) => quote(itemWords(check, item, names))))}`;
		default:
			return to === null || to === false
				? `sans ${DROPPED[check] ?? CHECK_LABELS[check].toLocaleLowerCase("fr")}`
				: `${words(to)} au lieu de ${words(from)}`;
	}
}

const DROPPED: Partial<Record<Edit["check"], string>> = {
	mode: "imposer la manière d’intervenir",
	continuity: "demander de travailler toute l’année",
	stock: "quantités garanties",
	delivery: "livraison",
	installation: "installation",
	staffTransfer: "reprise du personnel",
	eInvoicing: "exiger Chorus Pro",
	capacity: "quantité",
	order: "montant",
};

function between(value: FactValue): string {
	return formatWindow(asWindow(value)).replace("–", " à ");
}

function lost(from: FactValue, to: FactValue): readonly string[] {
	const kept = listOf(to);
	return listOf(from).filter((item) => !kept.includes(item));
}

/** Where it applies, when the need has several services, or the change is about one cell. */
function whereOf(
	{ service, cell }: Edit,
	need: Pick<Need, "services">,
	names: ChangeNames,
): string {
	if (cell !== null) return ` (${names.cell(cell)})`;
	if (service === null || need.services.length < 2) return "";
	const segment = need.services.find(({ id }) => id === service)?.segment ?? service;
	return ` (${names.segment(segment)})`;
}

/** How many cells a need has. */
export function cellCount(need: Need): number {
	return effectiveRequirements(need).length;
}
