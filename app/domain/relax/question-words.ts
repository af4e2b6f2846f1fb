import {
	formatDate,
	formatEuros,
	formatHour,
	formatHours,
	formatKm,
	formatNumber,
	joinAnd,
	NNBSP,
} from "../french-format.ts";
import {
	formatQuantity,
	MODE_LABELS,
	RESERVATION_LABELS,
	WEEKDAY_LABELS,
} from "../french-labels.ts";
import type { FactValue } from "../match-types.ts";
import type { Quantity } from "../need.ts";
import type { Window } from "../supplier.ts";
import type { CheckId, Mode, Reservation, Weekday } from "../vocabulary.ts";
import { listOf } from "./fact-values.ts";
import type { UnknownFact } from "./unknown-facts.ts";

/** Names of what a question mentions. */
export interface QuestionNames {
	segment(code: string): string;
	criterion(code: string): string;
	/** The question of a condition by trade; null when it has none. */
	questionOf(criterion: string): string | null;
	/** Name of a check inside a sentence. */
	check(check: CheckId): string;
}

/** The question to put for one unknown fact, to a supplier, in the same words for all. */
export function questionWords(fact: UnknownFact, names: QuestionNames): string {
	const { check, criterion, asked } = fact;
	if (check === null) return ask("Les informations de votre fiche sont-elles toujours exactes");
	if (criterion !== null) {
		return (
			names.questionOf(criterion) ??
			ask(`Répondez-vous à la condition «${NNBSP}${names.criterion(criterion)}${NNBSP}»`)
		);
	}
	return ask(WORDS[check](asked, names));
}

function ask(words: string): string {
	return `${words}${NNBSP}?`;
}

/** What each check asks a supplier, without the question mark. */
const WORDS: Record<CheckId, (asked: FactValue, names: QuestionNames) => string> = {
	segment: (asked, { segment }) =>
		`Proposez-vous bien ce métier${NNBSP}: ${typeof asked === "string" ? segment(asked) : "celui du marché"}`,
	area: () => "Intervenez-vous sur les lieux du marché",
	near: (asked) =>
		`Où se trouve votre établissement (nous le demandons à ${formatKm(asked as number)} au plus)`,
	kind: (asked) =>
		`Pouvez-vous justifier, par un document en cours de validité, que vous êtes ${joinAnd(listOf(asked), "ou")}`,
	reservation: (asked) => {
		const regime = asked as {
			readonly reservation?: Reservation;
			readonly article?: string | null;
		};
		const label = regime.reservation ? RESERVATION_LABELS[regime.reservation] : "réservé";
		const article = regime.article ? `, article ${regime.article}` : "";
		return `Pouvez-vous justifier que vous avez accès à un marché ${label}${article}`;
	},
	mode: (asked) => `Pouvez-vous intervenir sous forme de ${MODE_LABELS[asked as Mode]}`,
	daysPerWeek: (asked) =>
		`Combien de jours par semaine pouvez-vous intervenir (nous en demandons ${formatNumber(asked as number)})`,
	weekdays: (asked) =>
		`Quels jours pouvez-vous intervenir (nous demandons ${joinAnd(listOf(asked).map((day) => WEEKDAY_LABELS[day as Weekday]))})`,
	window: (asked) => {
		const { from, to } = asked as unknown as Window;
		return `À quelles heures pouvez-vous intervenir (nous demandons de ${formatHour(from)} à ${formatHour(to)})`;
	},
	visitHours: (asked) =>
		`À partir de quelle durée vous déplacez-vous (nous demandons des passages de ${formatHours(asked as number)})`,
	capacity: (asked) => {
		const quantities = (asked as unknown as Quantity[]).map(formatQuantity);
		const words = quantities.length > 0 ? ` (nous demandons ${joinAnd(quantities)})` : "";
		return `Quelle quantité pouvez-vous prendre aujourd’hui${words}`;
	},
	order: (asked) => {
		const { amountEur } = asked as { readonly amountEur: number };
		const ours = amountEur > 0 ? ` (le nôtre est de ${formatEuros(amountEur)} HT par an)` : "";
		return `Quels montants de contrat acceptez-vous, au moins et au plus${ours}`;
	},
	leadTime: (asked) =>
		`De combien de jours avez-vous besoin pour démarrer (il en reste ${formatNumber(Math.max(0, asked as number))})`,
	availability: (asked) => `Serez-vous disponible le ${formatDate(asked as string)}`,
	continuity: () => "Fermez-vous dans l’année, et assurez-vous alors la continuité",
	stock: () => "Pouvez-vous garantir les quantités demandées",
	certificates: (asked, { criterion }) =>
		`Détenez-vous ${joinAnd(listOf(asked).map((code) => `«${NNBSP}${criterion(code)}${NNBSP}»`))}`,
	capabilities: (asked, { criterion }) =>
		`Assurez-vous ${joinAnd(listOf(asked).map((code) => `«${NNBSP}${criterion(code)}${NNBSP}»`))}`,
	delivery: () => "Livrez-vous",
	installation: () => "Installez-vous ce que vous livrez",
	staffTransfer: () => "Pouvez-vous reprendre le personnel en place",
	eInvoicing: () => "Facturez-vous par Chorus Pro",
};
