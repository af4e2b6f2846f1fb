import {
	addMonths,
	dayOf,
	daysInMonth,
	formatDay,
	isIsoDate,
	monthsBetween,
	parseDay,
} from "../dates.ts";
import { expression } from "./numbers.ts";
import type { Hit, Sheet } from "./sheet.ts";

const MONTHS = [
	"janvier",
	"fevrier",
	"mars",
	"avril",
	"mai",
	"juin",
	"juillet",
	"aout",
	"septembre",
	"octobre",
	"novembre",
	"decembre",
];

/** « 1er mars 2027 », « mars 2027 », « 1er septembre »: day, month, year. */
const WRITTEN = String.raw`(?:(1er|[0-3]?\d) )?(${MONTHS.join("|")})\b(?: (20\d{2})(?!\d))?`;
/** 01/03/2027, 2027-03-01. */
const FIGURES = String.raw`(?<!\d)([0-3]?\d)[/.]([01]?\d)[/.](20\d{2})(?!\d)|(?<!\d)(20\d{2})-(\d{2})-(\d{2})(?!\d)`;
const DATE = `(?:${WRITTEN}|${FIGURES})`;
const DATE_GROUPS = 9;

const OPENING = String.raw`\b(?:(?:(?:debut|demarrage|demarrer|commencer?|commencement|prise d'effet|execution|livraison|installation)(?: (?:du marche|du contrat|des prestations|des travaux|de la prestation|prevue?s?|souhaitee?s?|attendue?s?|fixee?s?|au plus tard))* ?:? ?)?(?:a partir d[eu]s?|a compter d[eu]s?|des|le|au|en|pour(?: le)?|debut|courant|:)(?: (?:le|debut|du|mois de|mois d'))* |(?:debut|demarrage) :? ?)`;
const FROM_TO = expression(
	String.raw`\b(?:du|de la periode du) ${DATE} (?:au|jusqu'au) ${DATE}(?: inclus)?`,
);
/** « du 1er au 15 juillet », « entre le 1er et le 15 juillet 2027 ». */
const DAYS_OF_MONTH = expression(
	String.raw`\b(?:du|entre le) (1er|[0-3]?\d) (?:au|et le) [0-3]?\d (${MONTHS.join("|")})\b(?: (20\d{2})(?!\d))?(?: inclus)?`,
);
const STARTING = expression(`${OPENING}${DATE}`);
const UNTIL = expression(String.raw`\b(?:jusqu'au|jusqu'a fin|jusqu'en) ${DATE}`);
const YEAR_START =
	/\b(?:(?:a partir d[eu]|a compter d[eu]|des|au|en) )?(?:debut|le debut) (?:de |d')?(?:l'annee )?(20\d{2})\b/g;
const QUARTER =
	/\b(?:a partir du|a compter du|des le|au|du) ([1-4])(?:er|e|eme|nd)? trimestre (20\d{2})\b/g;
/** The school year begins on the first days of September. */
const BACK_TO_SCHOOL =
	/\b(?:a partir de |des |a |pour )la rentree(?: (?:scolaire|universitaire|prochaine|de septembre))*(?: (20\d{2})(?!\d))?/g;

/** What ends then, or is to be answered by then, does not begin. */
const ENDING =
	/(?:(?:avant|limite|jusqu'|d'ici|expire|terminee?s?|acheve(?:e|s|es)?)(?: a)? ?|\b(?:fin|achevement|echeance|reception|remise|reponses?|clos|cloture)\b[^.,;:\n]{0,30})$/;

/**
 * The start of the contract, and its length when an end is named. Without a year, the next such day: `today` decides, and without it the
 * date stays not understood.
 */
export function readStart(sheet: Sheet, today: string | null): void {
	for (const hit of sheet.find(FROM_TO)) {
		const from = dateOf(hit, 0, today);
		const to = dateOf(hit, DATE_GROUPS, today, true);
		if (from === null || to === null || to <= from) continue;
		const months = monthsBetween(parseDay(from), parseDay(to) + 1);
		sheet.say("startsOn", from, hit);
		if (months >= 1 && months <= 600) sheet.say("durationMonths", months, hit);
	}
	for (const hit of sheet.find(DAYS_OF_MONTH)) {
		const month = MONTHS.indexOf(hit.group(2)) + 1;
		const start = nextDay(month, Number.parseInt(hit.group(1), 10), hit.group(3), today);
		if (start === null) sheet.setAside(hit);
		else sheet.say("startsOn", start, hit);
	}
	for (const hit of sheet.find(BACK_TO_SCHOOL)) {
		const start = nextDay(9, 1, hit.group(1), today);
		if (start === null) continue;
		sheet.say("startsOn", start, hit);
		sheet.warn(
			`« ${sheet.quote(hit)} » est compris comme le 1er septembre ${start.slice(0, 4)} : précisez la date.`,
			hit,
		);
	}
	for (const hit of sheet.find(QUARTER)) {
		const month = String(Number(hit.group(1)) * 3 - 2).padStart(2, "0");
		sheet.say("startsOn", `${hit.group(2)}-${month}-01`, hit);
	}
	for (const hit of sheet.find(YEAR_START)) sheet.say("startsOn", `${hit.group(1)}-01-01`, hit);
	for (const hit of sheet.find(STARTING)) {
		if (ENDING.test(sheet.before(hit.start))) {
			sheet.setAside(hit);
			continue;
		}
		// « en juillet » says when it is done, every year perhaps.
		if (/^(?:en|le|au|:) (?!1er|\d)/.test(hit.text) && !/\d{4}$/.test(hit.text)) continue;
		const start = dateOf(hit, 0, today);
		if (start === null) sheet.setAside(hit);
		else sheet.say("startsOn", start, hit);
	}
	readEnd(sheet, today);
}

function readEnd(sheet: Sheet, today: string | null): void {
	const start = sheet.mentions.find(({ field }) => field === "startsOn")?.value;
	if (typeof start !== "string") return;
	for (const hit of sheet.find(UNTIL)) {
		const to = dateOf(hit, 0, today, true);
		const months = to === null ? 0 : monthsBetween(parseDay(start), parseDay(to) + 1);
		if (months >= 1 && months <= 600) sheet.say("durationMonths", months, hit);
	}
}

function dateOf(hit: Hit, offset: number, today: string | null, isEnd = false): string | null {
	const group = (number: number) => hit.group(offset + number);
	if (group(4) !== "") return valid(group(6), group(5), group(4));
	if (group(7) !== "") return valid(group(7), group(8), group(9));
	const month = MONTHS.indexOf(group(2)) + 1;
	if (month === 0) return null;
	const given = group(1) === "1er" ? 1 : Number(group(1));
	const last = daysInMonth(Number(group(3) || 2027), month);
	return nextDay(month, given || (isEnd ? last : 1), group(3), today);
}

function valid(year: string, month: string, day: string): string | null {
	const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
	return isIsoDate(iso) ? iso : null;
}

/** A day of a month in the year given, else the next one from `today` on. */
function nextDay(month: number, day: number, year: string, today: string | null): string | null {
	if (year !== "") return valid(year, String(month), String(day));
	if (today === null) return null;
	const thisYear = valid(today.slice(0, 4), String(month), String(day));
	if (thisYear === null || thisYear >= today) return thisYear;
	return formatDay(addMonths(dayOf(Number(today.slice(0, 4)), month, day), 12));
}
