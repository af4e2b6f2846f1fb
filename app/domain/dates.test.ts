import fc from "fast-check";
import { expect, test } from "vitest";
import { addMonths, dayOf, formatDay, isIsoDate, monthsBetween, parseDay } from "./dates.ts";

test("a day is the number of days since 1970, as the platform counts them", () => {
	fc.assert(
		fc.property(
			fc.date({ min: new Date("1800-01-01"), max: new Date("2400-01-01"), noInvalidDate: true }),
			(date) => {
				const iso = date.toISOString().slice(0, 10);
				expect(parseDay(iso)).toBe(Math.floor(date.getTime() / 86_400_000));
				expect(formatDay(parseDay(iso))).toBe(iso);
			},
		),
	);
});

test("months added keep the day, or take the last of a shorter month", () => {
	const plus = (iso: string, months: number) => formatDay(addMonths(parseDay(iso), months));
	expect(plus("2026-01-31", 1)).toBe("2026-02-28");
	expect(plus("2028-01-31", 1)).toBe("2028-02-29");
	expect(plus("2028-02-29", -12)).toBe("2027-02-28");
	expect(plus("2026-11-30", 3)).toBe("2027-02-28");
	expect(plus("2026-01-15", 24)).toBe("2028-01-15");
});

test("whole months elapsed do not count a month that is not over", () => {
	const between = (a: string, b: string) => monthsBetween(parseDay(a), parseDay(b));
	expect(between("2026-06-01", "2026-11-21")).toBe(5);
	expect(between("2026-06-22", "2026-11-21")).toBe(4);
	expect(between("2026-11-21", "2026-06-22")).toBe(-4);
});

test("30 February and 29 February of an ordinary year are not dates", () => {
	expect(isIsoDate("2027-02-30")).toBe(false);
	expect(isIsoDate("2027-02-29")).toBe(false);
	expect(isIsoDate("2028-02-29")).toBe(true);
	expect(isIsoDate("2027-2-3")).toBe(false);
	expect(dayOf(1970, 1, 1)).toBe(0);
});
