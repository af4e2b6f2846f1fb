import {
	countOfWord,
	formatDate,
	formatDaysPerWeek,
	formatEuros,
	formatHour,
	formatHours,
	formatKm,
	joinAnd,
	NNBSP,
} from "../french-format.ts";
import {
	formatQuantity,
	MODE_LABELS,
	RESERVATION_LABELS,
	WEEKDAY_LABELS,
} from "../french-labels.ts";
import type { FactValue, RelaxationChange } from "../match-types.ts";
import type { Need, Quantity } from "../need.ts";
import type { NeedNames } from "../need-form/asked-words.ts";
import type { Window } from "../supplier.ts";
import type { CheckId, Mode, Reservation, Weekday } from "../vocabulary.ts";
import { cellId, cellsOf } from "./cells.ts";
import { listOf } from "./fact-values.ts";
import { movesOf } from "./share.ts";

/** Names of what a change mentions. */
export interface ChangeNames extends NeedNames {
	/** Name of a commune. */
	place(commune: string): string;
}

/** More sites than this are counted, not named. */
const MAX_NAMED = 4;

/** How a need says what these changes are about: before, or after. One sentence, without its full stop. */
export function changeSentence(
	need: Need,
	changes: readonly RelaxationChange[],
	side: "from" | "to",
	names: ChangeNames,
): string {
	const services = new Map(need.services.map(({ id, segment }) => [id, names.segment(segment)]));
	const byService = new Map<string, string[]>();
	for (const change of movesOf(changes)) {
		const clause =
			change.check === "order"
				? marketClause(changes, change, side)
				: clauseOf(need, change.check, change[side], names);
		const where = whereOf(change, services);
		byService.set(where, [...(byService.get(where) ?? []), clause]);
	}
	return [...byService]
		.map(([where, clauses]) => {
			const text = sentenceOf(clauses);
			return where ? `${where}${NNBSP}: ${lowerFirst(text)}` : text;
		})
		.join(`${NNBSP}; `);
}

/** The service named when there are several; the site when the change is for one. */
function whereOf(
	{ service, cell }: RelaxationChange,
	services: ReadonlyMap<string, string>,
): string {
	if (cell !== null) return cell;
	return service !== null && services.size > 1 ? (services.get(service) ?? service) : "";
}

function sentenceOf(clauses: readonly string[]): string {
	return clauses.map((clause, i) => (i === 0 ? clause : lowerFirst(clause))).join(", ");
}

function lowerFirst(text: string): string {
	return text.charAt(0).toLocaleLowerCase("fr") + text.slice(1);
}

/** What a need writes for one value of a check. */
function clauseOf(need: Need, check: CheckId, value: FactValue, names: ChangeNames): string {
	switch (check) {
		case "daysPerWeek":
			return `Passages ${formatDaysPerWeek(value as number)}`;
		case "window":
			return value === null ? "Horaires à convenir avec le titulaire" : windowClause(value);
		case "visitHours":
			return `Passages de ${formatHours(value as number)}`;
		case "capacity":
			return `${formatQuantity(value as unknown as Quantity)} en tout`;
		case "order":
			return `${formatEuros(value as number)} HT par an en tout`;
		case "leadTime":
		case "availability":
			return `Début le ${formatDate(value as string)}`;
		case "mode":
			return value === null
				? "Tous modes d’intervention admis"
				: `Sous forme de ${MODE_LABELS[value as Mode]}`;
		case "kind":
			return value === null
				? "Tous types de structure admis"
				: `Type de structure demandé${NNBSP}: ${joinAnd(listOf(value), "ou")}`;
		case "near":
			return value === null
				? "Aucune distance du siège exigée"
				: `Siège à ${formatKm(value as number)} au plus`;
		case "reservation":
			return reservationClause(value as Reservation | null, names);
		case "area":
			return lotClause(need, listOf(value), names);
		default:
			return listClause(check, value, names) ?? yesNoClause(check, value);
	}
}

/** A market as it is, or in as many lots as it takes for each to stay within the amount; with its quantities, when they are shared too. */
function marketClause(
	changes: readonly RelaxationChange[],
	{ from, to }: RelaxationChange,
	side: "from" | "to",
): string {
	const quantities = changes.filter(({ check }) => check === "capacity").map((one) => one[side]);
	const [only] = quantities;
	const quantity =
		only !== undefined && quantities.length === 1
			? ` et ${formatQuantity(only as unknown as Quantity)}`
			: "";
	if (side === "from") return `Un marché de ${formatEuros(from as number)} HT par an${quantity}`;
	const lots = countOfWord(Math.ceil((from as number) / (to as number)), "lot");
	const shared = quantities.length > 1 ? ", quantités partagées de même" : "";
	return `Marché partagé en ${lots} de ${formatEuros(to as number)} HT par an${quantity} au plus${shared}`;
}

function windowClause(value: FactValue): string {
	const { from, to } = value as unknown as Window;
	return `De ${formatHour(from)} à ${formatHour(to)}`;
}

function reservationClause(reservation: Reservation | null, names: ChangeNames): string {
	if (reservation === null) return "Marché non réservé";
	const article = names.article(reservation);
	return `Marché ${RESERVATION_LABELS[reservation]}${article ? `, article ${article}` : ""}`;
}

const LISTS: Partial<Record<CheckId, readonly [one: string, many: string, none: string]>> = {
	weekdays: ["Jour de passage", "Jours de passage", "Jours de passage à convenir"],
	certificates: [
		"Certificat exigé",
		"Certificats exigés",
		"Aucun certificat exigé, si aucun texte ne l’impose",
	],
	capabilities: ["Condition exigée", "Conditions exigées", "Aucune condition de métier exigée"],
};

function listClause(check: CheckId, value: FactValue, names: ChangeNames): string | null {
	const words = LISTS[check];
	if (!words) return null;
	const [one, many, none] = words;
	const codes = listOf(value);
	if (codes.length === 0) return none;
	const labels = codes.map((code) =>
		check === "weekdays" ? WEEKDAY_LABELS[code as Weekday] : names.criterion(code),
	);
	return `${codes.length > 1 ? many : one}${NNBSP}: ${joinAnd(labels)}`;
}

const YES_NO: Partial<Record<CheckId, readonly [asked: string, given_up: string]>> = {
	continuity: ["Continuité toute l’année", "Fermetures annuelles admises, à dates convenues"],
	stock: ["Quantités garanties", "Quantités indicatives, selon ce qui se trouve"],
	delivery: ["Livraison comprise", "Retrait sur place, ou livraison à part"],
	installation: ["Installation comprise", "Installation à part"],
	staffTransfer: [
		"Personnel en place à reprendre",
		"Reprise du personnel à étudier, si rien n’y oblige",
	],
	eInvoicing: ["Factures par Chorus Pro", "Factures par un autre moyen que Chorus Pro"],
};

function yesNoClause(check: CheckId, value: FactValue): string {
	const words = YES_NO[check];
	return words?.[value === null || value === false ? 1 : 0] ?? "";
}

function lotClause(need: Need, ids: readonly string[], names: ChangeNames): string {
	const kept = cellsOf(need).filter((cell) => ids.includes(cellId(cell)));
	const segments = [...new Set(kept.map(({ service }) => service))].map((id) =>
		names.segment(need.services.find((one) => one.id === id)?.segment ?? id),
	);
	const sites = [...new Set(kept.map(({ site }) => site))];
	const trades = need.services.length > 1 ? `${joinAnd(segments)}, ` : "";
	if (kept.length === cellsOf(need).length) {
		return `Un seul lot${NNBSP}: ${trades}${countOfWord(sites.length, "site")}`;
	}
	const named =
		sites.length > MAX_NAMED ? "" : ` (${joinAnd(sites.map((id) => siteName(need, id, names)))})`;
	return `Un lot à part${NNBSP}: ${trades}${countOfWord(sites.length, "site")}${named}`;
}

function siteName(need: Need, id: string, names: ChangeNames): string {
	const site = need.sites?.find((one) => one.id === id);
	return site?.label ?? (site?.commune ? names.place(site.commune) : id);
}
