import { WEEKDAYS, type Weekday } from "../vocabulary.ts";
import { expression, NUMBER, numberOf } from "./numbers.ts";
import type { Hit, Sheet } from "./sheet.ts";

/** What a text says of days, before it is known of which service: `rhythm.ts` writes it, `merge-rhythm.ts` adds it up. */
export const RHYTHM_FIELDS = [
	"rhythm.count",
	"rhythm.days",
	"rhythm.except",
	"rhythm.also",
] as const;

const DAYS: readonly (readonly [Weekday, string])[] = [
	["mon", "lundis?"],
	["tue", "mardis?"],
	["wed", "mercredis?"],
	["thu", "jeudis?"],
	["fri", "vendredis?"],
	["sat", "samedis?"],
	["sun", "dimanches?"],
];
const DAY = `(?:${DAYS.map(([, words]) => words).join("|")})`;
const WEEKEND = "(?:week[- ]?ends?|fins? de semaine)";
const SHORT_DAY = String.raw`(?:lun|mar|mer|jeu|ven|sam|dim)\.?`;
const LINK = String.raw`(?:,? ?(?:et|ou|puis|,|\/|\+|&) ?(?:les? |chaque )?)`;
const LIST = `(?:${DAY}|${WEEKEND})(?: matins?| soirs?| apres-midis?)?(?:${LINK}(?:${DAY}|${WEEKEND})(?: matins?| soirs?| apres-midis?)?)*`;
const EXCEPT = expression(
	String.raw`\b(?:sauf|hors|hormis|excepte|sans|a l'exclusion d[eu]s?|a l'exception d[eu]s?)(?: (?:les?|du|des))? (${LIST})\b`,
);
const ALSO = expression(
	String.raw`\b(?:y compris|et aussi|ainsi que|samedi compris)(?: (?:les?|du|des))? (${LIST})\b`,
);
const RANGE = expression(
	String.raw`\b(?:du )?(${DAY}|${SHORT_DAY}) ?(?:au|a|-|jusqu'au) ?(${DAY}|${SHORT_DAY})(?: inclus)?(?![\p{L}])`,
);
const NAMED = expression(String.raw`\b(?:(?:tous |chaque |uniquement )*(?:les? )?)(${LIST})\b`);
const WORKING_DAYS =
	/\b(?:tous )?(?:les )?(?:5 |cinq )?(?:jours ouvres|jours de semaine|jours scolaires)\b|\ben semaine\b/g;
const OPENING_DAYS = /\b(?:tous )?(?:les )?(?:6 |six )?jours ouvrables\b/g;

/** « par semaine », « /sem », « hebdomadaires ». */
export const WEEK = String.raw`(?: ?(?:\/|par|sur|dans|chaque|de) ?(?:la |une )?(?:semaines?|sem\.?|s|hebdo|7)| hebdomadaires?| de la semaine| la semaine)`;
/** « 2 à 3 fois par semaine ». */
const RANGE_PER_WEEK = expression(
	String.raw`${NUMBER} ?(?:a|-|ou) ?${NUMBER} ?(?:jours?|j|fois|passages?|interventions?|visites?|x) ?${WEEK}(?![\p{L}\d])`,
);
const PER_WEEK = expression(
	String.raw`${NUMBER} ?(?:jours?|jrs?|j|fois|passages?|interventions?|visites?|prestations?|livraisons?|tournees?|collectes?|x)? ?${WEEK}(?![\p{L}\d])`,
);
const SEVENTHS =
	/(?<![\d/,.])([1-7])(?: ?j(?:ours?)?)? ?(?:\/|sur) ?7(?: ?j(?:ours?)?)?(?![\d/\p{L}])/gu;
const ADVERBS: readonly (readonly [RegExp, number])[] = [
	[/\b(?:tous les jours|chaque jour|quotidien(?:ne)?(?:ment|s)?|journalier(?:e)?s?)\b/g, 7],
	[/\bun jour sur deux\b/g, 3.5],
	[/\b(?:bi-?hebdomadaires?)\b/g, 2],
	[/\b(?:hebdomadaire(?:ment|s)?|chaque semaine|toutes les semaines)\b/g, 1],
	[
		/\b(?:tous les (?:15|quinze) jours|toutes les (?:2|deux) semaines|une semaine sur deux|(?:une fois )?par quinzaine|bi-?mensuel(?:le)?s?|bimensuellement)\b/g,
		0.5,
	],
];

const SELDOM = expression(
	String.raw`${NUMBER} ?(?:fois|passages?|interventions?|visites?|tontes?|tailles?|x) ?(?:(?:par|\/|chaque|l') ?)(mois|ans?|annees?|jour)(?![\p{L}])`,
);
const SELDOM_ADVERBS: readonly (readonly [RegExp, number, "month" | "year"])[] = [
	[
		/\b(?:un passage |une intervention |une fois )?(?:mensuel(?:le)?(?:ment|s)?|(?:une fois )?tous les mois)\b/g,
		1,
		"month",
	],
	[
		/\b(?:un passage |une intervention )?(?:trimestriel(?:le)?(?:ment|s)?|tous les (?:3|trois) mois)\b/g,
		4,
		"year",
	],
	[
		/\b(?:un passage |une intervention )?(?:semestriel(?:le)?(?:ment|s)?|tous les (?:6|six) mois)\b/g,
		2,
		"year",
	],
];

/** Days of the week and how often. */
export function readRhythm(sheet: Sheet): void {
	for (const hit of sheet.find(EXCEPT)) sayDays(sheet, "rhythm.except", hit);
	for (const hit of sheet.find(ALSO)) sayDays(sheet, "rhythm.also", hit);
	for (const hit of sheet.find(RANGE)) {
		const [from, to] = [dayOf(hit.group(1)), dayOf(hit.group(2))];
		if (from < to && from >= 0) sheet.say("rhythm.days", WEEKDAYS.slice(from, to + 1), hit);
	}
	for (const hit of sheet.find(NAMED)) sayDays(sheet, "rhythm.days", hit);
	for (const hit of sheet.find(WORKING_DAYS)) sheet.say("rhythm.days", WEEKDAYS.slice(0, 5), hit);
	for (const hit of sheet.find(OPENING_DAYS)) sheet.say("rhythm.days", WEEKDAYS.slice(0, 6), hit);
	for (const hit of sheet.find(SEVENTHS)) sheet.say("rhythm.count", Number(hit.group(1)), hit);
	for (const hit of sheet.find(RANGE_PER_WEEK)) {
		const [low, high] = [numberOf(hit.group(1)), numberOf(hit.group(2))];
		if (low === null || high === null || low >= high || high > 7) continue;
		sheet.say("rhythm.count", high, hit);
		sheet.warn(
			`« ${sheet.quote(hit)} » : le plus grand nombre est retenu, corrigez si ce n’est pas cela.`,
			hit,
		);
	}
	for (const hit of sheet.find(PER_WEEK)) sayCount(sheet, hit, numberOf(hit.group(1)));
	for (const [pattern, count] of ADVERBS) {
		for (const hit of sheet.find(pattern)) sayCount(sheet, hit, count);
	}
	readSeldom(sheet);
}

/** Less than once in two weeks: no number of days a week, but so many visits. */
function readSeldom(sheet: Sheet): void {
	for (const hit of sheet.find(SELDOM)) {
		const amount = numberOf(hit.group(1));
		const per = hit.group(2).startsWith("m")
			? "month"
			: hit.group(2).startsWith("j")
				? "day"
				: "year";
		if (amount) sheet.say("quantity", { amount, unit: "intervention", per }, hit);
	}
	for (const [pattern, amount, per] of SELDOM_ADVERBS) {
		for (const hit of sheet.find(pattern)) {
			sheet.say("quantity", { amount, unit: "intervention", per }, hit);
		}
	}
}

function sayCount(sheet: Sheet, hit: Hit, count: number | null): void {
	if (count !== null && count > 0 && count <= 7) sheet.say("rhythm.count", count, hit);
}

function sayDays(sheet: Sheet, field: string, hit: Hit): void {
	const named = hit.group(1);
	const days = WEEKDAYS.filter(
		(day, i) =>
			new RegExp(`\\b${DAYS[i]?.[1]}\\b`).test(named) ||
			((day === "sat" || day === "sun") && /week|fins? de/.test(named)),
	);
	if (days.length > 0) sheet.say(field, days, hit);
}

function dayOf(word: string): number {
	return DAYS.findIndex(([, words]) => words.startsWith(word.replace(/[s.]$/, "").slice(0, 3)));
}
