import type { Need } from "../need.ts";
import type { NeedForm } from "../need-form/form-state.ts";
import { toForm } from "../need-form/from-need.ts";

/** The form that says an edited need, its places as they were typed: conditions change, nothing else is written anew. */
export function editedForm(form: NeedForm, edited: Need): NeedForm {
	const said = toForm(edited, () => null);
	const kept = new Set(edited.sites?.map(({ id }) => id));
	return {
		...form,
		services: said.services,
		cells: said.cells,
		asked: said.asked,
		frame: said.frame,
		sites: form.where === "sites" ? form.sites.filter(({ id }) => kept.has(id)) : form.sites,
		rest: { ...form.rest, ...groupsOf(said.rest) },
	};
}

function groupsOf({ keepTogether, keepApart }: NeedForm["rest"]): NeedForm["rest"] {
	return {
		...(keepTogether ? { keepTogether } : {}),
		...(keepApart ? { keepApart } : {}),
	};
}
