import { expect, test } from "vitest";
import { makeFormReference, makeNeedForm } from "#tests/factories/need-form.ts";
import { type Need, needSchema } from "../need.ts";
import { toForm } from "./from-need.ts";
import { readForm } from "./to-need.ts";

const reference = makeFormReference();

function roundTrip(need: Need): Need | null {
	const names = (code: string) => reference.finder.commune(code)?.name ?? null;
	return readForm(toForm(need, names), reference).need;
}

test("a service and a commune are enough for a need", () => {
	const { need, problems } = readForm(makeNeedForm(), reference);
	expect(problems).toEqual([]);
	expect(need).toEqual({
		title: "Entretien des locaux",
		services: [{ id: "s1", segment: "nettoyage-locaux" }],
		sites: [
			{ id: "vannes", commune: "56260" },
			{ id: "auray", commune: "56007" },
		],
	});
});

test("a form that says nothing names the two steps to begin with", () => {
	const { need, problems } = readForm(makeNeedForm({ services: [], sites: [] }), reference);
	expect(need).toBeNull();
	expect(problems.map((problem) => problem.step)).toEqual(["quoi", "ou"]);
});

test("a quantity takes the unit and period of its segment when it names none", () => {
	const form = makeNeedForm({
		services: [{ id: "s1", segment: "nettoyage-locaux", conditions: { quantity: "900" } }],
	});
	expect(readForm(form, reference).need?.services[0]?.quantity).toEqual({
		amount: 900,
		unit: "m2",
		per: "week",
	});
});

test("a condition of one site stands on its cell, and the other cells are listed bare", () => {
	const form = makeNeedForm({
		cells: [{ service: "s1", site: "auray", conditions: { days: "3" } }],
	});
	expect(readForm(form, reference).need?.cells).toEqual([
		{ service: "s1", site: "vannes" },
		{ service: "s1", site: "auray", daysPerWeek: 3 },
	]);
});

test("days that are too few for the number asked are refused", () => {
	const form = makeNeedForm({
		services: [
			{ id: "s1", segment: "nettoyage-locaux", conditions: { days: "5", weekdays: "lun, mar" } },
		],
	});
	expect(readForm(form, reference).problems).toEqual([
		expect.objectContaining({ step: "rythme", field: "weekdays", about: "s1" }),
	]);
});

test("a zone stands instead of sites", () => {
	const form = makeNeedForm({ where: "zone", zone: "departement:56" });
	expect(readForm(form, reference).need).toMatchObject({ zone: "departement:56" });
	const unknown = makeNeedForm({ where: "zone", zoneText: "Bretonnie" });
	expect(readForm(unknown, reference).problems[0]?.message).toContain("Bretonnie");
});

test("every field of a need comes back as it was", () => {
	const need = needSchema.parse({
		id: "besoin-1",
		title: "Entretien",
		on: "2026-11-21",
		buyer: "local-authority",
		reservation: "handicap",
		kinds: ["EA", "ESAT"],
		minCompetition: 3,
		startsOn: "2027-03-01",
		durationMonths: 12,
		contract: { form: "framework", renewals: 3, maxEur: 200000, minOrderEur: 500.5 },
		location: { rule: "sits-within", km: 15, undeclaredKm: 40 },
		negotiable: ["daysPerWeek", "window"],
		services: [
			{
				id: "s1",
				segment: "nettoyage-locaux",
				mode: "service",
				quantity: { amount: 1200.5, unit: "m2", per: "visit" },
				amountEur: 18000,
				daysPerWeek: 3.5,
				weekdays: ["mon", "tue", "wed", "fri"],
				window: { from: "22:30", to: "02:00" },
				visitHours: 1.5,
				continuity: true,
				firmStock: false,
				certificates: ["certibiocide"],
				capabilities: [],
				delivery: false,
				installation: true,
				staffTransfer: false,
				eInvoicing: "chorus",
			},
			{ id: "s2", segment: "vitrerie-nettoyage" },
		],
		sites: [
			{
				id: "vannes",
				label: "Mairie",
				address: "1 place",
				commune: "56260",
				lat: 47.6577,
				lon: -2.7485,
			},
			{ id: "point", lat: 47.7212345, lon: -2.6 },
		],
		cells: [
			{ service: "s1", site: "vannes", daysPerWeek: 5, firmStock: true, certificates: [] },
			{ service: "s2", site: "point", quantity: { amount: 80, unit: "m2", per: "year" } },
			{ service: "s2", site: "vannes" },
		],
		keepTogether: [["s1/vannes", "s2/vannes"]],
		maxLots: 4,
		consortiaAllowed: false,
	});
	const back = roundTrip(need);
	expect(sorted(back)).toEqual(sorted(need));
});

test("a need over a zone comes back as it was", () => {
	const need = needSchema.parse({
		zone: "departement:56",
		services: [{ id: "s1", segment: "nettoyage-locaux" }],
	});
	expect(roundTrip(need)).toEqual(need);
});

function sorted(need: Need | null): unknown {
	const cells = [...(need?.cells ?? [])].sort((a, b) =>
		`${a.service}/${a.site}` < `${b.service}/${b.site}` ? -1 : 1,
	);
	return { ...need, cells };
}
