import { z } from "zod";

/**
 * What a person has typed about a need, kept as typed: a value that cannot be read stays where it is until it is put right.
 * `to-need.ts` reads it; `from-need.ts` writes it. Empty or absent means "not said".
 */

const text = z.string().max(2000);
const typed = text.default("");
const choice = z.enum(["yes", "no"]);

/** Conditions on a service, or on one cell of it where they win. */
export const conditionsFormSchema = z.object({
	mode: text.optional(),
	quantity: text.optional(),
	unit: text.optional(),
	per: text.optional(),
	amount: text.optional(),
	/** "5", "3,5", "du lundi au jeudi"… */
	days: text.optional(),
	/** "lun, mar": days of the week by name. */
	weekdays: text.optional(),
	/** "6h-8h", "avant 8 h"… */
	window: text.optional(),
	visitHours: text.optional(),
	continuity: choice.optional(),
	firmStock: choice.optional(),
	certificates: z.array(text).optional(),
	capabilities: z.array(text).optional(),
	delivery: choice.optional(),
	installation: choice.optional(),
	staffTransfer: choice.optional(),
	eInvoicing: choice.optional(),
});
export type ConditionsForm = z.infer<typeof conditionsFormSchema>;

export const serviceFormSchema = z.object({
	id: text,
	segment: text,
	conditions: conditionsFormSchema,
});
export type ServiceForm = z.infer<typeof serviceFormSchema>;

export const siteFormSchema = z.object({
	id: text,
	label: typed,
	address: typed,
	/** Commune as typed: a name, "56000 Vannes", "Vannes (56)". */
	place: typed,
	postcode: typed,
	/** INSEE code, typed or chosen among several communes. */
	insee: typed,
	lat: typed,
	lon: typed,
	/** Line of the table it came from; null when added by hand. */
	line: z.number().int().nullable().default(null),
});
export type SiteForm = z.infer<typeof siteFormSchema>;

export const cellFormSchema = z.object({
	service: text,
	site: text,
	conditions: conditionsFormSchema,
});
export type CellForm = z.infer<typeof cellFormSchema>;

export const frameFormSchema = z.object({
	reservation: typed,
	kinds: z.array(text).default([]),
	buyer: typed,
	startsOn: typed,
	durationMonths: typed,
	contractForm: typed,
	renewals: typed,
	maxEur: typed,
	minOrderEur: typed,
	minCompetition: typed,
	negotiable: z.array(text).default([]),
	/** "serves" or "sits-within". */
	locationRule: typed,
	km: typed,
	undeclaredKm: typed,
	consortia: choice.optional(),
	/** Date of evaluation; empty: the day of reading. */
	on: typed,
});
export type FrameForm = z.infer<typeof frameFormSchema>;

/** Parts of a need that no step shows, carried unchanged. */
export const restFormSchema = z.object({
	id: text.optional(),
	schemaVersion: z.number().optional(),
	keepTogether: z.array(z.array(text)).optional(),
	keepApart: z.array(z.array(text)).optional(),
	maxLots: z.number().optional(),
});
export type RestForm = z.infer<typeof restFormSchema>;

export const needFormSchema = z.object({
	version: z.literal(1),
	title: typed,
	services: z.array(serviceFormSchema),
	/** Whether the need names sites or a whole zone. */
	where: z.enum(["sites", "zone"]),
	/** `departement:56`; empty while what was typed names no single zone. */
	zone: typed,
	zoneText: typed,
	sites: z.array(siteFormSchema),
	cells: z.array(cellFormSchema),
	/** Cell ids that are asked for; null: every service at every site. */
	asked: z.array(text).nullable(),
	frame: frameFormSchema,
	rest: restFormSchema,
	/** A pasted table that could not be read as rows, kept to be put right. */
	pasted: z.string().max(500_000).default(""),
	/** Service that table is about; empty: it says it, or there is one only. */
	pastedAbout: typed,
	/** Why the last file sent could not be read; empty when it could. */
	uploadProblem: typed,
	/** Headings of the last table that name nothing we know. */
	ignoredColumns: z.array(text).default([]),
	/** Steps that were passed, by any of their buttons. */
	passed: z.array(text).default([]),
});
export type NeedForm = z.infer<typeof needFormSchema>;

/** A form where nothing is said yet. */
export function emptyForm(): NeedForm {
	return needFormSchema.parse({
		version: 1,
		services: [],
		where: "sites",
		sites: [],
		cells: [],
		asked: null,
		frame: {},
		rest: {},
	});
}

/** A site of which nothing is said but its id. */
export function emptySite(id: string): SiteForm {
	return siteFormSchema.parse({ id });
}

/** Id of a cell: the smallest thing that a lot can hold. */
export function cellId(service: string, site: string): string {
	return `${service}/${site}`;
}
