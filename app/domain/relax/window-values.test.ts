import { expect, test } from "vitest";
import { windowNumbers } from "../match/compile-supplier.ts";
import type { Window } from "../supplier.ts";
import { windowValues } from "./window-values.ts";

function moved(asked: string, ...offered: string[]): string[] {
	const values = windowValues(
		windowOf(asked),
		offered.map((one) => windowNumbers(windowOf(one))),
	);
	return values.map(({ from, to }) => `${from}-${to}`);
}

function windowOf(text: string): Window {
	const [from = "", to = ""] = text.split("-");
	return { from, to };
}

test("hours move as little as it takes to fit, on the half hour, the smallest move first", () => {
	expect(moved("06:00-08:00", "08:30-16:30", "07:15-16:30")).toEqual([
		"07:30-09:30",
		"08:30-10:30",
	]);
	expect(moved("18:00-20:00", "08:30-16:45")).toEqual(["14:30-16:30"]);
});

test("hours already inside do not move; those that no half hour fits are left", () => {
	expect(moved("09:00-11:00", "08:30-16:30")).toEqual([]);
	expect(moved("06:00-08:00", "09:10-09:50")).toEqual([]);
});

test("hours are shortened where the offered ones are shorter", () => {
	expect(moved("06:00-12:00", "08:00-11:00")).toEqual(["08:00-11:00"]);
});

test("hours move through midnight by the shorter way", () => {
	expect(moved("23:00-24:00", "00:30-05:00")).toEqual(["00:30-01:30"]);
	expect(moved("01:00-02:00", "18:00-00:00")).toEqual(["23:00-24:00"]);
});
