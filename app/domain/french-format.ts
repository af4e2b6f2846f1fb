import { daysInMonth, monthsBetween, parseDay } from "./dates.ts";

/** Narrow no-break space: in numbers, before units and before ; : ! ? » */
export const NNBSP = "\u202f";
/** No-break space: between a number and the word it counts or the month it is of, where a narrow one would run them together. */
export const NBSP = "\u00a0";

const MONTHS = [
	"janvier",
	"février",
	"mars",
	"avril",
	"mai",
	"juin",
	"juillet",
	"août",
	"septembre",
	"octobre",
	"novembre",
	"décembre",
] as const;

/** `1 234,5`: at most `decimals` decimals, none when it is whole. */
export function formatNumber(value: number, decimals = 2): string {
	const [whole = "0", fraction = ""] = Math.abs(value).toFixed(decimals).split(".");
	const grouped = whole.replace(/\B(?=(\d{3})+$)/g, NNBSP);
	const kept = fraction.replace(/0+$/, "");
	const text = kept ? `${grouped},${kept}` : grouped;
	return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/** `12,3 km`; whole kilometres from 100. Distances are as the crow flies: the page says so. */
export function formatKm(km: number): string {
	return `${formatNumber(km, Math.abs(km) < 100 ? 1 : 0)}${NNBSP}km`;
}

/** `18 000 €`, with cents only when there are some. */
export function formatEuros(euros: number): string {
	return `${formatNumber(euros, Number.isInteger(euros) ? 0 : 2)}${NNBSP}€`;
}

/** `42 %` of a share between 0 and 1. */
export function formatShare(share: number): string {
	return `${formatNumber(share * 100, share > 0 && share < 0.01 ? 1 : 0)}${NNBSP}%`;
}

/** The word alone in the plural from 2: French keeps 1,5 in the singular. */
export function plural(count: number, singular: string, pluralForm = `${singular}s`): string {
	return Math.abs(count) < 2 ? singular : pluralForm;
}

/** `3 structures`. */
export function countOfWord(count: number, singular: string, pluralForm?: string): string {
	return `${formatNumber(count)}${NBSP}${plural(count, singular, pluralForm)}`;
}

/** `3,5 jours par semaine`. */
export function formatDaysPerWeek(days: number): string {
	return `${countOfWord(days, "jour")} par semaine`;
}

/** `20 jours`. */
export function formatDays(days: number): string {
	return countOfWord(days, "jour");
}

/** `12 mars 2026`, `1er mars 2026` of an ISO date. */
export function formatDate(iso: string): string {
	const [year, month, day] = iso.split("-").map(Number);
	return `${dayOfMonthWord(day)}${NBSP}${MONTHS[(month ?? 1) - 1]} ${year}`;
}

/** `12/03/2026` of an ISO date, for tables. */
export function formatShortDate(iso: string): string {
	return iso.split("-").reverse().join("/");
}

/** `1er août` of `MM-DD`. */
export function formatMonthDay(monthDay: string): string {
	const [month, day] = monthDay.split("-").map(Number);
	return `${dayOfMonthWord(day)}${NBSP}${MONTHS[(month ?? 1) - 1]}`;
}

function dayOfMonthWord(day: number | undefined): string {
	return day === 1 ? "1er" : String(day);
}

/** `aujourd’hui`, `il y a 12 jours`, `il y a 5 mois`, `il y a 2 ans`; `dans …` for a date to come. */
export function formatAge(iso: string, on: string): string {
	const from = parseDay(iso);
	const to = parseDay(on);
	if (from === to) return "aujourd’hui";
	const words = durationWords(Math.min(from, to), Math.max(from, to));
	return from < to ? `il y a ${words}` : `dans ${words}`;
}

function durationWords(from: number, to: number): string {
	const months = monthsBetween(from, to);
	if (months < 1) return countOfWord(to - from, "jour");
	if (months < 24) return countOfWord(months, "mois", "mois");
	return countOfWord(Math.floor(months / 12), "an");
}

/** `6 h`, `16 h 30` of `HH:MM`. */
export function formatHour(hour: string): string {
	const [hours, minutes] = hour.split(":").map(Number);
	return minutes
		? `${hours}${NNBSP}h${NNBSP}${String(minutes).padStart(2, "0")}`
		: `${hours}${NNBSP}h`;
}

/** `6 h–8 h`. */
export function formatWindow(window: { readonly from: string; readonly to: string }): string {
	return `${formatHour(window.from)}–${formatHour(window.to)}`;
}

/** `2 h 30` of a number of hours. */
export function formatHours(hours: number): string {
	const minutes = Math.round(hours * 60);
	const rest = minutes % 60;
	const whole = `${formatNumber(Math.floor(minutes / 60))}${NNBSP}h`;
	if (minutes < 60) return `${minutes}${NNBSP}min`;
	return rest ? `${whole}${NNBSP}${String(rest).padStart(2, "0")}` : whole;
}

/** `a, b et c`. */
export function joinAnd(words: readonly string[], and = "et"): string {
	if (words.length < 2) return words[0] ?? "";
	return `${words.slice(0, -1).join(", ")} ${and} ${words.at(-1)}`;
}

/** `« texte »`. */
export function quote(text: string): string {
	return `«${NNBSP}${text}${NNBSP}»`;
}

/** The last existing day of a month as a French date: what to suggest instead of 30 February. */
export function lastDayOfMonthFr(year: number, month: number): string {
	return `${daysInMonth(year, month)} ${MONTHS[month - 1]} ${year}`;
}

/** Name of a month, 1–12. */
export function monthName(month: number): string {
	return MONTHS[month - 1] ?? "";
}
