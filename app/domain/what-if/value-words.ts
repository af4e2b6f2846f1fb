import {
	formatDate,
	formatDaysPerWeek,
	formatEuros,
	formatHours,
	formatKm,
	formatWindow,
	joinAnd,
} from "../french-format.ts";
import {
	formatQuantity,
	MODE_LABELS,
	RESERVATION_LABELS,
	WEEKDAY_LABELS,
} from "../french-labels.ts";
import type { FactValue } from "../match-types.ts";
import type { Quantity } from "../need.ts";
import type { NeedNames } from "../need-form/asked-words.ts";
import { type Mode, RESERVATIONS, type Weekday } from "../vocabulary.ts";
import type { Edit } from "./edits.ts";
import { asWindow } from "./fields.ts";

/** Names of the codes that values hold. */
export type ValueNames = Pick<NeedNames, "criterion" | "article">;

/** A value of a condition in a few words: « 3 jours par semaine », « 8 h 30–16 h 30 », « sans ». */
export function valueWords(check: Edit["check"], value: FactValue, names: ValueNames): string {
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

function reservationWords(code: string, names: ValueNames): string {
	const known = RESERVATIONS.find((one) => one === code);
	const article = names.article(code);
	return `${known ? RESERVATION_LABELS[known] : code}${article ? `, ${article}` : ""}`;
}

/** One item of a list: a day, a certificate, a kind, a site. */
export function itemWords(check: Edit["check"], item: string, names: ValueNames): string {
	if (check === "weekdays") return WEEKDAY_LABELS[item as Weekday] ?? item;
	if (check === "kind") return item;
	return names.criterion(item);
}

function listOf(value: FactValue): readonly string[] {
	return Array.isArray(value) ? value.map(String) : [];
}
