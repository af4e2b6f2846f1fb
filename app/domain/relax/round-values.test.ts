import { expect, test } from "vitest";
import { firstsOfMonthAfter, multiplesAbove, partsOf, roundValuesBelow } from "./round-values.ts";

test("amounts below a total are round, sixteen at most", () => {
	expect(roundValuesBelow(8600, true).slice(0, 3)).toEqual([8000, 7000, 6000]);
	expect(roundValuesBelow(24_000, true).slice(0, 2)).toEqual([22_000, 20_000]);
	expect(roundValuesBelow(10, true)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
	expect(roundValuesBelow(4, false).slice(0, 3)).toEqual([3.5, 3, 2.5]);
	expect(roundValuesBelow(1, true)).toEqual([]);
});

test("large parts of a total are three at most, rounded down", () => {
	expect(partsOf(8600, true)).toEqual([6000, 4000, 2000]);
	expect(partsOf(2, true)).toEqual([1]);
});

test("a later start is the first of a month", () => {
	expect(firstsOfMonthAfter("2026-11-15", 3)).toEqual(["2026-12-01", "2027-01-01", "2027-02-01"]);
	expect(firstsOfMonthAfter("2027-03-01", 1)).toEqual(["2027-04-01"]);
});

test("distances go up by whole steps", () => {
	expect(multiplesAbove(12, 5, 3)).toEqual([15, 20, 25]);
	expect(multiplesAbove(15, 5, 2)).toEqual([20, 25]);
});
