/**
 * Days as integers: the number of days since 1970-01-01. No clock and no time zone here: "today in Paris" is given by the caller.
 */
export type Day = number;

/** Stands for "no date" in columns of integers. */
export const NO_DAY: Day = -2147483648;

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Days of a month (1–12) in a year of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
	if (month === 2 && isLeapYear(year)) return 29;
	return DAYS_IN_MONTH[month - 1] ?? 0;
}

function isLeapYear(year: number): boolean {
	return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Day of a civil date; days-from-civil over 400-year eras, so that no Date object is made in a hot loop. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
	const y = month <= 2 ? year - 1 : year;
	const era = Math.floor(y / 400);
	const yearOfEra = y - era * 400;
	const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
	const dayOfEra =
		yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
	return era * 146097 + dayOfEra - 719468;
}

/** Year, month (1–12) and day of the month of a day. */
export function civilOf(day: Day): { year: number; month: number; dayOfMonth: number } {
	const shifted = day + 719468;
	const era = Math.floor(shifted / 146097);
	const dayOfEra = shifted - era * 146097;
	const yearOfEra = Math.floor(
		(dayOfEra -
			Math.floor(dayOfEra / 1460) +
			Math.floor(dayOfEra / 36524) -
			Math.floor(dayOfEra / 146096)) /
			365,
	);
	const dayOfYear =
		dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
	const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
	return {
		year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
		month,
		dayOfMonth: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
	};
}

/** Day of a valid ISO date `YYYY-MM-DD`; the schemas have refused any other text. */
export function parseDay(iso: string): Day {
	return dayOf(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10)));
}

/** ISO date of a day. */
export function formatDay(day: Day): string {
	const { year, month, dayOfMonth } = civilOf(day);
	return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`;
}

/** The same day `months` later (or earlier), brought back to the last day of a shorter month: 31 January + 1 month = 28 February. */
export function addMonths(day: Day, months: number): Day {
	const { year, month, dayOfMonth } = civilOf(day);
	const total = year * 12 + (month - 1) + months;
	const newYear = Math.floor(total / 12);
	const newMonth = total - newYear * 12 + 1;
	return dayOf(newYear, newMonth, Math.min(dayOfMonth, daysInMonth(newYear, newMonth)));
}

/** Whole months elapsed from one day to a later one; negative when `to` comes before. */
export function monthsBetween(from: Day, to: Day): number {
	const a = civilOf(from);
	const b = civilOf(to);
	const months = (b.year - a.year) * 12 + (b.month - a.month);
	if (to >= from) return addMonths(from, months) > to ? months - 1 : months;
	return addMonths(from, months) < to ? months + 1 : months;
}

/** Whether a text is an existing date written `YYYY-MM-DD`. */
export function isIsoDate(text: string): boolean {
	const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
	if (!match) return false;
	const [year, month, dayOfMonth] = [Number(match[1]), Number(match[2]), Number(match[3])];
	return month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month);
}
