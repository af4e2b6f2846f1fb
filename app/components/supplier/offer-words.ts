import { capital } from "#app/components/supplier/kinds.tsx";
import type { Criteria } from "#app/domain/criteria.ts";
import {
	formatDate,
	formatDays,
	formatDaysPerWeek,
	formatHours,
	formatKm,
	formatMonthDay,
	formatNumber,
	formatWindow,
	joinAnd,
	NNBSP,
} from "#app/domain/french-format.ts";
import { MODE_LABELS, WEEKDAY_LABELS } from "#app/domain/french-labels.ts";
import type { EffectiveOffer } from "#app/domain/match/effective-offer.ts";
import type { Places, Segment } from "#app/domain/reference.ts";
import { WEEKDAYS } from "#app/domain/vocabulary.ts";

/** A fact of an offer in words. `path`: its name in the exchange format, under the offer. */
export interface FactWords {
	readonly path: string;
	readonly term: string;
	readonly text: string;
}

/** A condition of the trade: held or not. */
export interface ConditionWords {
	readonly path: string;
	readonly label: string;
	readonly state: "yes" | "no";
	readonly note: string | null;
}

const ZONES_NAMED = 12;

/** Where the offer is given; null when nothing is declared. */
export function areaWords(offer: EffectiveOffer, places: Places): string | null {
	const { area } = offer;
	if (!area) return null;
	const parts: string[] = [];
	if (area.country) parts.push("toute la France");
	if (typeof area.radiusKm === "number") {
		parts.push(`${formatKm(area.radiusKm)} autour de l’établissement, à vol d’oiseau`);
	}
	const zones = (area.zones ?? []).map((zone) => places.zone(zone)?.name ?? zone);
	const more = zones.length - ZONES_NAMED;
	if (more > 0) parts.push(`${zones.slice(0, ZONES_NAMED).join(", ")} et ${more} autres`);
	else if (zones.length > 0) parts.push(joinAnd(zones));
	return parts.length === 0 ? null : capital(parts.join(`${NNBSP}; `));
}

/** How each public fact reads; null: not known. */
const WORDS: Record<string, { term: string; words: (offer: EffectiveOffer) => string | null }> = {
	modes: {
		term: "Mode",
		words: ({ modes }) => (modes ? capital(joinAnd(modes.map((mode) => MODE_LABELS[mode]))) : null),
	},
	daysPerWeek: {
		term: "Jours par semaine",
		words: ({ daysPerWeek }) => known(daysPerWeek, formatDaysPerWeek),
	},
	weekdays: {
		term: "Jours travaillés",
		words: ({ weekdays }) =>
			weekdays
				? capital(
						joinAnd(
							WEEKDAYS.filter((day) => weekdays.includes(day)).map((day) => WEEKDAY_LABELS[day]),
						),
					)
				: null,
	},
	windows: {
		term: "Horaires",
		words: ({ windows }) => {
			if (!windows) return null;
			return windows.length === 0 ? "Aucune plage possible" : joinAnd(windows.map(formatWindow));
		},
	},
	minVisitHours: {
		term: "Durée d’un passage",
		words: ({ minVisitHours }) => known(minVisitHours, (hours) => `${formatHours(hours)} au moins`),
	},
	closures: {
		term: "Fermetures annuelles",
		words: (offer) => {
			if (!offer.closures) return null;
			if (offer.closures.length === 0) return "Aucune";
			const periods = offer.closures.map(
				({ from, to }) => `du ${formatMonthDay(from)} au ${formatMonthDay(to)}`,
			);
			const covered = offer.coversClosures
				? `${NNBSP}; le service est assuré pendant ce temps`
				: "";
			return `${capital(joinAnd(periods))}${covered}`;
		},
	},
	leadTimeDays: {
		term: "Délai de démarrage",
		words: ({ leadTimeDays }) => known(leadTimeDays, formatDays),
	},
	availableFrom: {
		term: "Disponible",
		words: ({ availableFrom }) =>
			availableFrom ? `À partir du ${formatDate(availableFrom)}` : null,
	},
	stock: {
		term: "Quantités",
		words: ({ stock }) =>
			stock ? (stock === "firm" ? "Fermes" : "Selon ce qui est trouvé") : null,
	},
	skills: {
		term: "Savoir-faire",
		words: ({ skills }) =>
			skills ? (skills === "stable" ? "Stable" : "Dépend des personnes présentes") : null,
	},
	delivers: { term: "Livraison", words: ({ delivers }) => yesNo(delivers) },
	installs: { term: "Installation", words: ({ installs }) => yesNo(installs) },
	storageM3: {
		term: "Stockage",
		words: ({ storageM3 }) => known(storageM3, (m3) => `${formatNumber(m3)}${NNBSP}m³`),
	},
	eInvoicing: {
		term: "Facturation électronique",
		words: ({ eInvoicing }) =>
			eInvoicing ? (eInvoicing === "chorus" ? "Chorus Pro" : "Non") : null,
	},
};

function known(value: number | null | undefined, words: (value: number) => string): string | null {
	return typeof value === "number" ? words(value) : null;
}

function yesNo(value: boolean | null | undefined): string | null {
	return typeof value === "boolean" ? (value ? "Oui" : "Non") : null;
}

/** The public facts known of an offer, in their usual order; the area is said apart. */
export function offerFacts(offer: EffectiveOffer): FactWords[] {
	return Object.entries(WORDS).flatMap(([path, { term, words }]) => {
		const text = words(offer);
		return text === null ? [] : [{ path, term, text }];
	});
}

/** Certificates and capabilities known of an offer, held or not. */
export function offerConditions(offer: EffectiveOffer, criteria: Criteria): ConditionWords[] {
	const label = (code: string) => criteria.criterionOf(code)?.label ?? code;
	const certificates = (offer.certificates ?? []).map(({ code, until }): ConditionWords => {
		const note = until ? `jusqu’au ${formatDate(until)}` : null;
		return { path: "certificates", label: label(code), state: "yes", note };
	});
	const capabilities = Object.entries(offer.capabilities ?? {}).flatMap(
		([code, value]): ConditionWords[] =>
			typeof value === "boolean"
				? [
						{
							path: `capabilities.${code}`,
							label: label(code),
							state: value ? "yes" : "no",
							note: null,
						},
					]
				: [],
	);
	return [
		...certificates,
		...capabilities.sort((a, b) => (a.state === b.state ? 0 : a.state === "yes" ? -1 : 1)),
	];
}

/** What each typical constraint asks, as a question to the structure, and how to tell that it is answered. */
const QUESTIONS: Record<string, { question: string; isKnown: (offer: EffectiveOffer) => boolean }> =
	{
		area: {
			question: "Où intervenez-vous\u202f: un rayon, des communes, des départements\u202f?",
			isKnown: ({ area }) =>
				!!area &&
				(typeof area.radiusKm === "number" || !!area.zones?.length || area.country === true),
		},
		daysPerWeek: {
			question: "Combien de jours par semaine pouvez-vous intervenir\u202f?",
			isKnown: ({ daysPerWeek }) => typeof daysPerWeek === "number",
		},
		window: {
			question: "À quelles heures pouvez-vous intervenir\u202f?",
			isKnown: ({ windows }) => Array.isArray(windows),
		},
		capacity: {
			question: "Quelle quantité pouvez-vous prendre en charge\u202f?",
			isKnown: ({ capacity }) => !!capacity && capacity.length > 0,
		},
		order: {
			question: "Entre quels montants acceptez-vous un contrat\u202f?",
			isKnown: ({ orderEur }) => !!orderEur,
		},
		leadTime: {
			question: "Combien de temps vous faut-il pour commencer\u202f?",
			isKnown: ({ leadTimeDays }) => typeof leadTimeDays === "number",
		},
		closures: {
			question: "Fermez-vous une partie de l’année\u202f?",
			isKnown: ({ closures }) => Array.isArray(closures),
		},
		delivery: {
			question: "Livrez-vous\u202f?",
			isKnown: ({ delivers }) => typeof delivers === "boolean",
		},
		installation: {
			question: "Installez-vous sur place\u202f?",
			isKnown: ({ installs }) => typeof installs === "boolean",
		},
		stock: {
			question: "Pouvez-vous garantir des quantités fermes\u202f?",
			isKnown: ({ stock }) => stock === "firm" || stock === "as-found",
		},
		storage: {
			question: "Quel volume pouvez-vous stocker\u202f?",
			isKnown: ({ storageM3 }) => typeof storageM3 === "number",
		},
	};

const ALWAYS_ASKED = ["area", "daysPerWeek", "capacity", "order", "leadTime", "closures"];

/**
 * What is not known of an offer, as questions to its supplier: what the segment usually asks, then what every need asks.
 *
 * @param offer with the facts kept for buyers: what exists must not be asked again
 */
export function openQuestions(
	offer: EffectiveOffer,
	segment: Segment | undefined,
	criteria: Criteria,
): string[] {
	const typical = segment?.typicalConstraints ?? [];
	const asked = [...new Set(["area", ...typical, ...ALWAYS_ASKED])];
	return asked.flatMap((constraint) => {
		const code = /^certificates:(.+)$/.exec(constraint)?.[1];
		if (code !== undefined) {
			const question = criteria.criterionOf(code)?.question;
			return offer.certificates || question === undefined ? [] : [question];
		}
		const known = QUESTIONS[constraint];
		return known && !known.isKnown(offer) ? [known.question] : [];
	});
}
