import fc from "fast-check";
import { expect, test } from "vitest";
import { makeFormReference, makeNeedForm } from "#tests/factories/need-form.ts";
import { readForm } from "../need-form/to-need.ts";
import { controlsOf } from "./controls.ts";
import { editedForm } from "./edited-form.ts";
import { editedNeed } from "./edited-need.ts";
import type { Edit } from "./edits.ts";
import { turned } from "./fields.ts";

const FORM = makeNeedForm({
	services: [
		{
			id: "s1",
			segment: "nettoyage-locaux",
			conditions: {
				days: "5",
				window: "6h-8h",
				visitHours: "2",
				quantity: "900",
				unit: "m2",
				per: "week",
				amount: "18000",
				certificates: ["certibiocide"],
				continuity: "yes",
			},
		},
	],
	cells: [{ service: "s1", site: "auray", conditions: { days: "3" } }],
	frame: { ...makeNeedForm().frame, startsOn: "2027-03-01", reservation: "handicap" },
	passed: ["quoi", "ou"],
});

function needOf(form: typeof FORM) {
	const { need, problems } = readForm(form, makeFormReference());
	if (need === null) throw new Error(JSON.stringify(problems));
	return need;
}

/** What can be tried on the need of the form, some of it together. */
const editsArb: fc.Arbitrary<readonly Edit[]> = fc
	.constant(controlsOf(needOf(FORM)))
	.chain((controls) =>
		fc
			.tuple(...controls.map((control) => fc.option(fc.constant(turnedSomehow(control)))))
			.map((edits) => edits.filter((edit) => edit !== null)),
	);

function turnedSomehow(control: ReturnType<typeof controlsOf>[number]): Edit {
	switch (control.dial.kind) {
		case "number":
			return turned(control, control.dial.min + control.dial.step);
		case "quantity":
			return turned(control, { ...(control.value as object), amount: 600 });
		case "window":
			return turned(control, { from: "08:30", to: "10:30" });
		case "date":
			return turned(control, "2027-06-01");
		case "flag":
			return turned(control, control.value === control.dial.off ? true : control.dial.off);
		case "items":
			return turned(control, []);
		case "choice":
			return turned(control, null);
	}
}

test("the form that is kept says the need that was tried", () => {
	fc.assert(
		fc.property(editsArb, (edits) => {
			const edited = editedNeed(needOf(FORM), edits);
			const kept = needOf(editedForm(FORM, edited));
			expect(withoutNothing(kept)).toEqual(withoutNothing(edited));
		}),
	);
});

test("places stay as they were typed, and steps as they were passed", () => {
	const edited = editedNeed(needOf(FORM), []);
	const { sites, passed, title } = editedForm(FORM, edited);
	expect({ sites, passed, title }).toEqual({
		sites: FORM.sites,
		passed: FORM.passed,
		title: FORM.title,
	});
});

test("a lot keeps its sites alone", () => {
	const change = {
		check: "area",
		service: null,
		cell: null,
		from: ["s1/vannes", "s1/auray"],
		to: ["s1/auray"],
	} as const;
	const form = editedForm(FORM, editedNeed(needOf(FORM), [change]));
	expect(form.sites.map(({ id }) => id)).toEqual(["auray"]);
	expect(needOf(form).cells?.map(({ site }) => site)).toEqual(["auray"]);
});

/** A need where what says nothing is left out: null, false, empty lists. */
function withoutNothing(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutNothing);
	if (value === null || typeof value !== "object") return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([, one]) => one !== null && one !== undefined && one !== false)
			.filter(([, one]) => !Array.isArray(one) || one.length > 0)
			.map(([name, one]) => [name, withoutNothing(one)]),
	);
}
