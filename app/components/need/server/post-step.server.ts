import {
	applyCell,
	applyConditions,
	applySiteTable,
	isConditionsStep,
} from "#app/domain/need-form/apply-conditions.ts";
import { applyFrame, applyReservation } from "#app/domain/need-form/apply-frame.ts";
import {
	applySite,
	applyZone,
	chooseCommune,
	removeSite,
} from "#app/domain/need-form/apply-places.ts";
import { addService, removeService } from "#app/domain/need-form/apply-services.ts";
import type { NeedForm } from "#app/domain/need-form/form-state.ts";
import type { Posted } from "#app/domain/need-form/posted.ts";
import { toSheet, toTabs } from "#app/domain/need-form/sheet.ts";
import { isStep, type StepId, stepAfter } from "#app/domain/need-form/steps.ts";
import {
	readPastedTable,
	readTable,
	type TableOptions,
	type TableRead,
	type TableRow,
	withTable,
} from "#app/domain/need-form/table.ts";
import type { FormReading, FormReference } from "#app/domain/need-form/to-need.ts";
import type { PlaceSearch } from "#app/domain/place-search.ts";

/** The screens of the description: the steps, and two that go into detail. */
export type Screen = StepId | "sites" | "case";

function isScreen(text: string): text is Screen {
	return isStep(text) || text === "sites" || text === "case";
}

/** @throws {Response} 404 for a screen that does not exist */
export function screenOf(text: string | undefined): Screen {
	if (text !== undefined && isScreen(text)) return text;
	throw new Response("Cette étape n’existe pas.", { status: 404 });
}

export interface PostContext {
	readonly reference: FormReference;
	readonly placeSearch: PlaceSearch;
	/** Rows of the file that came with the form; null without one. */
	readonly uploaded: readonly TableRow[] | null;
}

/** The form after a screen was sent. Nothing is refused here: what cannot be read is kept and shown. */
export function applyPost(
	form: NeedForm,
	screen: Screen,
	posted: Posted,
	context: PostContext,
): NeedForm {
	const step = screen === "sites" || screen === "case" ? "ou" : screen;
	const passed = form.passed.includes(step) ? form.passed : [...form.passed, step];
	return { ...changed(form, screen, posted, context), passed };
}

function changed(form: NeedForm, screen: Screen, posted: Posted, context: PostContext): NeedForm {
	if (screen === "sites") return applySiteTable(form, posted);
	if (screen === "case") return applyCell(form, posted);
	if (isConditionsStep(screen)) return applyConditions(form, screen, posted);
	switch (screen) {
		case "quoi":
			return services(form, posted, context);
		case "ou":
			return places(form, posted, context);
		case "reservation":
			return applyReservation(form, posted);
		case "cadre":
			return applyFrame(form, posted);
		default:
			return form;
	}
}

function services(form: NeedForm, posted: Posted, { reference }: PostContext): NeedForm {
	const titled = posted.has("title") ? { ...form, title: posted.get("title") } : form;
	if (posted.has("add")) return addService(titled, posted.get("add"), reference.taxonomy);
	if (posted.has("remove")) return removeService(titled, posted.get("remove"));
	return titled;
}

function places(form: NeedForm, posted: Posted, context: PostContext): NeedForm {
	if (posted.has("remove")) return removeSite(form, posted.get("remove"));
	switch (posted.get("kind")) {
		case "table":
			return table(form, posted, context);
		case "site":
			return applySite(form, posted);
		case "commune":
			return chooseCommune(form, posted.get("site"), posted.get("insee"));
		case "zone": {
			const text = posted.get("zoneText");
			const hit = text === "" ? null : context.placeSearch.resolve(text);
			return applyZone(form, posted.get("zone") || (hit?.zone ?? ""), text || (hit?.label ?? ""));
		}
		case "use-sites":
			return { ...form, where: "sites" };
		default:
			return form;
	}
}

function table(form: NeedForm, posted: Posted, { reference, uploaded }: PostContext): NeedForm {
	const mode = posted.get("mode") === "append" ? "append" : "replace";
	const text = posted.get("table");
	if (uploaded === null && text.trim() === "") {
		return mode === "replace" && posted.has("table")
			? { ...form, where: "sites", pasted: "", pastedAbout: "" }
			: { ...form, where: "sites" };
	}
	const about = posted.get("about");
	if (uploaded === null && form.pasted === "" && sameText(text, currentSheet(form, reference))) {
		return { ...form, where: "sites" };
	}
	const taken = mode === "append" ? form.sites.map((site) => site.id) : [];
	const options = tableOptions(form, about, taken, reference);
	const read = uploaded === null ? readPastedTable(text, options) : readTable(uploaded, options);
	if (read.problems.length === 0) return withTable(form, read, mode);
	const pasted = uploaded === null ? text.slice(0, MAX_PASTED) : asText(uploaded);
	return { ...form, where: "sites", pasted, pastedAbout: about };
}

const MAX_PASTED = 400_000;

/** The sites of a form as the table that the text field shows. */
export function currentSheet(form: NeedForm, { taxonomy }: FormReference): string {
	if (form.sites.length === 0) return "";
	const segments = new Map(form.services.map((service) => [service.id, service.segment]));
	return toTabs(toSheet(form, (id) => taxonomy.get(segments.get(id) ?? "")?.label ?? id));
}

/** Browsers send CRLF. */
function sameText(a: string, b: string): boolean {
	return a.replace(/\r\n?/g, "\n").trim() === b.trim();
}

function tableOptions(
	form: NeedForm,
	about: string,
	takenIds: readonly string[],
	{ taxonomy, finder }: FormReference,
): TableOptions {
	return {
		services: form.services.map(({ id, segment }) => ({
			id,
			names: [taxonomy.get(segment)?.label ?? segment, segment, id],
		})),
		service: about || null,
		takenIds: new Set(takenIds),
		finder,
	};
}

function asText(rows: readonly TableRow[]): string {
	return rows
		.map((row) => row.cells.map((cell) => cell.replace(/[\t\r\n]+/g, " ")).join("\t"))
		.join("\n")
		.slice(0, MAX_PASTED);
}

/** What stands in the way of a table that was kept as text. */
export function pastedProblems(form: NeedForm, reference: FormReference): TableRead["problems"] {
	if (form.pasted === "") return [];
	return readPastedTable(form.pasted, tableOptions(form, form.pastedAbout, [], reference)).problems;
}

/** Where to go after a screen was sent: on, back to it while something cannot be read, or to the answer. */
export function nextAddress(
	id: string,
	screen: Screen,
	posted: Posted,
	{ form, reading }: { form: NeedForm; reading: FormReading },
): string {
	const here = `/besoins/${id}/decrire/${screen}`;
	const query = posted.get("return").startsWith("?") ? posted.get("return") : "";
	const go = posted.get("go");
	if (go === "stay" || go === "") return `${here}${query}`;
	if (screen === "ou" && posted.get("kind") === "table" && go === "next") {
		// A table is looked at before going on.
		return `${here}?par=${form.pasted === "" && form.sites.length > 0 ? "sites" : "tableau"}`;
	}
	const service = posted.get("service");
	const blocking = reading.problems.some(
		(one) =>
			one.step === (screen === "sites" || screen === "case" ? "ou" : screen) &&
			(one.about === null ||
				service === "" ||
				one.about === service ||
				one.about.startsWith(`${service}/`)),
	);
	if (blocking && go !== "skip") return `${here}${query}`;
	if (go === "answer") return reading.need ? `/besoins/${id}` : `/besoins/${id}/decrire/relecture`;
	if (screen === "sites" || screen === "case")
		return `/besoins/${id}/decrire/volume?prestation=${service}`;
	const at = form.services.findIndex((one) => one.id === service);
	const following = form.services[at + 1];
	if (isConditionsStep(screen) && at >= 0 && following && posted.get("all") !== "yes") {
		return `${here}?prestation=${following.id}`;
	}
	return `/besoins/${id}/decrire/${stepAfter(screen)}`;
}
