import { expect, test } from "vitest";
import { codeNamed } from "./french-codes.ts";
import { MODES, PERIODS, UNITS, WEEKDAYS } from "./vocabulary.ts";

test("a French day, whole or abbreviated, leads to its code", () => {
	const days = "lun mar. Mercredi JEU vendredis s dim".split(" ");
	expect(days.map((day) => codeNamed(day, WEEKDAYS))).toEqual(WEEKDAYS);
});

test("what names no code, or several, leads to none", () => {
	for (const word of ["m", "", ".", "sun", "demain"]) expect(codeNamed(word, WEEKDAYS)).toBeNull();
});

test("periods, units and modes are known by their French names too", () => {
	expect(codeNamed("semaine", PERIODS)).toBe("week");
	expect(codeNamed("an", PERIODS)).toBe("year");
	expect(codeNamed("heures", UNITS)).toBe("h");
	expect(codeNamed("m²", UNITS)).toBe("m2");
	expect(codeNamed("prestation", MODES)).toBe("service");
});
