import { expect, test } from "vitest";
import { findExampleNeed, listExampleNeeds } from "./examples.ts";

test("every example is a need that starts on the first day of a month to come", () => {
	for (const { code } of listExampleNeeds()) {
		const need = findExampleNeed(code, "2026-11-21");
		expect(need?.startsOn).toMatch(/^2027-\d\d-01$/);
		expect(need?.cells?.length ?? 1).toBeGreaterThan(0);
	}
});

test("the start of an example follows the day it is read", () => {
	expect(findExampleNeed("nettoyage-morbihan", "2026-11-21")?.startsOn).toBe("2027-03-01");
	expect(findExampleNeed("nettoyage-morbihan", "2030-01-31")?.startsOn).toBe("2030-05-01");
});

test("an unknown example is null", () => {
	expect(findExampleNeed("autre", "2026-11-21")).toBeNull();
});
