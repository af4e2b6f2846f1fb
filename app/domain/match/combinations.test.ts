import { expect, test } from "vitest";
import { makeNeed, matched, suppliersWith } from "#tests/factories/match.ts";

const DAYS = makeNeed({}, { daysPerWeek: 5 });

test("combinations are the smallest sets of checks whose dropping reaches minCompetition, none when it is reached", () => {
	const need = (minCompetition: number) =>
		makeNeed({ minCompetition }, { daysPerWeek: 5, visitHours: 2, firmStock: true });
	const good = { daysPerWeek: 5, minVisitHours: 1, stock: "firm" } as const;
	const suppliers = suppliersWith(
		good,
		{ ...good, daysPerWeek: 4 },
		{ ...good, daysPerWeek: 4 },
		{ ...good, minVisitHours: 3, stock: "as-found" },
	);
	expect(matched(need(1), suppliers).combinations).toEqual([]);
	expect(matched(need(2), suppliers).combinations).toEqual([
		{ checks: ["daysPerWeek"], organisations: 3 },
		{ checks: ["visitHours", "stock"], organisations: 2 },
	]);
	expect(matched(need(4), suppliers).combinations).toEqual([
		{ checks: ["daysPerWeek", "visitHours", "stock"], organisations: 4 },
	]);
	expect(matched(need(5), suppliers).combinations).toEqual([]);
});

test("an operator with several suppliers counts once in a combination, with the best of them", () => {
	const good = { daysPerWeek: 5 };
	const suppliers = suppliersWith(good, { daysPerWeek: 4 }, { daysPerWeek: 3 }).map((supplier) => ({
		...supplier,
		group: supplier.id === "a" ? null : "g",
	}));
	expect(matched({ ...DAYS, minCompetition: 2 }, suppliers).combinations).toEqual([
		{ checks: ["daysPerWeek"], organisations: 2 },
	]);
});
