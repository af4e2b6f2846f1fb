import { expect, test } from "vitest";
import { stemCorrector } from "./corrections.ts";

const correct = stemCorrector(
	new Set(["nettoyag", "vitreri", "elagag", "operation", "debroussaillag"]),
);

test("a mistyped long word becomes the nearest known one", () => {
	expect(correct("netoyag")).toBe("nettoyag");
	expect(correct("nettoyga")).toBe("nettoyag");
	expect(correct("debrousailag")).toBe("debroussaillag");
});

test("a short word, a far one, or one that starts otherwise stays as it is", () => {
	expect(correct("elga")).toBe("elga");
	expect(correct("nettement")).toBe("nettement");
	expect(correct("bitreri")).toBe("bitreri");
});

test("two equally near words correct nothing", () => {
	expect(stemCorrector(new Set(["mobilie", "mobilix"]))("mobilis")).toBe("mobilis");
});

test("a word glued to its lost apostrophe is unglued", () => {
	expect(correct("loperation")).toBe("operation");
	expect(correct("delagag")).toBe("elagag");
});
