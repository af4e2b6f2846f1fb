import { codeNamed } from "../french-codes.ts";
import { WEEKDAYS, type Weekday } from "../vocabulary.ts";
import { foldTyped, type Parsed, parseNumber } from "./values.ts";

/** Hours and days as people write them. */

/** Work that must be over, or may only start, at an hour is read as this many hours beside it, and said so. */
const OPEN_ENDED_HOURS = 2;

const NAMED_WINDOWS: Readonly<Record<string, readonly [string, string]>> = {
	matin: ["08:00", "12:00"],
	matinee: ["08:00", "12:00"],
	"apres-midi": ["13:00", "17:00"],
	"apres midi": ["13:00", "17:00"],
	journee: ["09:00", "17:00"],
	"en journee": ["09:00", "17:00"],
};

/** "6h-8h", "06:00-08:00", "de 6 h 30 à 8 h", "avant 8h". Ends after midnight when the end is before the start. */
export function parseWindow(typed: string): Parsed<{ from: string; to: string }> {
	const folded = foldTyped(typed).replace(/\bheures?\b/g, "h");
	const named = NAMED_WINDOWS[folded];
	if (named) return understood(named[0], named[1]);
	const open = /^(avant|jusqu'a|apres|a partir de) (.+)$/.exec(folded);
	if (open?.[1] && open[2]) {
		const hour = parseClock(open[2]);
		if (hour === null) return unreadable(typed);
		const before = open[1] === "avant" || open[1] === "jusqu'a";
		return before
			? understood(clock(hour - OPEN_ENDED_HOURS * 60), clock(hour))
			: understood(clock(hour), clock(hour + OPEN_ENDED_HOURS * 60));
	}
	const pair = /^(?:de |entre |des )?(.+?) ?(?:-|a|et|->|\/|→) ?(.+)$/.exec(folded);
	const from = pair?.[1] ? parseClock(pair[1]) : null;
	const to = pair?.[2] ? parseClock(pair[2]) : null;
	if (from === null || to === null || from === 1440) return unreadable(typed);
	if (from === to) {
		return {
			ok: false,
			message: `« ${typed} » : la fin est la même heure que le début ; écrivez par exemple 6h-8h.`,
		};
	}
	return { ok: true, value: { from: clock(from), to: to === 1440 ? "24:00" : clock(to) } };
}

function understood(from: string, to: string): Parsed<{ from: string; to: string }> {
	return { ok: true, value: { from, to }, understoodAs: frWindow({ from, to }) };
}

function unreadable<T>(typed: string): Parsed<T> {
	return {
		ok: false,
		message: `« ${typed} » ne se lit pas comme un horaire : écrivez par exemple 6h-8h.`,
	};
}

/** Minutes after midnight; null when it is no hour. */
function parseClock(folded: string): number | null {
	const parts = /^(\d{1,2})(?: ?(?:h|:) ?(\d{2})?)?(?::00)?$/.exec(folded.trim());
	if (!parts?.[1]) return null;
	const minutes = Number(parts[1]) * 60 + Number(parts[2] ?? 0);
	return Number(parts[2] ?? 0) < 60 && minutes <= 1440 ? minutes : null;
}

function clock(minutes: number): string {
	const inDay = ((minutes % 1440) + 1440) % 1440;
	return `${String(Math.floor(inDay / 60)).padStart(2, "0")}:${String(inDay % 60).padStart(2, "0")}`;
}

/** "de 6 h à 8 h 30". */
export function frWindow({ from, to }: { from: string; to: string }): string {
	return `de ${frHour(from)} à ${frHour(to)}`;
}

function frHour(hour: string): string {
	const [hours = "0", minutes = "00"] = hour.split(":");
	return minutes === "00" ? `${Number(hours)}\u202fh` : `${Number(hours)}\u202fh\u202f${minutes}`;
}

const SHORT_NAMES: Record<Weekday, string> = {
	mon: "lun",
	tue: "mar",
	wed: "mer",
	thu: "jeu",
	fri: "ven",
	sat: "sam",
	sun: "dim",
};

/** A code, or a French name that begins so. */
function dayNamed(word: string): Weekday | null {
	return WEEKDAYS.find((code) => code === word) ?? codeNamed(word, WEEKDAYS);
}

/** "lun, mar, jeu", "du lundi au vendredi", "lundi et jeudi". In the order of the week. */
export function parseWeekdays(typed: string): Parsed<Weekday[]> {
	const folded = foldTyped(typed);
	const range = /^(?:du )?([a-z]+)(?: ?- ?| au | a )([a-z]+)$/.exec(folded);
	const first = range?.[1] ? dayNamed(range[1]) : undefined;
	const last = range?.[2] ? dayNamed(range[2]) : undefined;
	if (first && last && WEEKDAYS.indexOf(first) < WEEKDAYS.indexOf(last)) {
		return {
			ok: true,
			value: WEEKDAYS.slice(WEEKDAYS.indexOf(first), WEEKDAYS.indexOf(last) + 1),
		};
	}
	const words = folded.split(/[,;/+. ]+|\bet\b/).filter((word) => word !== "" && word !== "le");
	const named = words.map(dayNamed);
	if (named.length === 0 || named.includes(null)) {
		return {
			ok: false,
			message: `« ${typed} » ne se lit pas comme des jours : écrivez par exemple « lun, mar, jeu » ou « du lundi au vendredi ».`,
		};
	}
	return { ok: true, value: WEEKDAYS.filter((day) => named.includes(day)) };
}

export interface TypedDays {
	/** Days a week; may be a half. */
	readonly daysPerWeek: number;
	/** Null: any days. */
	readonly weekdays: readonly Weekday[] | null;
}

/** "5", "3,5", "5j/7", "3 fois par semaine", "lun mar jeu", "tous les jours". */
export function parseDays(typed: string): Parsed<TypedDays> {
	const folded = foldTyped(typed);
	if (/^(tous les jours ouvres|jours ouvres|5 ?j(ours)? ouvres)$/.test(folded)) {
		return {
			ok: true,
			value: { daysPerWeek: 5, weekdays: WEEKDAYS.slice(0, 5) },
			understoodAs: "5 jours, du lundi au vendredi",
		};
	}
	if (/^(tous les jours|quotidien|7 ?j ?\/ ?7)$/.test(folded)) {
		return {
			ok: true,
			value: { daysPerWeek: 7, weekdays: null },
			understoodAs: "7 jours par semaine",
		};
	}
	if (/^[a-z]/.test(folded)) {
		const weekdays = parseWeekdays(folded);
		if (weekdays.ok) {
			return {
				ok: true,
				value: { daysPerWeek: weekdays.value.length, weekdays: weekdays.value },
			};
		}
		return {
			ok: false,
			message: `« ${typed} » ne se lit pas comme un nombre de jours : écrivez par exemple 5, ou « lun, mar, jeu ».`,
		};
	}
	const number = parseNumber(
		folded
			.replace(/ ?j(ours?)? ?(\/|sur) ?7$/, "")
			.replace(/ ?(j|jrs?|jours?|fois|passages?|x)?( ?(\/|par) ?(s|sem|semaine))?$/, ""),
	);
	if (!number.ok || number.value <= 0 || number.value > 7) {
		return {
			ok: false,
			message: `« ${typed} » : écrivez un nombre de jours par semaine, de 0,5 à 7.`,
		};
	}
	return { ok: true, value: { daysPerWeek: number.value, weekdays: null } };
}

/** "lun, mar, jeu". */
export function weekdayNames(weekdays: readonly Weekday[]): string {
	return weekdays.map((day) => SHORT_NAMES[day]).join(", ");
}
