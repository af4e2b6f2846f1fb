import fc from "fast-check";
import { expect, test } from "vitest";
import { classWords, shadeClasses, shadeOf } from "./shades.ts";

const countsArb = fc.array(fc.nat(500), { maxLength: 120 });

test("every positive count has a shade, and a larger count never a lighter one", () => {
	fc.assert(
		fc.property(countsArb, (counts) => {
			const classes = shadeClasses(counts);
			const shades = [...counts].sort((a, b) => a - b).map((count) => shadeOf(count, classes));
			expect(shades).toEqual([...shades].sort());
			for (const count of counts) expect(shadeOf(count, classes) > 0).toBe(count > 0);
		}),
	);
});

test("a single count is the darkest shade", () => {
	expect(shadeClasses([0, 3, 3])).toEqual([{ shade: 4, from: 1, to: 3 }]);
});

test("nothing to count gives no class", () => {
	expect(shadeClasses([0, 0])).toEqual([]);
});

test("classes are said as ranges", () => {
	expect(shadeClasses([1, 2, 3, 4, 5, 6, 7, 40]).map(classWords)).toEqual([
		"1 à 2",
		"3 à 4",
		"5 à 6",
		"7 à 40",
	]);
});
