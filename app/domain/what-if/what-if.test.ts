import fc from "fast-check";
import { expect, test } from "vitest";
import { makeNeed } from "#tests/factories/match.ts";
import type { FactValue } from "../match-types.ts";
import { CHECK_IDS } from "../vocabulary.ts";
import { type Control, controlsOf } from "./controls.ts";
import { editedNeed } from "./edited-need.ts";
import { type Edit, editText, sameEdits, standingEdits } from "./edits.ts";
import { fieldValue, turned, UNTICKED, valueAfter, withFields } from "./fields.ts";
import { readEdits } from "./read-edits.ts";
import { valueWords } from "./value-words.ts";

const DEMANDING = makeNeed(
	{
		reservation: "handicap",
		kinds: ["ESAT"],
		startsOn: "2027-03-01",
		location: { rule: "sits-within", km: 20 },
		sites: [
			{ id: "vannes", commune: "56260" },
			{ id: "auray", commune: "56007" },
		],
		cells: [
			{
				service: "n1",
				site: "vannes",
				amountEur: 18_000,
				quantity: { amount: 900, unit: "m2", per: "week" },
			},
			{
				service: "n1",
				site: "auray",
				daysPerWeek: 3,
				window: { from: "18:00", to: "20:00" },
				amountEur: 12_000,
			},
		],
	},
	{
		mode: "service",
		daysPerWeek: 5,
		weekdays: ["mon", "tue"],
		window: { from: "06:00", to: "08:00" },
		visitHours: 2,
		continuity: true,
		firmStock: true,
		certificates: ["certibiocide"],
		capabilities: ["cles-alarme", "locaux-occupes"],
		delivery: true,
		installation: true,
		staffTransfer: true,
		eInvoicing: "chorus",
	},
);

function control(name: string): Control {
	const found = controlsOf(DEMANDING).find((one) => one.name === name);
	if (!found) throw new Error(`no control ${name}`);
	return found;
}

function fields(entries: readonly (readonly [string, string])[]): URLSearchParams {
	return new URLSearchParams(entries.map(([name, value]) => [name, value]));
}

const editArb: fc.Arbitrary<Edit> = fc.record({
	check: fc.constantFrom(...CHECK_IDS, "consortia" as const),
	service: fc.option(fc.stringMatching(/^[a-z0-9-]{1,8}$/)),
	cell: fc.option(fc.stringMatching(/^[a-z0-9]{1,4}\/[a-z0-9]{1,4}$/)),
	from: fc.constantFrom<FactValue>(null, true, 5, "2027-03-01", { from: "06:00", to: "08:00" }),
	to: fc.constantFrom<FactValue>(null, false, 3.5, ["mon"], { amount: 3, unit: "m2", per: "week" }),
});

test("an address holds what is tried, in its order", () => {
	fc.assert(
		fc.property(fc.array(editArb, { maxLength: 8 }), (log) => {
			expect(readEdits(log.map(editText))).toEqual(log);
		}),
	);
});

test.each([
	"",
	"daysPerWeek~n1~~5",
	"prix~n1~~5~3",
	"daysPerWeek~n1~~5~{",
	"daysPerWeek~n1~~5~trois",
	"daysPerWeek~n 1~~5~3",
])("what is no edit is refused by name: « %s »", (text) => {
	expect(() => readEdits([text])).toThrow(
		expect.objectContaining({
			code: "bad-input",
			problems: [expect.objectContaining({ path: "si" })],
		}),
	);
});

test("the last word on a condition wins, and coming back to the need leaves nothing", () => {
	const days = control("daysPerWeek.n1");
	const log = [turned(days, 4), turned(control("stock.n1"), false), turned(days, 3)];
	expect(standingEdits(log).map(({ check, to }) => [check, to])).toEqual([
		["stock", false],
		["daysPerWeek", 3],
	]);
	expect(valueAfter(days, log)).toBe(3);
	expect(standingEdits([...log, turned(days, 5)]).map(({ check }) => check)).toEqual(["stock"]);
	expect(sameEdits([turned(days, 3)], standingEdits([turned(days, 4), turned(days, 3)]))).toBe(
		true,
	);
});

test("a need has one control for each condition it has, and each window its own", () => {
	expect(controlsOf(DEMANDING).map(({ name }) => name)).toEqual([
		"near",
		"kind",
		"reservation",
		"order",
		"leadTime",
		"consortia",
		"mode.n1",
		"daysPerWeek.n1",
		"weekdays.n1",
		"window.n1",
		"window.n1.2",
		"visitHours.n1",
		"capacity.n1",
		"continuity.n1",
		"stock.n1",
		"certificates.n1",
		"capabilities.n1",
		"delivery.n1",
		"installation.n1",
		"staffTransfer.n1",
		"eInvoicing.n1",
	]);
	expect(controlsOf(makeNeed()).map(({ name }) => name)).toEqual(["consortia"]);
	expect(control("order").value).toBe(30_000);
	expect(control("daysPerWeek.n1").value).toBe(5);
});

test("turning a control changes what the need asks there, and nothing else", () => {
	const { services, ...rest } = editedNeed(DEMANDING, [turned(control("daysPerWeek.n1"), 4)]);
	expect(services[0]?.daysPerWeek).toBe(4);
	expect(rest.cells?.[1]?.daysPerWeek).toBe(3);
	expect(editedNeed(DEMANDING, [turned(control("consortia"), true)])).toEqual({
		...DEMANDING,
		consortiaAllowed: true,
	});
});

test("the fields of a form that nobody touched change nothing", () => {
	const untouched = controlsOf(DEMANDING).flatMap((one): [string, string][] => {
		switch (one.dial.kind) {
			case "window": {
				const { from, to } = one.value as { from: string; to: string };
				return [
					[`${one.name}.de`, from],
					[`${one.name}.a`, to],
				];
			}
			case "flag":
				return [
					[one.name, UNTICKED],
					...(one.value === one.dial.off ? [] : [[one.name, "oui"] as [string, string]]),
				];
			case "items":
				return [
					[one.name, UNTICKED],
					...(one.value as string[]).map((item): [string, string] => [one.name, item]),
				];
			case "quantity":
				return [[one.name, String((one.value as { amount: number }).amount)]];
			default:
				return [[one.name, String(one.value)]];
		}
	});
	expect(withFields(controlsOf(DEMANDING), [], fields(untouched))).toEqual([]);
	expect(withFields(controlsOf(DEMANDING), [], fields([]))).toEqual([]);
});

test("each kind of field says its value", () => {
	const said = (name: string, ...values: string[]) =>
		fieldValue(control(name), fields(values.map((value) => [name, value])));
	expect(said("daysPerWeek.n1", "3,5")).toBe(3.5);
	expect(said("daysPerWeek.n1", "beaucoup")).toBeUndefined();
	expect(said("daysPerWeek.n1", "-2")).toBeUndefined();
	expect(said("capacity.n1", "600")).toEqual({ amount: 600, unit: "m2", per: "week" });
	expect(said("leadTime", "2027-06-01")).toBe("2027-06-01");
	expect(said("leadTime", "bientôt")).toBeUndefined();
	expect(said("stock.n1", UNTICKED)).toBe(false);
	expect(said("stock.n1", UNTICKED, "oui")).toBe(true);
	expect(said("consortia", UNTICKED, "oui")).toBe(true);
	expect(said("eInvoicing.n1", UNTICKED)).toBeNull();
	expect(said("capabilities.n1", UNTICKED, "locaux-occupes")).toEqual(["locaux-occupes"]);
	expect(said("capabilities.n1", UNTICKED)).toEqual([]);
	expect(said("kind", UNTICKED)).toBeNull();
	expect(said("reservation", "joint")).toBe("joint");
	expect(said("reservation", UNTICKED)).toBeNull();
	const window = (from: string, to: string) =>
		fieldValue(
			control("window.n1"),
			fields([
				["window.n1.de", from],
				["window.n1.a", to],
			]),
		);
	expect(window("08:30", "10:30")).toEqual({ from: "08:30", to: "10:30" });
	expect(window(UNTICKED, "10:30")).toBeNull();
	expect(window("08:30", "08:30")).toBeUndefined();
});

test("every value of a control has its words", () => {
	const names = { criterion: (code: string) => code, article: () => "L2113-12" };
	for (const { check, value } of controlsOf(DEMANDING)) {
		for (const one of [value, null]) expect(valueWords(check, one, names)).not.toBe("");
	}
	expect(valueWords("reservation", null, names)).toBe("ouvert à tous");
	expect(valueWords("capabilities", [], names)).toBe("non demandé");
});
