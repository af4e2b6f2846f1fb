import { expect, test } from "vitest";
import { compactSiret, formatSiret, isValidSiren, isValidSiret } from "./siret.ts";

test("a SIRET is 14 digits with Luhn's key", () => {
	expect(isValidSiret("73282932000074")).toBe(true);
	expect(isValidSiret("73282932000075")).toBe(false);
	expect(isValidSiret("7328293200007")).toBe(false);
	expect(isValidSiret("7328293200007A")).toBe(false);
});

test("La Poste's establishments follow a sum of digits divisible by 5", () => {
	expect(isValidSiret("35600000049837")).toBe(true);
	expect(isValidSiret("35600000000048")).toBe(true);
	expect(isValidSiret("35600000049838")).toBe(false);
});

test("a SIREN is 9 digits with Luhn's key", () => {
	expect(isValidSiren("732829320")).toBe(true);
	expect(isValidSiren("732829321")).toBe(false);
});

test("a SIRET is read with its spaces and shown in groups", () => {
	expect(compactSiret("732 829 320 00074")).toBe("73282932000074");
	expect(formatSiret("73282932000074")).toBe("732\u202f829\u202f320\u202f00074");
});
