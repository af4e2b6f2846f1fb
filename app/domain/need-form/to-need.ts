import { type CellInput, type Need, needSchema, type Service, type Site } from "../need.ts";
import type { Places, Taxonomy } from "../reference.ts";
import { type Zone, zoneSchema } from "../supplier.ts";
import { cellId, type NeedForm, type ServiceForm } from "./form-state.ts";
import { type CommuneLookup, type ResolvedSite, resolveSite, signed } from "./places.ts";
import { readConditions, type UsualMeasure } from "./read-conditions.ts";
import { readFrame } from "./read-frame.ts";
import type { StepId } from "./steps.ts";

/** Something a step has to put right, beside its field. */
export interface FormProblem {
	readonly step: StepId;
	/** Id of the form control: `amount`, `site:vannes:commune`… */
	readonly field: string;
	/** Service or cell the problem is about; null for the need as a whole. */
	readonly about: string | null;
	/** French, with the line and column when it comes from a table. */
	readonly message: string;
}

export interface FormReading {
	/** Null while a service, a place or a readable value is missing. */
	readonly need: Need | null;
	/** What can be read so far: what cannot is left out. For summaries, never for a match. */
	readonly partial: Need;
	readonly problems: readonly FormProblem[];
	readonly notes: readonly FormProblem[];
	readonly sites: ReadonlyMap<string, ResolvedSite>;
}

export interface FormReference {
	readonly taxonomy: Taxonomy;
	readonly places: Pick<Places, "zone">;
	readonly finder: CommuneLookup;
}

const MAX_CELLS = 5000;

/** What a form says: the need when it is whole, and what stands in its way. */
export function readForm(form: NeedForm, reference: FormReference): FormReading {
	const problems: FormProblem[] = [];
	const notes: FormProblem[] = [];
	const services = form.services.map((service) => readService(service, reference, problems, notes));
	if (services.length === 0) {
		problems.push(problem("quoi", "segment", "Choisissez au moins une prestation."));
	}
	const resolved = new Map(
		form.sites.map((site) => [site.id, resolveSite(site, reference.finder)]),
	);
	const sites = form.where === "sites" ? readSites(form, resolved, problems, notes) : null;
	const zone = form.where === "zone" ? readZone(form, reference, problems) : null;
	const cells = form.where === "sites" ? readCells(form, reference, problems, notes) : null;
	const frame = readFrame(form.frame);
	problems.push(...frame.problems);
	const { keepTogether, keepApart, ...rest } = form.rest;
	const known = new Set(
		form.services.flatMap((service) => form.sites.map((site) => cellId(service.id, site.id))),
	);
	const groups = (list: string[][] | undefined) =>
		list?.map((group) => group.filter((id) => known.has(id))).filter((group) => group.length > 1);
	const together = groups(keepTogether);
	const apart = groups(keepApart);
	const partial: Need = {
		...rest,
		...(form.title.trim() === "" ? {} : { title: form.title.trim() }),
		...frame.need,
		services,
		...(sites ? { sites } : {}),
		...(zone ? { zone } : {}),
		...(cells ? { cells } : {}),
		...(together?.length ? { keepTogether: together } : {}),
		...(apart?.length ? { keepApart: apart } : {}),
	};
	const need = problems.length > 0 ? null : needSchema.parse(partial);
	return { need, partial, problems, notes, sites: resolved };
}

export function problem(
	step: StepId,
	field: string,
	message: string,
	about: string | null = null,
): FormProblem {
	return { step, field, about, message };
}

function readService(
	service: ServiceForm,
	{ taxonomy }: FormReference,
	problems: FormProblem[],
	notes: FormProblem[],
): Service {
	if (taxonomy.get(service.segment) === undefined) {
		problems.push(
			problem(
				"quoi",
				"segment",
				`Le segment « ${service.segment} » n’existe pas : choisissez-le dans la liste.`,
				service.id,
			),
		);
	}
	const read = readConditions(service.conditions, measureOf(service.segment, taxonomy));
	for (const { field, message } of read.problems) {
		problems.push(problem(stepOf(field), field, message, service.id));
	}
	for (const { field, message } of read.notes) {
		notes.push(problem(stepOf(field), field, message, service.id));
	}
	return { id: service.id, segment: service.segment, ...read.requirements };
}

/** The unit and period of a segment, from its parent when it has none of its own. */
export function measureOf(segment: string, taxonomy: Taxonomy): UsualMeasure {
	const node = taxonomy.get(segment);
	const parent = node?.parent ? taxonomy.get(node.parent) : undefined;
	return { unit: node?.unit ?? parent?.unit ?? null, per: node?.per ?? parent?.per ?? null };
}

const RHYTHM = new Set(["days", "weekdays", "window", "visitHours", "continuity"]);
const VOLUME = new Set(["quantity", "unit", "per", "amount", "mode", "firmStock"]);

function stepOf(field: string): StepId {
	if (RHYTHM.has(field)) return "rythme";
	return VOLUME.has(field) ? "volume" : "exigences";
}

function readSites(
	form: NeedForm,
	resolved: ReadonlyMap<string, ResolvedSite>,
	problems: FormProblem[],
	notes: FormProblem[],
): Site[] {
	if (form.pasted !== "") {
		problems.push(problem("ou", "table", "Le tableau collé attend d’être corrigé."));
	}
	if (form.sites.length === 0 && form.pasted === "") {
		problems.push(problem("ou", "places", "Dites où : au moins un site, ou un territoire."));
	}
	return form.sites.map((site) => {
		const answer = resolved.get(site.id);
		const where = site.line === null ? `Site « ${siteName(site)} »` : `Ligne ${site.line}`;
		if (answer?.kind === "choices") {
			problems.push(
				problem(
					"ou",
					`site-${site.id}`,
					`${where}, colonne « Commune » : ${answer.message}.`,
					site.id,
				),
			);
		} else if (answer?.kind === "none") {
			const column = PLACE_COLUMNS[answer.column];
			problems.push(
				problem(
					"ou",
					`site-${site.id}`,
					`${where}, colonne « ${column} » : ${answer.message}.`,
					site.id,
				),
			);
		} else if (answer?.note) {
			notes.push(problem("ou", `site-${site.id}`, `${where} : ${answer.note}.`, site.id));
		}
		const lat = site.lat.trim() === "" ? null : signed(site.lat);
		const lon = site.lon.trim() === "" ? null : signed(site.lon);
		return {
			id: site.id,
			...(site.label === "" ? {} : { label: site.label }),
			...(site.address === "" ? {} : { address: site.address }),
			...(answer?.kind === "found" && !answer.fromPoint ? { commune: answer.commune.code } : {}),
			...(lat !== null && lon !== null ? { lat, lon } : {}),
		};
	});
}

const PLACE_COLUMNS = {
	commune: "Commune",
	postcode: "Code postal",
	insee: "Code INSEE",
	lat: "Latitude",
} as const;

/** How a site is named on the pages: its label, else its commune as typed. */
export function siteName(site: {
	label: string;
	place: string;
	postcode: string;
	id: string;
}): string {
	return site.label || site.place || site.postcode || site.id;
}

function readZone(form: NeedForm, { places }: FormReference, problems: FormProblem[]): Zone | null {
	if (form.zone === "" && form.zoneText === "") {
		problems.push(problem("ou", "places", "Dites où : au moins un site, ou un territoire."));
		return null;
	}
	const zone = zoneSchema.safeParse(form.zone);
	const known = zone.success ? places.zone(zone.data) : undefined;
	if (known === undefined) {
		problems.push(
			problem(
				"ou",
				"zone",
				`« ${form.zoneText || form.zone} » n’est pas un territoire connu : choisissez-le dans la liste.`,
			),
		);
	}
	return zone.success && known ? zone.data : null;
}

function readCells(
	form: NeedForm,
	{ taxonomy }: FormReference,
	problems: FormProblem[],
	notes: FormProblem[],
): CellInput[] | null {
	const given = new Map(form.cells.map((cell) => [cellId(cell.service, cell.site), cell]));
	const asked = form.asked === null ? null : new Set(form.asked);
	if (asked === null && given.size === 0) return null;
	const sites = new Map(form.sites.map((site) => [site.id, site]));
	const cells: CellInput[] = [];
	for (const service of form.services) {
		const measure = measureOf(service.segment, taxonomy);
		const { unit, per } = service.conditions;
		for (const site of sites.values()) {
			const id = cellId(service.id, site.id);
			if (asked && !asked.has(id)) continue;
			// A quantity without a unit of its own is in the unit of its service.
			const conditions = given.get(id)?.conditions ?? {};
			const read = readConditions(
				conditions.quantity === undefined
					? conditions
					: { ...(unit ? { unit } : {}), ...(per ? { per } : {}), ...conditions },
				measure,
			);
			const where = site.line === null ? `Site « ${siteName(site)} »` : `Ligne ${site.line}`;
			for (const { field, message } of read.problems) {
				problems.push(
					problem(
						"ou",
						`cell-${field}`,
						`${where}, colonne « ${CONDITION_COLUMNS[field] ?? field} » : ${message}`,
						id,
					),
				);
			}
			for (const { field, message } of read.notes) {
				notes.push(problem("ou", `cell-${field}`, `${where} : ${message}.`, id));
			}
			cells.push({ service: service.id, site: site.id, ...read.requirements });
		}
	}
	if (cells.length === 0) {
		problems.push(
			problem(
				"ou",
				"places",
				"Aucune prestation n’est demandée sur aucun site : gardez-en au moins une.",
			),
		);
	}
	if (cells.length > MAX_CELLS) {
		problems.push(
			problem(
				"ou",
				"places",
				`Le besoin compte ${cells.length} couples prestation et site, ${MAX_CELLS} au plus : répartissez-le.`,
			),
		);
	}
	return cells;
}

const CONDITION_COLUMNS: Readonly<Record<string, string>> = {
	quantity: "Quantité",
	unit: "Unité",
	per: "Période",
	amount: "Montant annuel HT",
	days: "Jours par semaine",
	weekdays: "Jours",
	window: "Horaires",
	visitHours: "Durée de passage",
};
