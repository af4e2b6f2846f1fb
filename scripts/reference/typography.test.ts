import { expect, test } from "vitest";
import { frenchTypography } from "./typography.ts";

test("apostrophes curl and double punctuation takes a narrow no-break space", () => {
	expect(frenchTypography("Avez-vous l'agrément ?")).toBe("Avez-vous l’agrément\u202F?");
	expect(frenchTypography("le « reconditionné » : oui")).toBe(
		"le «\u202Freconditionné\u202F»\u202F: oui",
	);
});

test("a colon without a space before it, as in an hour or an article, is left alone", () => {
	expect(frenchTypography("NF EN 13549:2001")).toBe("NF EN 13549:2001");
});
