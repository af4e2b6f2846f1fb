import { slugOf } from "../text.ts";
import { cellId, emptySite, type NeedForm, type SiteForm } from "./form-state.ts";
import type { Posted } from "./posted.ts";

/** Posting where the need is: sites one by one, or a whole territory. Tables are in `table.ts`. */

const SITE_TEXTS = ["label", "address", "place", "postcode", "insee", "lat", "lon"] as const;

/** Adds a site, or changes the one named by `id`. */
export function applySite(form: NeedForm, posted: Posted): NeedForm {
	const known = form.sites.find((site) => site.id === posted.get("id"));
	const site: SiteForm = { ...(known ?? emptySite("")) };
	for (const field of SITE_TEXTS) if (posted.has(field)) site[field] = posted.get(field);
	// A place typed anew undoes a choice made for the old one.
	if (known && known.place !== site.place && known.insee === site.insee) site.insee = "";
	if (known) {
		return {
			...form,
			where: "sites",
			sites: form.sites.map((one) => (one === known ? site : one)),
		};
	}
	if (SITE_TEXTS.every((field) => site[field] === "")) return { ...form, where: "sites" };
	const id = freeSiteId(form, site);
	return {
		...form,
		where: "sites",
		sites: [...form.sites, { ...site, id }],
		asked: form.asked && [...form.asked, ...form.services.map((service) => cellId(service.id, id))],
	};
}

function freeSiteId(form: NeedForm, site: SiteForm): string {
	const base = slugOf(site.label || site.place || site.postcode).slice(0, 60) || "site";
	const taken = new Set(form.sites.map((one) => one.id));
	let id = base;
	for (let number = 2; taken.has(id); number++) id = `${base}-${number}`;
	return id;
}

/** Removes a site and all that was said about it. */
export function removeSite(form: NeedForm, id: string): NeedForm {
	return {
		...form,
		sites: form.sites.filter((site) => site.id !== id),
		cells: form.cells.filter((cell) => cell.site !== id),
		asked: form.asked?.filter((cell) => cell.split("/")[1] !== id) ?? null,
	};
}

/** Settles which commune a site stands in, among several. */
export function chooseCommune(form: NeedForm, id: string, insee: string): NeedForm {
	return {
		...form,
		// The code alone decides: a postcode that disagrees would ask again.
		sites: form.sites.map((site) => (site.id === id ? { ...site, insee, postcode: "" } : site)),
	};
}

/** The need is over a whole territory. `zone` is empty when what was typed names none, or several. */
export function applyZone(form: NeedForm, zone: string, zoneText: string): NeedForm {
	return { ...form, where: "zone", zone, zoneText };
}
