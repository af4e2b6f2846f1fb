import { formatDaysPerWeek, formatHours, formatNumber, joinAnd } from "../../french-format.ts";
import { WEEKDAY_LABELS } from "../../french-labels.ts";
import { WEEKDAYS, type Weekday } from "../../vocabulary.ts";
import { FLAG_FIELDS } from "../flags.ts";
import { MET, UNKNOWN, UNMET } from "../masks.ts";
import type { CheckDefinition } from "./definition.ts";
import { atLeastRows, atMostRows, flagRows } from "./rows.ts";

export const daysPerWeek: CheckDefinition = {
	id: "daysPerWeek",
	level: "offer",
	visibility: "public",
	asked: ({ ask }) => ask.daysPerWeek !== null,
	bind: (ask, _, { offers }, bit) => atLeastRows(offers.daysPerWeek, ask.daysPerWeek ?? 0, bit),
	explain({ cell, offer }) {
		const asked = cell.ask.daysPerWeek ?? 0;
		const offered = offer.daysPerWeek ?? null;
		return {
			asked,
			offered,
			margin: offered === null ? null : offered - asked,
			fact: "daysPerWeek",
		};
	},
	sentence(result, verdict) {
		const asked = result.asked as number;
		if (typeof result.offered !== "number") {
			return `n’a pas dit combien de jours par semaine elle intervient\u202f; vous en demandez ${formatNumber(asked)}`;
		}
		const offered = formatDaysPerWeek(result.offered);
		return verdict === "met"
			? `intervient jusqu’à ${offered}`
			: `intervient ${offered} au plus\u202f; vous en demandez ${formatNumber(asked)}`;
	},
	relaxation: { nature: "need", step: { type: "lower", increment: 1 } },
};

export const weekdays: CheckDefinition = {
	id: "weekdays",
	level: "offer",
	visibility: "public",
	asked: ({ ask }) => ask.weekdays.length > 0,
	bind(ask, _, { offers }, bit) {
		let asked = 0;
		for (const day of ask.weekdays) asked |= 1 << WEEKDAYS.indexOf(day);
		const outcome = (days: number) =>
			days === 0 ? UNKNOWN : (asked & ~(days - 1)) === 0 ? MET : UNMET;
		return flagRows(offers.flags, FLAG_FIELDS.weekdays, outcome, bit);
	},
	explain({ cell, offer }) {
		return {
			asked: cell.ask.weekdays,
			offered: offer.weekdays ?? null,
			margin: null,
			fact: "weekdays",
		};
	},
	sentence(result, verdict) {
		const asked = result.asked as Weekday[];
		const offered = result.offered as Weekday[] | null | undefined;
		if (!offered)
			return `n’a pas dit quels jours elle intervient\u202f; vous demandez ${days(asked)}`;
		if (verdict === "met") return `intervient ${days(asked)}`;
		return `n’intervient pas ${days(asked.filter((day) => !offered.includes(day)))}`;
	},
	relaxation: { nature: "need", step: { type: "drop-one" } },
};

function days(list: readonly Weekday[]): string {
	return joinAnd(
		WEEKDAYS.filter((day) => list.includes(day)).map((day) => `le ${WEEKDAY_LABELS[day]}`),
	);
}

export const visitHours: CheckDefinition = {
	id: "visitHours",
	level: "offer",
	visibility: "public",
	asked: ({ ask }) => ask.visitHours !== null,
	bind: (ask, _, { offers }, bit) => atMostRows(offers.minVisitHours, ask.visitHours ?? 0, bit),
	explain({ cell, offer }) {
		const asked = cell.ask.visitHours ?? 0;
		const offered = offer.minVisitHours ?? null;
		return {
			asked,
			offered,
			margin: offered === null ? null : asked - offered,
			fact: "minVisitHours",
		};
	},
	sentence(result, verdict) {
		const asked = formatHours(result.asked as number);
		if (typeof result.offered !== "number") {
			return `n’a pas dit la durée minimale d’un passage\u202f; vous demandez des passages de ${asked}`;
		}
		const offered = formatHours(result.offered);
		return verdict === "met"
			? `se déplace à partir de ${offered} par passage`
			: `ne se déplace que pour ${offered} au moins\u202f; vous demandez des passages de ${asked}`;
	},
	relaxation: { nature: "need", step: { type: "raise", increment: 0.5 } },
};
