import type { FactValue } from "../match-types.ts";
import type { Quantity } from "../need.ts";
import { sameValue } from "../relax/fact-values.ts";
import type { Window } from "../supplier.ts";
import type { Control } from "./controls.ts";
import { type Edit, sameSubject } from "./edits.ts";

/** Names that the fields of a control add to its own. */
export const WINDOW_FIELDS = { from: ".de", to: ".a" } as const;
/** What a box that is not ticked sends, by a hidden field of the same name. */
export const UNTICKED = "non";

/** Where a form's values are read from. */
export interface PostedFields {
	getAll(name: string): readonly unknown[];
}

/** What the control's fields say; undefined when they were not sent or cannot be read. */
export function fieldValue(control: Control, fields: PostedFields): FactValue | undefined {
	const { dial, name, value } = control;
	const sent = (field = name) =>
		fields.getAll(field).filter((one): one is string => typeof one === "string");
	const last = (field?: string) => sent(field).at(-1);
	switch (dial.kind) {
		case "number":
			return numberOf(last());
		case "quantity": {
			const amount = numberOf(last());
			return amount === undefined ? undefined : { ...(value as unknown as Quantity), amount };
		}
		case "window": {
			const from = last(`${name}${WINDOW_FIELDS.from}`);
			const to = last(`${name}${WINDOW_FIELDS.to}`);
			if (from === UNTICKED) return null;
			return from && to && from !== to ? { from, to } : undefined;
		}
		case "date":
			return /^\d{4}-\d{2}-\d{2}$/.test(last() ?? "") ? (last() as string) : undefined;
		case "flag": {
			const typed = last();
			if (typed === undefined) return undefined;
			return typed === UNTICKED ? dial.off : value === dial.off ? true : value;
		}
		case "items": {
			const list = sent();
			if (list.length === 0) return undefined;
			const kept = dial.items.filter((item) => list.includes(item));
			return kept.length === 0 && control.check === "kind" ? null : kept;
		}
		case "choice": {
			const typed = last();
			if (typed === undefined) return undefined;
			return dial.options.find((option) => (option ?? UNTICKED) === typed) ?? null;
		}
	}
}

function numberOf(typed: string | undefined): number | undefined {
	const value = Number((typed ?? "").replace(",", ".").replace(/\s/g, ""));
	return typed && Number.isFinite(value) && value > 0 ? value : undefined;
}

/** Turning a control to a value. */
export function turned({ check, service, value }: Control, to: FactValue): Edit {
	return { check, service, cell: null, from: value, to };
}

/** The value a control shows once things were tried. */
export function valueAfter(control: Control, log: readonly Edit[]): FactValue {
	const subject = turned(control, null);
	const last = log.findLast((edit) => sameSubject(edit, subject));
	return last === undefined ? control.value : last.to;
}

/** The edits with what the fields of a form say differently. */
export function withFields(
	controls: readonly Control[],
	log: readonly Edit[],
	fields: PostedFields,
): readonly Edit[] {
	const edits = [...log];
	for (const control of controls) {
		const value = fieldValue(control, fields);
		if (value === undefined || sameValue(value, valueAfter(control, log))) continue;
		edits.push(turned(control, value));
	}
	return edits;
}

/** A value that is known to be hours of a day. */
export function asWindow(value: FactValue): Window {
	return value as unknown as Window;
}
