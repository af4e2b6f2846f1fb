import { expect, test } from "vitest";
import { KeySet } from "./key-set.ts";

test("a key seen again gives the line where it was first seen", () => {
	const keys = new KeySet();
	expect(keys.add("80746931700018", 3)).toBe(0);
	expect(keys.add("80746931700018", 9)).toBe(3);
	expect(keys.has("80746931700018")).toBe(true);
	expect(keys.has("80746931700019")).toBe(false);
});

test("keys that look alike are never taken for one another", () => {
	const keys = new KeySet();
	let repeated = 0;
	for (let index = 0; index < 300_000; index++) {
		if (keys.add(`f-${String(index).padStart(6, "0")}`, index + 1) !== 0) repeated += 1;
		if (keys.add(`${100_000_000 + index * 7}00018`, index + 1) !== 0) repeated += 1;
	}
	expect(repeated).toBe(0);
	expect(keys.size).toBe(600_000);
});
