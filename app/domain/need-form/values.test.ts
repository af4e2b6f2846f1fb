import { expect, test } from "vitest";
import {
	frNumber,
	parseAmountEur,
	parseDay,
	parseHours,
	parseNumber,
	parsePeriod,
	parseQuantity,
	parseUnit,
	parseWhole,
} from "./values.ts";

test.each([
	["12", 12],
	["12 000", 12000],
	["12\u202f000,5", 12000.5],
	["3.5", 3.5],
	["1.234.567", 1234567],
	["1.234,50", 1234.5],
])("the number %s is read as %d", (typed, value) => {
	expect(parseNumber(typed)).toEqual({ ok: true, value });
});

test.each(["1.234", "douze", "-5", "12m", ""])("%s is refused as a number", (typed) => {
	expect(parseNumber(typed).ok).toBe(false);
});

test.each([
	["18 000 €", 18000],
	["18k€", 18000],
	["18 K€ HT", 18000],
	["18000 euros HT par an", 18000],
	["1,5 M€", 1_500_000],
	["environ 12 000", 12000],
	["18000/an", 18000],
])("the amount %s is read as %d euros", (typed, value) => {
	expect(parseAmountEur(typed)).toEqual({ ok: true, value });
});

test("a monthly amount becomes twelve months of it, and says so", () => {
	expect(parseAmountEur("1 500 €/mois")).toEqual({
		ok: true,
		value: 18000,
		understoodAs: "18\u202f000 € par an",
	});
});

test("an amount with tax is refused, with what to give instead", () => {
	const parsed = parseAmountEur("23 000 € TTC");
	expect(parsed).toMatchObject({ ok: false, message: expect.stringContaining("hors taxes") });
});

test.each([
	["900", { amount: 900, unit: null, per: null }],
	["900 m²", { amount: 900, unit: "m2", per: null }],
	["1 200 m2/semaine", { amount: 1200, unit: "m2", per: "week" }],
	["40 t par an", { amount: 40, unit: "t", per: "year" }],
	["200 chaises", { amount: 200, unit: "piece", per: null }],
	["350 repas par jour", { amount: 350, unit: "meal", per: "day" }],
])("the quantity %s is read", (typed, value) => {
	expect(parseQuantity(typed)).toEqual({ ok: true, value });
});

test.each(["0", "beaucoup", "12 parsecs"])("the quantity %s is refused", (typed) => {
	expect(parseQuantity(typed).ok).toBe(false);
});

test("units and periods are read in words or by code", () => {
	expect(parseUnit("mètres carrés")).toEqual({ ok: true, value: "m2" });
	expect(parseUnit("meal")).toEqual({ ok: true, value: "meal" });
	expect(parsePeriod("par semaine")).toEqual({ ok: true, value: "week" });
	expect(parsePeriod("annuel")).toEqual({ ok: true, value: "year" });
	expect(parsePeriod("par siècle").ok).toBe(false);
});

test.each([
	["2", 2],
	["2h", 2],
	["1 h 30", 1.5],
	["90 min", 1.5],
])("the visit of %s lasts %d hours", (typed, value) => {
	expect(parseHours(typed)).toEqual({ ok: true, value });
});

test("a day that is not in the calendar is refused", () => {
	expect(parseDay("30/02/2027").ok).toBe(false);
	expect(parseDay("01/03/2027")).toEqual({ ok: true, value: "2027-03-01" });
	expect(parseDay("2028-02-29")).toEqual({ ok: true, value: "2028-02-29" });
});

test("a whole number outside its limits is refused", () => {
	expect(parseWhole("3", 1, 100)).toEqual({ ok: true, value: 3 });
	expect(parseWhole("0", 1, 100).ok).toBe(false);
	expect(parseWhole("2,5", 1, 100).ok).toBe(false);
});

test("a French number is read back to itself", () => {
	for (const value of [0, 3.5, 1200, 1234567.25]) {
		expect(parseNumber(frNumber(value))).toEqual({ ok: true, value });
	}
});
