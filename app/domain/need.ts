import { z } from "zod";
import { windowSchema, zoneSchema } from "./supplier.ts";
import {
	BUYERS,
	CHECK_IDS,
	KIND_CODES,
	MODES,
	PERIODS,
	RESERVATIONS,
	UNITS,
	WEEKDAYS,
} from "./vocabulary.ts";

/** A described need as it is exchanged (`api.md`). Unknown properties are refused with their path. */

const id = z
	.string()
	.regex(/^[a-z0-9-]+$/)
	.max(80);
const slug = z.string().regex(/^[a-z0-9-]+$/);

/** Sums of thousands of cells stay exact below this, and no purchase comes near it. */
const MAX_AMOUNT = 1e11;
const euros = z.number().nonnegative().max(MAX_AMOUNT);

export const quantitySchema = z.strictObject({
	amount: z.number().positive().max(MAX_AMOUNT),
	unit: z.enum(UNITS),
	per: z.enum(PERIODS),
});
export type Quantity = z.infer<typeof quantitySchema>;

/** Requirement fields: they stand on a service, and any of them may stand on a cell, where it wins. */
const requirements = {
	mode: z.enum(MODES).nullish(),
	quantity: quantitySchema.nullish(),
	/** Euros HT for twelve months, or for the whole contract when it is shorter. */
	amountEur: euros.nullish(),
	daysPerWeek: z.number().positive().max(7).nullish(),
	weekdays: z.array(z.enum(WEEKDAYS)).max(7).nullish(),
	window: windowSchema.nullish(),
	visitHours: z.number().positive().max(24).nullish(),
	continuity: z.boolean().nullish(),
	firmStock: z.boolean().nullish(),
	certificates: z.array(slug).nullish(),
	capabilities: z.array(slug).nullish(),
	delivery: z.boolean().nullish(),
	installation: z.boolean().nullish(),
	staffTransfer: z.boolean().nullish(),
	eInvoicing: z.enum(["chorus"]).nullish(),
};

export const requirementsSchema = z.strictObject(requirements);
export type Requirements = z.infer<typeof requirementsSchema>;

export const serviceSchema = z.strictObject({ id, segment: slug, ...requirements });
export type Service = z.infer<typeof serviceSchema>;

export const siteSchema = z.strictObject({
	id,
	label: z.string().nullish(),
	address: z.string().nullish(),
	commune: z
		.string()
		.regex(/^(\d{5}|2[AB]\d{3})$/)
		.nullish(),
	lat: z.number().min(-90).max(90).nullish(),
	lon: z.number().min(-180).max(180).nullish(),
});
export type Site = z.infer<typeof siteSchema>;

/** One service at one site: the smallest thing that a lot can hold. */
export const cellSchema = z.strictObject({ service: id, site: id, ...requirements });
export type CellInput = z.infer<typeof cellSchema>;

export const needSchema = z.strictObject({
	schemaVersion: z.number().nullish(),
	/** Seeds the stable draw of the list. Absent: a digest of the need. */
	id: id.nullish(),
	title: z.string().max(300).nullish(),
	/** Date of evaluation. Default: today in Paris, given by the caller. */
	on: z.iso.date().nullish(),
	buyer: z.enum(BUYERS).nullish(),
	reservation: z.enum(RESERVATIONS).nullish(),
	kinds: z.array(z.enum(KIND_CODES)).min(1).nullish(),
	minCompetition: z.number().int().min(1).max(100).nullish(),
	startsOn: z.iso.date().nullish(),
	durationMonths: z.number().int().positive().max(600).nullish(),
	contract: z
		.strictObject({
			form: z.enum(["one-off", "framework"]).nullish(),
			renewals: z.number().int().nonnegative().max(100).nullish(),
			maxEur: euros.nullish(),
			minOrderEur: euros.nullish(),
		})
		.nullish(),
	location: z
		.strictObject({
			rule: z.enum(["serves", "sits-within"]).nullish(),
			/** Only with `sits-within`. */
			km: z.number().positive().max(2000).nullish(),
			/** How far a supplier that declares no area is still « à confirmer ». Default 50. */
			undeclaredKm: z.number().nonnegative().max(2000).nullish(),
		})
		.nullish(),
	/** Checks the buyer would discuss: an unmet one is then « à négocier ». */
	negotiable: z.array(z.enum(CHECK_IDS)).nullish(),
	services: z.array(serviceSchema).min(1).max(100),
	sites: z.array(siteSchema).max(2000).nullish(),
	/** Instead of sites: one cell per service, id `service/zone`. */
	zone: zoneSchema.nullish(),
	cells: z.array(cellSchema).max(5000).nullish(),
	keepTogether: z.array(z.array(z.string())).nullish(),
	keepApart: z.array(z.array(z.string())).nullish(),
	maxLots: z.number().int().positive().nullish(),
	consortiaAllowed: z.boolean().nullish(),
});
/** A need as received. `prepareNeed` (match/prepare-need.ts) resolves defaults, places and cells and refuses contradictions. */
export type Need = z.infer<typeof needSchema>;
