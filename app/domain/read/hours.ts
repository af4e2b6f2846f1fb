import { frWindow, parseWindow } from "../need-form/hours.ts";
import { expression, NUMBER, numberOf } from "./numbers.ts";
import { WEEK } from "./rhythm.ts";
import { type Hit, type Sheet, UNDERSTOOD } from "./sheet.ts";
import type { Json } from "./types.ts";

const CLOCK = String.raw`[0-2]?\d ?(?:h(?:eures?)?(?: ?[0-5]\d)?|:[0-5]\d)(?![\p{L}\d])`;
const PAIR = expression(
	String.raw`(?:\b(?:de|entre|des) )?(?<![\d,.])([0-2]?\d(?: ?(?:h(?:eures?)?|:) ?(?:[0-5]\d)?)?) ?(?:a|et|-|->|→) ?(${CLOCK})`,
);
const OPEN = expression(
	String.raw`\b(avant|jusqu'a|apres|a partir de|des)(?: les?)? (${CLOCK})(?: ?(?:du matin|le matin|du soir|le soir))?`,
);

const BREAK = /^ ?(?:et|puis|\/|,|;|\+|&|-)? ?(?:de |entre |puis )?$/;

type Hours = readonly [from: string, to: string];

/** Bounds that words have by convention here; each reading says so. */
const NAMED: readonly (readonly [RegExp, Hours])[] = [
	[
		/\b(?:tot le matin|de bon(?:ne)? (?:matin|heure)|tres tot|a l'aube|avant l'ouverture(?: (?:des|au|du) [\p{L}]+)?)(?![\p{L}])/gu,
		["06:00", "08:00"],
	],
	[
		/\b(?:(?:en|le|la|tard le|tous les|chaque|en fin de) ?(?:soirees?|soirs?)|apres (?:la fermeture|les cours|la classe))\b/g,
		["18:00", "21:00"],
	],
	[/\b(?:(?:de|la|en|les) nuits?|nocturnes?|travail de nuit)\b/g, ["21:00", "06:00"]],
	[
		/\b(?:(?:le|en|tous les|chaque|dans la|en debut de) (?:matin(?:ee)?s?)|en matinee)\b/g,
		["08:00", "12:00"],
	],
	[/\b(?:l'|en (?:debut d'|fin d')?|les )?apres-midis?\b/g, ["13:00", "17:00"]],
	[
		/\b(?:sur la pause|pendant la pause|a la pause|pause) (?:meridienne|dejeuner|de midi)\b|\b(?:le|a|ce) midi\b/g,
		["12:00", "14:00"],
	],
	[
		/\b(?:en|de|dans la|pendant la) journee\b|\b(?:aux |pendant les )?(?:heures|horaires) (?:de bureaux?|ouvrables|ouvrees)\b/g,
		["09:00", "17:00"],
	],
];
const STAGGERED =
	/\b(?:(?:en |aux |a des )?(?:horaires|heures) (?:decalee?s|atypiques)|(?:en dehors|hors) (?:des |de )?(?:les )?(?:heures|horaires) (?:d'ouverture|de bureaux?|ouvrables|d'ouverture au public|de presence|de travail)|hors (?:de la )?presence (?:du personnel|des agents|du public|des usagers|des eleves))\b/g;
/** Letters between two pieces that speak of the same thing. */
const CLAUSE = 30;
const ROUND_THE_CLOCK = /(?<![\d])24 ?h?(?:eures)? ?(?:\/|sur) ?24(?: ?h)?(?![\d\p{L}])/gu;

const VISIT = "(?:passages?|visites?|interventions?|vacations?|prestations?|seances?|jours?|j)";
const VISIT_LENGTHS: readonly RegExp[] = [
	expression(
		String.raw`${NUMBER} ?(h|heures?|min|minutes?)(?: ?([0-5]\d))?(?: de [\p{L}]+)? ?(?:par|\/|chaque) ?${VISIT}(?![\p{L}])`,
	),
	expression(
		String.raw`\b(?:passages?|visites?|vacations?|interventions?)(?: (?:quotidien(?:ne)?s?|hebdomadaires?|chacune?|d'une duree))* de ${NUMBER} ?(h|heures?|min|minutes?)(?: ?([0-5]\d))?(?![\p{L}\d])`,
	),
];

/** « 2 x 3 h par semaine », « 3 fois 1h30/semaine ». */
const TIMES_HOURS = expression(
	String.raw`${NUMBER} ?(?:x|\*|fois|passages? de) ?(\d{1,2}(?:,\d+)?) ?(h|heures?|min|minutes?)(?: ?([0-5]\d))? ?${WEEK}(?![\p{L}\d])`,
);

/** Hours of the day, and the length of one visit. */
export function readHours(sheet: Sheet): void {
	for (const hit of sheet.find(TIMES_HOURS)) {
		const times = numberOf(hit.group(1)) ?? 0;
		if (times > 0 && times <= 7 && readVisit(sheet, hit, 2)) sheet.say("rhythm.count", times, hit);
	}
	for (const pattern of VISIT_LENGTHS)
		for (const hit of sheet.find(pattern)) readVisit(sheet, hit, 1);
	for (const hit of sheet.find(ROUND_THE_CLOCK)) {
		sheet.say("window", { from: "00:00", to: "24:00" }, hit);
	}
	readPairs(sheet);
	for (const hit of sheet.find(OPEN)) {
		const window = parseWindow(`${hit.group(1).replace(/^des$/, "a partir de")} ${hit.group(2)}`);
		if (window.ok) sayByConvention(sheet, hit, [window.value.from, window.value.to]);
	}
	const staggered = [...sheet.find(STAGGERED)];
	// « hors des heures de bureau » must not be read as office hours.
	for (const hit of staggered) sheet.setAside(hit);
	for (const [pattern, hours] of NAMED) {
		for (const hit of sheet.find(pattern)) readNamed(sheet, hit, hours);
	}
	for (const hit of staggered) readStaggered(sheet, hit);
}

/** « de 8 à 12 h »; « 8h-12h et 14h-17h » is one stretch with a break in it. */
function readPairs(sheet: Sheet): void {
	const pairs = [...sheet.find(PAIR)].flatMap((hit) => {
		const from = hit.group(1);
		// The first hour takes its unit from the second.
		const window = parseWindow(`${from.trim()}${/[h:]/.test(from) ? "" : "h"}-${hit.group(2)}`);
		return window.ok ? [{ hit, window: window.value }] : [];
	});
	for (let i = 0; i < pairs.length; i++) {
		const [pair, next] = [pairs[i], pairs[i + 1]];
		if (!pair) continue;
		const isBroken =
			next !== undefined &&
			BREAK.test(sheet.text.slice(pair.hit.end, next.hit.start)) &&
			pair.window.from < pair.window.to &&
			pair.window.to < next.window.from &&
			next.window.from < next.window.to;
		if (!isBroken) {
			sheet.say("window", pair.window, pair.hit);
			continue;
		}
		const both = { start: pair.hit.start, end: next.hit.end };
		const window = { from: pair.window.from, to: next.window.to };
		sheet.say("window", window, both);
		sheet.warn(
			`« ${sheet.quote(both)} » est compris ${frWindow(window)}, coupure comprise : un besoin ne porte qu’une plage.`,
			both,
		);
		i++;
	}
}

function sayByConvention(sheet: Sheet, hit: Hit, [from, to]: Hours): void {
	sheet.say("window", { from, to }, hit);
	sheet.warn(
		`« ${sheet.quote(hit)} » est compris ${frWindow({ from, to })}, par convention : corrigez si ce n’est pas cela.`,
		hit,
	);
}

/** « tous les matins » says the days too; beside hours that are in that part of the day, its name adds nothing. */
function readNamed(sheet: Sheet, hit: Hit, [from, to]: Hours): void {
	if (/^(?:tous les|chaque) /.test(hit.text)) sheet.say("rhythm.count", 7, hit);
	const said = sheet.mentions.find(
		(mention) => mention.field === "window" && isSameClause(sheet, mention, hit),
	);
	if (said && isWithin(windowOf(said.value), [from, to])) sheet.mark(hit, UNDERSTOOD);
	else sayByConvention(sheet, hit, [from, to]);
}

function windowOf(value: Json): Hours {
	const { from, to } = value as { from: string; to: string };
	return [from, to];
}

/** Hours that touch a part of the day, which has no sharp bounds: « le matin, de 6 h à 8 h ». */
function isWithin([from, to]: Hours, [first, last]: Hours): boolean {
	const touches = from <= last && first <= to;
	return first > last ? from >= first || to <= last : touches;
}

/** Before the day or after it: the morning stands until someone says otherwise, unless the text says which. */
function readStaggered(sheet: Sheet, hit: Hit): void {
	const said = sheet.mentions.find(
		(mention) => mention.field === "window" && isSameClause(sheet, mention, hit),
	);
	if (said) {
		sheet.say("window", said.value, hit);
		return;
	}
	const windows = [
		{ from: "06:00", to: "08:00" },
		{ from: "18:00", to: "20:00" },
	];
	sheet.say("window", windows[0] ?? null, hit);
	sheet.ask(
		{
			about: "window",
			path: "window",
			text: `« ${sheet.quote(hit)} » : le matin ou le soir ? Le matin est retenu pour l’instant.`,
			options: windows.map((window) => ({ label: frWindow(window), value: window })),
			chosen: 0,
		},
		hit,
	);
}

/** « en horaires décalés, de préférence le soir »: what is said beside them says which. */
function isSameClause(sheet: Sheet, a: Pick<Hit, "start" | "end">, b: Hit): boolean {
	const between = sheet.text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start));
	return between.length <= CLAUSE && !/[.;\n]/.test(between);
}

/** @returns whether the groups from `first` on, « 1 », « h », « 30 », are a length that a visit may have */
function readVisit(sheet: Sheet, hit: Hit, first: number): boolean {
	const isMinutes = hit.group(first + 1).startsWith("min");
	const whole = numberOf(hit.group(first)) ?? 0;
	const hours = (whole * (isMinutes ? 1 : 60) + Number(hit.group(first + 2) || 0)) / 60;
	if (hours <= 0 || hours > 24) return false;
	sheet.say("visitHours", Math.round(hours * 100) / 100, hit);
	return true;
}
