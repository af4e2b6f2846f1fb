import { formatDay, parseDay } from "../../dates.ts";
import { formatDate, formatDays, formatNumber } from "../../french-format.ts";
import type { CheckDefinition } from "./definition.ts";
import { atMostRows } from "./rows.ts";

export const leadTime: CheckDefinition = {
	id: "leadTime",
	level: "offer",
	visibility: "public",
	asked: (_, terms) => terms.startsOn !== null,
	bind: (_, terms, { offers }, bit) => atMostRows(offers.leadTimeDays, terms.start - terms.on, bit),
	explain({ offer, terms }) {
		const left = terms.start - terms.on;
		const offered = offer.leadTimeDays ?? null;
		return {
			asked: left,
			offered,
			margin: offered === null ? null : left - offered,
			fact: "leadTimeDays",
		};
	},
	sentence(result, verdict) {
		const days = Math.max(0, result.asked as number);
		const left = formatDays(days);
		if (typeof result.offered !== "number") {
			return `n’a pas dit son délai de démarrage\u202f; il reste ${left} avant le début`;
		}
		const offered = formatDays(result.offered);
		return verdict === "met"
			? `démarre en ${offered}`
			: `demande ${offered} pour démarrer\u202f; il en reste ${formatNumber(days)} avant le début`;
	},
	relaxation: { nature: "need", step: { type: "later" } },
};

export const availability: CheckDefinition = {
	id: "availability",
	level: "offer",
	visibility: "public",
	asked: (_, terms) => terms.startsOn !== null,
	bind(_, terms, { offers }, bit) {
		const { availableFrom } = offers;
		return (start, count, { failed }) => {
			for (let i = 0; i < count; i++) {
				// NO_DAY comes before every day: nothing said is no obstacle.
				if ((availableFrom[start + i] as number) > terms.start) {
					failed[i] = (failed[i] as number) | bit;
				}
			}
		};
	},
	explain({ offer, terms }) {
		const offered = offer.availableFrom ?? null;
		return {
			asked: formatDay(terms.start),
			offered,
			margin: offered === null ? null : terms.start - parseDay(offered),
			fact: "availableFrom",
		};
	},
	sentence(result, verdict) {
		if (typeof result.offered !== "string") return "ne signale aucune indisponibilité";
		const offered = formatDate(result.offered);
		return verdict === "met"
			? `est disponible dès le ${offered}`
			: `n’est disponible qu’à partir du ${offered}\u202f; vous commencez le ${formatDate(result.asked as string)}`;
	},
	relaxation: { nature: "need", step: { type: "later" } },
};
