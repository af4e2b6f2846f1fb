import { z } from "zod";
import {
	CHECK_IDS,
	KIND_CODES,
	MODES,
	PERIODS,
	PROOFS,
	UNITS,
	VERIFIERS,
	WEEKDAYS,
} from "./vocabulary.ts";

/**
 * The exchange format of a supplier, version 1 (`api.md`): one NDJSON line, the body of the API, and the shape the matching reads.
 * Null or absent means unknown; `[]` means "none, and we know it".
 */

const slug = z.string().regex(/^[a-z0-9-]+$/);
const isoDate = z.iso.date();
const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
const amount = z.number().nonnegative();

/** `commune:56260`, `epci:200067932`, `departement:56`, `region:53`: INSEE codes, never postcodes. */
export const zoneSchema = z
	.string()
	.regex(/^(commune:(\d{5}|2[AB]\d{3})|epci:\d{9}|departement:(\d{2,3}|2[AB])|region:\d{2})$/);
export type Zone = z.infer<typeof zoneSchema>;

export const accreditationSchema = z.strictObject({
	code: z.enum(KIND_CODES),
	proof: z.enum(PROOFS),
	/** Date at which the proof was seen. Null: undated. */
	asOf: isoDate.nullish(),
	/** Last valid day. Null: no end known. */
	until: isoDate.nullish(),
});
export type Accreditation = z.infer<typeof accreditationSchema>;

export const windowSchema = z.strictObject({ from: hour, to: hour });
/** Hours of a day; `to` before `from` ends after midnight. */
export type Window = z.infer<typeof windowSchema>;

export const closureSchema = z.strictObject({ from: monthDay, to: monthDay });
/** A yearly period, both days included; may span New Year. */
export type Closure = z.infer<typeof closureSchema>;

export const capacitySchema = z.strictObject({
	unit: z.enum(UNITS),
	per: z.enum(PERIODS),
	max: amount.nullish(),
	remaining: amount.nullish(),
	remainingOn: isoDate.nullish(),
});
export type Capacity = z.infer<typeof capacitySchema>;

export const areaSchema = z.strictObject({
	radiusKm: z.number().positive().max(1500).nullish(),
	zones: z.array(zoneSchema).max(2000).nullish(),
	country: z.boolean().nullish(),
});
/** Area served: the union of a circle round the establishment, zones, and the country. All empty: not declared. */
export type Area = z.infer<typeof areaSchema>;

/** The facts an offer may inherit from its supplier's `defaults`. */
const offerFacts = {
	modes: z.array(z.enum(MODES)).nullish(),
	area: areaSchema.nullish(),
	capacity: z.array(capacitySchema).max(50).nullish(),
	/** What it accepts as one contract, per 12 months, in euros HT. */
	orderEur: z.strictObject({ min: amount.nullish(), max: amount.nullish() }).nullish(),
	daysPerWeek: z.number().min(0).max(7).nullish(),
	weekdays: z.array(z.enum(WEEKDAYS)).max(7).nullish(),
	windows: z.array(windowSchema).max(50).nullish(),
	minVisitHours: amount.max(24).nullish(),
	closures: z.array(closureSchema).max(50).nullish(),
	coversClosures: z.boolean().nullish(),
	leadTimeDays: amount.nullish(),
	availableFrom: isoDate.nullish(),
	stock: z.enum(["firm", "as-found"]).nullish(),
	skills: z.enum(["stable", "staff-dependent"]).nullish(),
	certificates: z
		.array(z.strictObject({ code: slug, until: isoDate.nullish() }))
		.max(200)
		.nullish(),
	capabilities: z.record(slug, z.boolean().nullable()).nullish(),
	delivers: z.boolean().nullish(),
	installs: z.boolean().nullish(),
	storageM3: amount.nullish(),
	staffTransfer: z.enum(["accepts", "studies", "impossible"]).nullish(),
	eInvoicing: z.enum(["chorus", "none"]).nullish(),
	/** Checks it would discuss: an unmet one is then « à négocier ». */
	flexible: z.array(z.enum(CHECK_IDS)).nullish(),
	verifiedOn: isoDate.nullish(),
	verifiedBy: z.enum(VERIFIERS).nullish(),
};

export const defaultsSchema = z.strictObject(offerFacts);
export type OfferDefaults = z.infer<typeof defaultsSchema>;

export const offerSchema = z.strictObject({
	segment: slug,
	/** `inferred`: guessed from NAF, ROME or texts; the segment check is then unknown. Absent: declared. */
	basis: z.enum(["declared", "inferred"]).nullish(),
	/** On a parent node: the offer holds for every child. */
	includesChildren: z.boolean().nullish(),
	...offerFacts,
});
export type Offer = z.infer<typeof offerSchema>;

export const provenanceSchema = z.strictObject({
	source: z.string().min(1),
	/** Date of the fact at its source. */
	on: isoDate.nullish(),
	/** For an inferred value: the words or codes that led there. */
	because: z.string().nullish(),
});
export type Provenance = z.infer<typeof provenanceSchema>;

export const CONSORTIUM_ROLES = ["no", "member", "lead"] as const;

export const supplierSchema = z.strictObject({
	schemaVersion: z.number().nullish(),
	id: slug.max(120),
	siret: z.string().nullish(),
	siren: z.string().nullish(),
	/** Manager or group: independent operators are counted by it, else by SIREN, else by id. */
	group: z.string().nullish(),
	name: z.string().trim().min(1).max(300),
	/** Absent: unknown everywhere. `[]`: none, and we know it. */
	kinds: z.array(accreditationSchema).nullish(),
	ess: z.boolean().nullish(),
	legalForm: z.string().nullish(),
	network: z.string().nullish(),
	tags: z.array(z.string()).nullish(),
	/** INSEE code of the establishment's commune. */
	commune: z
		.string()
		.regex(/^(\d{5}|2[AB]\d{3})$/)
		.nullish(),
	address: z.string().nullish(),
	postcode: z.string().nullish(),
	lat: z.number().min(-90).max(90).nullish(),
	lon: z.number().min(-180).max(180).nullish(),
	website: z.string().nullish(),
	description: z.string().nullish(),
	employees: z.string().nullish(),
	turnoverEur: amount.nullish(),
	/** Share of commercial income of an ACI, 0–100; its ceiling is a point of care. */
	commercialSharePct: z.number().min(0).max(100).nullish(),
	contacts: z.number().int().nonnegative().nullish(),
	consortium: z.enum(CONSORTIUM_ROLES).nullish(),
	eInvoicing: z.enum(["chorus", "none"]).nullish(),
	/** A person's disability (TIH) is shown only when true. */
	tihConsent: z.boolean().nullish(),
	status: z.enum(["open", "closed", "withdrawn"]).nullish(),
	defaults: defaultsSchema.nullish(),
	offers: z.array(offerSchema).max(300),
	/** Where single values come from: `offers[0].daysPerWeek` → source and date. */
	facts: z.record(z.string(), provenanceSchema).nullish(),
});
export type Supplier = z.infer<typeof supplierSchema>;

/** What minCompetition counts: one per manager or group, else per SIREN, else per id. */
export function operatorKey(supplier: Pick<Supplier, "group" | "siret" | "siren" | "id">): string {
	if (supplier.group) return `group:${supplier.group}`;
	const siren = supplier.siren ?? supplier.siret?.slice(0, 9);
	return siren ? `siren:${siren}` : `id:${supplier.id}`;
}
