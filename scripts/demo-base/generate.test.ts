import { expect, test } from "vitest";
import criteria from "#app/domain/reference/criteria.json";
import segments from "#app/domain/reference/segments.json";
import type { Commune, Criterion, Segment } from "#app/domain/reference.ts";
import { isValidSiret } from "#app/domain/siret.ts";
import { supplierSchema } from "#app/domain/supplier.ts";
import { createTaxonomy } from "#app/domain/taxonomy.ts";
import { generateDemoBase } from "./generate.ts";

const COMMUNES: readonly Commune[] = [
	commune("56260", "Vannes", "56", "53", 47.66, -2.76),
	commune("35238", "Rennes", "35", "53", 48.11, -1.68),
	commune("44109", "Nantes", "44", "52", 47.22, -1.55),
	commune("69123", "Lyon", "69", "84", 45.76, 4.84),
];

function commune(
	code: string,
	name: string,
	departement: string,
	region: string,
	lat: number,
	lon: number,
): Commune {
	return {
		code,
		name,
		departement,
		region,
		epci: "200067932",
		postcodes: [`${code.slice(0, 2)}000`],
		population: 60_000,
		lat,
		lon,
		errorKm: 0,
	};
}

const REFERENCE = {
	communes: COMMUNES,
	taxonomy: createTaxonomy(segments as Segment[]),
	criteriaFor: (code: string) =>
		(criteria as Criterion[]).filter((criterion) => criterion.segments.includes(code)),
};

test("the fictional base is the same at every draw of the same seed", () => {
	expect(generateDemoBase(REFERENCE, { count: 200 })).toEqual(
		generateDemoBase(REFERENCE, { count: 200 }),
	);
});

test("every fictional supplier is valid, has its own id and name, and a SIRET that INSEE attributes to nobody", () => {
	const suppliers = generateDemoBase(REFERENCE, { count: 600 });
	for (const supplier of suppliers) {
		expect(supplierSchema.safeParse(supplier).error?.issues ?? []).toEqual([]);
		if (supplier.siret) {
			expect(isValidSiret(supplier.siret)).toBe(true);
			expect(supplier.siret.startsWith("000")).toBe(true);
		}
	}
	expect(new Set(suppliers.map((supplier) => supplier.id)).size).toBe(600);
	expect(new Set(suppliers.map((supplier) => supplier.name)).size).toBe(600);
});

test("the fictional base has gaps as in life and is dense in Bretagne", () => {
	const suppliers = generateDemoBase(REFERENCE, { count: 1_000 });
	const breton = suppliers.filter((supplier) =>
		["56260", "35238"].includes(supplier.commune ?? ""),
	);
	expect(breton.length).toBeGreaterThan(400);
	const offers = suppliers.flatMap((supplier) => supplier.offers);
	const withDays = offers.filter((offer) => offer.daysPerWeek !== undefined);
	expect(withDays.length / offers.length).toBeGreaterThan(0.3);
	expect(withDays.length / offers.length).toBeLessThan(0.9);
	expect(suppliers.some((supplier) => supplier.kinds === undefined)).toBe(true);
	expect(offers.some((offer) => offer.basis === "inferred")).toBe(true);
});
