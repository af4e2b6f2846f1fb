import fc from "fast-check";
import { expect, test } from "vitest";
import { CHECK_IDS } from "../vocabulary.ts";
import { checksOf, compareMasks, countOf, firstOf, maskOf } from "./masks.ts";

const checks = fc.subarray([...CHECK_IDS]);

test("a set of checks is read back in their one order", () => {
	fc.assert(
		fc.property(fc.shuffledSubarray([...CHECK_IDS]), (some) => {
			const mask = maskOf(some);
			expect(checksOf(mask)).toEqual(CHECK_IDS.filter((check) => some.includes(check)));
			expect(countOf(mask)).toBe(some.length);
			expect(CHECK_IDS[firstOf(mask)]).toBe(checksOf(mask)[0]);
		}),
	);
});

test("sets compare as their lists in check order, a list before those that begin with it", () => {
	const ranks = (mask: number) =>
		String.fromCharCode(...checksOf(mask).map((check) => CHECK_IDS.indexOf(check) + 65));
	fc.assert(
		fc.property(checks, checks, (a, b) => {
			const [x, y] = [maskOf(a), maskOf(b)];
			const expected = ranks(x) === ranks(y) ? 0 : ranks(x) < ranks(y) ? -1 : 1;
			expect(compareMasks(x, y)).toBe(expected);
		}),
	);
});
