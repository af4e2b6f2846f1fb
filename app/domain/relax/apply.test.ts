import { expect, test } from "vitest";
import { makeNeed, prepared } from "#tests/factories/match.ts";
import type { RelaxationChange } from "../match-types.ts";
import type { Need } from "../need.ts";
import { parseNeed } from "../validation.ts";
import { applyChanges } from "./apply.ts";

function change(
	check: RelaxationChange["check"],
	from: RelaxationChange["from"],
	to: RelaxationChange["to"],
	where: Partial<RelaxationChange> = {},
): RelaxationChange {
	return { check, service: "n1", cell: null, from, to, ...where };
}

/** Three sites; the second asks less, the third more, than the service. */
function threeSites(service: object, second: object, third: object): Need {
	return makeNeed(
		{
			sites: ["a", "b", "c"].map((id) => ({ id, commune: "56260" })),
			cells: [
				{ service: "n1", site: "a" },
				{ service: "n1", site: "b", ...second },
				{ service: "n1", site: "c", ...third },
			],
		},
		service,
	);
}

/** What the service then its cells ask. */
function asked(need: Need, field: "daysPerWeek" | "visitHours" | "window" | "certificates") {
	return [need.services[0]?.[field], ...(need.cells ?? []).map((cell) => cell[field])];
}

test("fewer days on a service bring down the sites that ask more, and leave those that ask less", () => {
	const need = threeSites({ daysPerWeek: 5 }, { daysPerWeek: 2 }, { daysPerWeek: 6 });
	const applied = applyChanges(need, [change("daysPerWeek", 5, 3)]);
	expect(asked(applied, "daysPerWeek")).toEqual([3, undefined, 2, 3]);
});

test("more days on a service are followed by the sites that asked as much, not by a lighter one", () => {
	const need = threeSites({ daysPerWeek: 3 }, { daysPerWeek: 2 }, { daysPerWeek: 3 });
	const applied = applyChanges(need, [change("daysPerWeek", 3, 5)]);
	expect(asked(applied, "daysPerWeek")).toEqual([5, undefined, 2, 5]);
});

test("longer visits bring up the sites whose visits are shorter", () => {
	const need = threeSites({ visitHours: 1 }, { visitHours: 4 }, { visitHours: 1.5 });
	const applied = applyChanges(need, [change("visitHours", 1, 2)]);
	expect(asked(applied, "visitHours")).toEqual([2, undefined, 4, 2]);
});

test("hours moved on a service are followed by the sites that had the same hours only", () => {
	const morning = { from: "06:00", to: "08:00" };
	const evening = { from: "18:00", to: "20:00" };
	const day = { from: "09:00", to: "11:00" };
	const need = threeSites({ window: morning }, { window: evening }, { window: morning });
	const applied = applyChanges(need, [change("window", morning, day)]);
	expect(asked(applied, "window")).toEqual([day, undefined, evening, day]);
});

test("a condition given up on a service is given up on all its sites", () => {
	const window = { from: "06:00", to: "08:00" };
	const need = threeSites({ window }, { window: { from: "18:00", to: "20:00" } }, {});
	const applied = applyChanges(need, [change("window", window, null)]);
	expect(asked(applied, "window").every((one) => !one)).toBe(true);
});

test("a certificate given up leaves the other certificates of each site", () => {
	const need = threeSites({ certificates: ["haccp"] }, { certificates: ["haccp", "caces"] }, {});
	const applied = applyChanges(need, [change("certificates", ["haccp"], [])]);
	expect(asked(applied, "certificates")).toEqual([[], undefined, ["caces"], undefined]);
});

test("a change on a cell changes nothing else, even where the cell can only inherit", () => {
	const need = threeSites({ daysPerWeek: 5, window: { from: "06:00", to: "08:00" } }, {}, {});
	const cell = "n1/b";
	const applied = applyChanges(need, [
		change("daysPerWeek", 5, 3, { cell }),
		change("window", { from: "06:00", to: "08:00" }, null, { cell }),
	]);
	const cells = prepared(applied).cells.map(({ ask }) => [ask.daysPerWeek, ask.window?.from]);
	expect(cells).toEqual([
		[5, "06:00"],
		[3, undefined],
		[5, "06:00"],
	]);
});

test("a weekday given up brings the days per week down to those still named", () => {
	const weekdays = ["mon", "tue", "wed", "thu", "fri"] as const;
	const need = makeNeed({}, { daysPerWeek: 5, weekdays: [...weekdays] });
	const applied = applyChanges(need, [change("weekdays", [...weekdays], weekdays.slice(0, 4))]);
	expect(applied.services[0]).toMatchObject({ daysPerWeek: 4, weekdays: weekdays.slice(0, 4) });
	prepared(applied);
});

test("a quantity is brought to a new total, every site in proportion and whole", () => {
	const of = (amount: number) => ({ quantity: { amount, unit: "m2", per: "week" } as const });
	const need = threeSites({}, of(100), of(305));
	const quantity = { unit: "m2", per: "week" };
	const applied = applyChanges(need, [
		change("capacity", { amount: 405, ...quantity }, { amount: 200, ...quantity }),
	]);
	expect(applied.cells?.map((cell) => cell.quantity?.amount)).toEqual([undefined, 49, 150]);
});

test("an amount is brought to a new total over every service; a service's own total too", () => {
	const need = makeNeed({
		services: [
			{ id: "n1", segment: "nettoyage-locaux", amountEur: 30_000 },
			{ id: "n2", segment: "vitrerie", amountEur: 10_000 },
		],
	});
	const applied = applyChanges(need, [change("order", 40_000, 20_000, { service: null })]);
	expect(applied.services.map(({ amountEur }) => amountEur)).toEqual([15_000, 5000]);
});

test("a lot keeps its cells, and drops the services, sites and groups left empty", () => {
	const need: Need = {
		...makeNeed({
			services: [
				{ id: "n1", segment: "nettoyage-locaux" },
				{ id: "n2", segment: "vitrerie" },
			],
			sites: ["a", "b"].map((id) => ({ id, commune: "56260" })),
		}),
		keepTogether: [["n1/a", "n1/b"]],
		keepApart: [["n1/a", "n2/b"]],
	};
	const all = ["n1/a", "n1/b", "n2/a", "n2/b"];
	const applied = applyChanges(need, [change("area", all, ["n1/a", "n1/b"], { service: null })]);
	expect(prepared(applied).cells.map(({ id }) => id)).toEqual(["n1/a", "n1/b"]);
	expect(applied).toMatchObject({ keepTogether: [["n1/a", "n1/b"]], keepApart: [] });
	expect(applied.services).toHaveLength(1);
});

test("the order of the changes does not count: totals are those of the whole, even with a lot", () => {
	const of = (amount: number) => ({ quantity: { amount, unit: "m2", per: "week" } as const });
	const need = threeSites({ amountEur: null }, of(300), of(100));
	const measure = { unit: "m2", per: "week" };
	const changes = [
		change("area", ["n1/a", "n1/b", "n1/c"], ["n1/c"], { service: null }),
		change("capacity", { amount: 400, ...measure }, { amount: 200, ...measure }),
	];
	const applied = applyChanges(need, changes);
	expect(applied.cells).toMatchObject([{ site: "c", quantity: { amount: 50 } }]);
	expect(applyChanges(need, changes.toReversed())).toEqual(applied);
});

test("the conditions of the whole need change by themselves", () => {
	const need = makeNeed({ reservation: "handicap", startsOn: "2027-03-01", kinds: ["ESAT"] });
	const whole = { service: null };
	const applied = applyChanges(need, [
		change("reservation", "handicap", "joint", whole),
		change("leadTime", "2027-03-01", "2027-09-01", whole),
		change("kind", ["ESAT"], null, whole),
		change("near", null, 20, whole),
	]);
	expect(applied).toMatchObject({
		reservation: "joint",
		startsOn: "2027-09-01",
		kinds: null,
		location: { rule: "sits-within", km: 20 },
	});
	expect(parseNeed(JSON.parse(JSON.stringify(applied)))).toBeTruthy();
});
