import { expect, test } from "vitest";
import { cpvCodesIn } from "./cpv-codes.ts";

function codes(text: string): string[] {
	return cpvCodesIn(text).map(({ code }) => code);
}

test("a CPV code is read with its check digit, after « CPV », or alone", () => {
	expect(codes("Vitrerie 90911300-9")).toEqual(["90911300-9"]);
	expect(codes("CPV : 90911300, 90919200")).toEqual(["90911300", "90919200"]);
	expect(codes(" 90911300 ")).toEqual(["90911300"]);
});

test("a date, a file number or a longer number is not a CPV code", () => {
	expect(codes("20191016-Réfection des toitures")).toEqual([]);
	expect(codes("19430000-Fourniture de mobilier")).toEqual([]);
	expect(codes("CPV 12/90911300 et SIRET 90911300900012")).toEqual([]);
	expect(codes("CPV, 90911300,50 euros")).toEqual([]);
});
