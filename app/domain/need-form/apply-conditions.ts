import { WEEKDAYS } from "../vocabulary.ts";
import type { ConditionsForm, NeedForm } from "./form-state.ts";
import { weekdayNames } from "./hours.ts";
import type { Posted } from "./posted.ts";

/** Posting the conditions of a service: each screen holds a part of them and leaves the others alone. */

const TEXTS = {
	rythme: ["days", "window", "visitHours"],
	volume: ["mode", "quantity", "unit", "per", "amount"],
	exigences: [],
} as const;
const FLAGS = {
	rythme: ["continuity"],
	volume: ["firmStock"],
	exigences: ["delivery", "installation", "staffTransfer", "eInvoicing"],
} as const;
const LISTS = {
	rythme: [],
	volume: [],
	exigences: ["certificates", "capabilities"],
} as const;
export type ConditionsStep = keyof typeof TEXTS;

/** Whether a step holds conditions of a service. */
export function isConditionsStep(step: string): step is ConditionsStep {
	return step in TEXTS;
}

/** The form after a screen of conditions was sent for one service, or for all when the person asked so. */
export function applyConditions(form: NeedForm, step: ConditionsStep, posted: Posted): NeedForm {
	const target = posted.get("service");
	const all = posted.get("all") === "yes";
	return {
		...form,
		services: form.services.map((service) =>
			all || service.id === target
				? { ...service, conditions: changed(service.conditions, step, posted) }
				: service,
		),
	};
}

function changed(before: ConditionsForm, step: ConditionsStep, posted: Posted): ConditionsForm {
	const after: ConditionsForm = { ...before };
	for (const field of TEXTS[step]) setText(after, field, posted.get(field));
	if (step === "rythme") setText(after, "weekdays", weekdaysTicked(posted.all("weekdays")));
	for (const flag of FLAGS[step]) {
		if (posted.get(flag) === "yes") after[flag] = "yes";
		// An unticked box was never asked, unless it had been answered.
		else if (before[flag] !== undefined) after[flag] = "no";
	}
	for (const list of LISTS[step]) {
		const ticked = [...new Set(posted.all(list))];
		if (ticked.length > 0 || before[list] !== undefined) after[list] = ticked;
	}
	return after;
}

function setText(
	conditions: ConditionsForm,
	field:
		| "days"
		| "weekdays"
		| "window"
		| "visitHours"
		| "mode"
		| "quantity"
		| "unit"
		| "per"
		| "amount",
	typed: string,
): void {
	if (typed === "") delete conditions[field];
	else conditions[field] = typed;
}

/** The field shows a quantity with its unit and period: what it holds is all of it. */
function dropMeasure(conditions: ConditionsForm): void {
	delete conditions.unit;
	delete conditions.per;
}

/** Ticked days in words, as a table would hold them. */
function weekdaysTicked(codes: readonly string[]): string {
	return weekdayNames(WEEKDAYS.filter((day) => codes.includes(day)));
}

const SITE_FIELDS = ["days", "window", "quantity", "amount", "visitHours", "weekdays"] as const;
const SITE_FLAGS = [...FLAGS.rythme, ...FLAGS.volume, ...FLAGS.exigences] as const;

/**
 * The form after the table « ce qui change d’un site à l’autre » was sent for one service: fields are named `days:SITE`…, and only
 * the sites of the screen (`site` fields) are touched.
 */
export function applySiteTable(form: NeedForm, posted: Posted): NeedForm {
	const service = posted.get("service");
	let next = form;
	for (const site of posted.all("site")) {
		next = setAsked(next, service, site, posted.get(`asked:${site}`) === "yes");
		const fields = SITE_FIELDS.filter((field) => posted.has(`${field}:${site}`));
		next = setCell(next, service, site, (conditions) => {
			for (const field of fields) setText(conditions, field, posted.get(`${field}:${site}`));
			if (fields.includes("quantity")) dropMeasure(conditions);
		});
	}
	return next;
}

/** The form after the screen of one cell was sent: every condition of it, empty meaning « comme l’ensemble ». */
export function applyCell(form: NeedForm, posted: Posted): NeedForm {
	const [service = "", site = ""] = posted.get("case").split("/");
	return setCell(form, service, site, (conditions) => {
		for (const field of SITE_FIELDS) {
			if (field === "weekdays") setText(conditions, field, weekdaysTicked(posted.all(field)));
			else if (posted.has(field)) setText(conditions, field, posted.get(field));
		}
		if (posted.has("quantity")) dropMeasure(conditions);
		for (const flag of SITE_FLAGS) {
			const value = posted.get(flag);
			if (value === "yes" || value === "no") conditions[flag] = value;
			else delete conditions[flag];
		}
		for (const list of ["certificates", "capabilities"] as const) {
			if (posted.get(`own-${list}`) === "yes") conditions[list] = [...new Set(posted.all(list))];
			else delete conditions[list];
		}
	});
}

function setCell(
	form: NeedForm,
	service: string,
	site: string,
	change: (conditions: ConditionsForm) => void,
): NeedForm {
	const known =
		form.services.some((one) => one.id === service) && form.sites.some((one) => one.id === site);
	if (!known) return form;
	const at = form.cells.findIndex((cell) => cell.service === service && cell.site === site);
	const conditions = { ...form.cells[at]?.conditions };
	change(conditions);
	const others = form.cells.filter((_, index) => index !== at);
	if (Object.keys(conditions).length === 0) return { ...form, cells: others };
	const cell = { service, site, conditions };
	return {
		...form,
		cells: at < 0 ? [...others, cell] : form.cells.map((one, index) => (index === at ? cell : one)),
	};
}

function setAsked(form: NeedForm, service: string, site: string, asked: boolean): NeedForm {
	const id = `${service}/${site}`;
	const before =
		form.asked ?? form.services.flatMap((one) => form.sites.map((two) => `${one.id}/${two.id}`));
	if (asked === before.includes(id)) return form;
	return { ...form, asked: asked ? [...before, id] : before.filter((one) => one !== id) };
}
