import { expect, test } from "vitest";
import {
	countOfWord,
	formatAge,
	formatDate,
	formatDaysPerWeek,
	formatEuros,
	formatHour,
	formatHours,
	formatKm,
	formatMonthDay,
	formatNumber,
	formatShare,
	formatWindow,
	joinAnd,
} from "./french-format.ts";

/** Narrow no-break spaces shown as ~. */
const shown = (text: string) => text.replaceAll("\u202f", "~");

test("numbers have a comma and groups of three", () => {
	expect(shown(formatNumber(1_234_567.5))).toBe("1~234~567,5");
	expect(formatNumber(3.5)).toBe("3,5");
	expect(formatNumber(-2.25)).toBe("−2,25");
	expect(formatNumber(-0.001)).toBe("0");
});

test("euros, kilometres and shares carry their sign after a narrow space", () => {
	expect(shown(formatEuros(18_000))).toBe("18~000~€");
	expect(shown(formatEuros(12.5))).toBe("12,5~€");
	expect(shown(formatKm(12.34))).toBe("12,3~km");
	expect(shown(formatKm(128.4))).toBe("128~km");
	expect(shown(formatShare(0.424))).toBe("42~%");
});

test("the plural begins at two", () => {
	expect(shown(formatDaysPerWeek(1.5))).toBe("1,5\u00a0jour par semaine");
	expect(shown(formatDaysPerWeek(3.5))).toBe("3,5\u00a0jours par semaine");
	expect(shown(countOfWord(0, "structure"))).toBe("0\u00a0structure");
});

test("dates are written out, the first of a month as 1er", () => {
	expect(formatDate("2026-03-12")).toBe("12\u00a0mars 2026");
	expect(formatDate("2027-03-01")).toBe("1er\u00a0mars 2027");
	expect(formatMonthDay("08-21")).toBe("21\u00a0août");
});

test("an age is told in days, then months, then years", () => {
	expect(formatAge("2026-11-21", "2026-11-21")).toBe("aujourd’hui");
	expect(shown(formatAge("2026-11-09", "2026-11-21"))).toBe("il y a 12\u00a0jours");
	expect(shown(formatAge("2026-06-01", "2026-11-21"))).toBe("il y a 5\u00a0mois");
	expect(shown(formatAge("2023-05-01", "2026-11-21"))).toBe("il y a 3\u00a0ans");
	expect(shown(formatAge("2027-03-01", "2026-11-21"))).toBe("dans 3\u00a0mois");
});

test("hours are written as they are said", () => {
	expect(shown(formatHour("06:00"))).toBe("6~h");
	expect(shown(formatHour("16:30"))).toBe("16~h~30");
	expect(shown(formatWindow({ from: "06:00", to: "08:00" }))).toBe("6~h–8~h");
	expect(shown(formatHours(2.5))).toBe("2~h~30");
	expect(shown(formatHours(0.5))).toBe("30~min");
});

test("a list ends with et", () => {
	expect(joinAnd([])).toBe("");
	expect(joinAnd(["a"])).toBe("a");
	expect(joinAnd(["a", "b", "c"])).toBe("a, b et c");
	expect(joinAnd(["a", "b"], "ou")).toBe("a ou b");
});
