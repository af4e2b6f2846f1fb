import { expect, test } from "vitest";
import { WEEKDAYS } from "../vocabulary.ts";
import { frWindow, parseDays, parseWeekdays, parseWindow, weekdayNames } from "./hours.ts";

test.each([
	["6h-8h", "06:00", "08:00"],
	["06:00-08:00", "06:00", "08:00"],
	["de 6 h 30 à 8 h", "06:30", "08:00"],
	["entre 6h et 8h", "06:00", "08:00"],
	["22h-2h", "22:00", "02:00"],
	["18h – 24h", "18:00", "24:00"],
	["6:00:00 - 8:00:00", "06:00", "08:00"],
])("the hours %s are read", (typed, from, to) => {
	expect(parseWindow(typed)).toEqual({ ok: true, value: { from, to } });
});

test("hours with one end only are understood as two hours, and say so", () => {
	expect(parseWindow("avant 8h")).toMatchObject({
		value: { from: "06:00", to: "08:00" },
		understoodAs: "de 6\u202fh à 8\u202fh",
	});
	expect(parseWindow("après 18 h")).toMatchObject({ value: { from: "18:00", to: "20:00" } });
});

test("a window of no length is refused", () => {
	expect(parseWindow("8h-8h")).toMatchObject({
		ok: false,
		message: expect.stringContaining("fin"),
	});
});

test.each(["25h-26h", "tôt", "6h", "6h75-8h"])("the hours %s are refused", (typed) => {
	expect(parseWindow(typed).ok).toBe(false);
});

test("hours written in French are read back to themselves", () => {
	for (const window of [
		{ from: "06:00", to: "08:30" },
		{ from: "22:15", to: "02:00" },
		{ from: "00:00", to: "24:00" },
	]) {
		expect(parseWindow(frWindow(window))).toEqual({ ok: true, value: window });
	}
});

test.each([
	["5", 5],
	["3,5", 3.5],
	["5j/7", 5],
	["3 fois par semaine", 3],
	["2 jours", 2],
	["4 passages/semaine", 4],
])("%s means %d days a week", (typed, daysPerWeek) => {
	expect(parseDays(typed)).toEqual({ ok: true, value: { daysPerWeek, weekdays: null } });
});

test("days by name are counted and kept", () => {
	expect(parseDays("du lundi au jeudi")).toEqual({
		ok: true,
		value: { daysPerWeek: 4, weekdays: ["mon", "tue", "wed", "thu"] },
	});
	expect(parseDays("lun mar ven")).toMatchObject({ value: { weekdays: ["mon", "tue", "fri"] } });
	expect(parseDays("tous les jours ouvrés")).toMatchObject({ value: { daysPerWeek: 5 } });
});

test.each(["8", "0", "souvent", "12 jours"])("%s is refused as days of a week", (typed) => {
	expect(parseDays(typed).ok).toBe(false);
});

test("names of days are read back to themselves", () => {
	for (const days of [["mon"], ["tue", "thu"], [...WEEKDAYS]] as const) {
		expect(parseWeekdays(weekdayNames(days))).toEqual({ ok: true, value: [...days] });
	}
});
