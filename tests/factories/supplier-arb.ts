import fc from "fast-check";
import type { Offer, OfferDefaults, Supplier } from "#app/domain/supplier.ts";
import { KIND_CODES, MODES, PERIODS, PROOFS, UNITS, WEEKDAYS } from "#app/domain/vocabulary.ts";

/** Random suppliers of the exchange format: valid, with unknown values written as null as well as left out. */

const SEGMENTS = ["nettoyage-locaux", "vitrerie-nettoyage", "entretien-espaces-verts", "traiteur"];
const COMMUNES = ["56260", "29019", "44109"];

const date = fc
	.tuple(fc.integer({ min: 2020, max: 2027 }), fc.integer({ min: 1, max: 12 }))
	.map(([year, month]) => `${year}-${String(month).padStart(2, "0")}-15`);
const text = fc
	.string({ minLength: 1, maxLength: 12, unit: "grapheme" })
	.map((s) => `A${s}`.trim());
const amount = fc.integer({ min: 0, max: 9999 });
const unknown = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: null });

const area = fc.record(
	{
		radiusKm: unknown(fc.integer({ min: 1, max: 100 })),
		zones: unknown(fc.subarray(["commune:56260" as const, "departement:56" as const])),
		country: unknown(fc.boolean()),
	},
	{ requiredKeys: [] },
);
const capacity = fc.record(
	{
		unit: fc.constantFrom(...UNITS),
		per: fc.constantFrom(...PERIODS),
		max: unknown(amount),
		remaining: unknown(amount),
		remainingOn: unknown(date),
	},
	{ requiredKeys: ["unit", "per"] },
);
const facts: { [K in keyof OfferDefaults]: fc.Arbitrary<OfferDefaults[K]> } = {
	modes: unknown(fc.subarray([...MODES])),
	area: unknown(area),
	capacity: unknown(fc.array(capacity, { maxLength: 2 })),
	orderEur: unknown(fc.record({ max: unknown(amount) }, { requiredKeys: [] })),
	daysPerWeek: unknown(fc.integer({ min: 0, max: 7 })),
	weekdays: unknown(fc.subarray([...WEEKDAYS])),
	windows: unknown(fc.constantFrom([], [{ from: "08:00", to: "16:30" }])),
	coversClosures: unknown(fc.boolean()),
	certificates: unknown(
		fc.array(
			fc.record(
				{ code: fc.constantFrom("haccp", "qualipropre"), until: unknown(date) },
				{ requiredKeys: ["code"] },
			),
			{ maxLength: 2 },
		),
	),
	capabilities: unknown(
		fc.dictionary(fc.constantFrom("cles-alarme", "pesee"), unknown(fc.boolean())),
	),
	eInvoicing: unknown(fc.constantFrom("chorus" as const, "none" as const)),
	verifiedOn: unknown(date),
	verifiedBy: unknown(fc.constantFrom("supplier" as const, "cress" as const, "import" as const)),
};
const defaults = fc.record(facts, { requiredKeys: [] }) as fc.Arbitrary<OfferDefaults>;

export const offerArb = fc.record(
	{
		segment: fc.constantFrom(...SEGMENTS),
		basis: unknown(fc.constantFrom("declared" as const, "inferred" as const)),
		includesChildren: unknown(fc.boolean()),
		...facts,
	},
	{ requiredKeys: ["segment"] },
) as fc.Arbitrary<Offer>;

const kind = fc.record(
	{
		code: fc.constantFrom(...KIND_CODES),
		proof: fc.constantFrom(...PROOFS),
		asOf: unknown(date),
		until: unknown(date),
	},
	{ requiredKeys: ["code", "proof"] },
);

/** Without SIRET; ids of their own. */
export const supplierArb = fc.record(
	{
		schemaVersion: fc.constant(1),
		id: fc.stringMatching(/^[a-z][a-z0-9-]{0,10}$/),
		group: unknown(text),
		name: text,
		kinds: unknown(fc.uniqueArray(kind, { maxLength: 3, selector: ({ code }) => code })),
		ess: unknown(fc.boolean()),
		tags: unknown(fc.subarray(["reemploi", "textile"])),
		commune: unknown(fc.constantFrom(...COMMUNES)),
		address: unknown(text),
		turnoverEur: unknown(amount),
		status: unknown(fc.constantFrom("open" as const, "closed" as const, "withdrawn" as const)),
		defaults: unknown(defaults),
		offers: fc.array(offerArb, { maxLength: 4 }),
		facts: unknown(
			fc.dictionary(
				fc.constantFrom("name", "offers[0]", "offers[0].daysPerWeek", "*"),
				fc.record(
					{ source: fc.constantFrom("revue-2026", "siae"), on: unknown(date) },
					{ requiredKeys: ["source"] },
				),
			),
		),
	},
	{ requiredKeys: ["id", "name", "offers"] },
) as fc.Arbitrary<Supplier>;
