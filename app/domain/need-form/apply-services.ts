import type { Taxonomy } from "../reference.ts";
import { slugOf } from "../text.ts";
import { cellId, type NeedForm } from "./form-state.ts";

/** Adds a service of a segment on which nothing is said yet. An unknown segment changes nothing. */
export function addService(form: NeedForm, segment: string, taxonomy: Taxonomy): NeedForm {
	const node = taxonomy.get(segment);
	if (node === undefined) return form;
	const taken = new Set(form.services.map((service) => service.id));
	const base = slugOf(segment).slice(0, 60);
	let id = base;
	for (let number = 2; taken.has(id); number++) id = `${base}-${number}`;
	return {
		...form,
		title: form.title === "" && form.services.length === 0 ? node.label : form.title,
		services: [...form.services, { id, segment, conditions: {} }],
		asked: form.asked && [...form.asked, ...form.sites.map((site) => cellId(id, site.id))],
	};
}

/** Removes a service and all that was said about it. */
export function removeService(form: NeedForm, id: string): NeedForm {
	return {
		...form,
		services: form.services.filter((service) => service.id !== id),
		cells: form.cells.filter((cell) => cell.service !== id),
		asked: form.asked?.filter((cell) => cell.split("/")[0] !== id) ?? null,
	};
}
