import fc from "fast-check";
import type { Offer, OfferDefaults, Supplier } from "#app/domain/supplier.ts";
import { CHECK_IDS, MODES, PROOFS, WEEKDAYS } from "#app/domain/vocabulary.ts";

/** Small sets of values, so that limits are often met exactly and facts often meet demands. */

export const SEGMENTS = ["proprete", "nettoyage-locaux", "vitrerie", "mobilier-reemploi"];
export const COMMUNES = [
	"56260",
	"56206",
	"56164",
	"56165",
	"56075",
	"56121",
	"22278",
	"44109",
	"56999",
];
const ZONES = [
	"commune:56206",
	"commune:56999",
	"commune:56121",
	"epci:200067932",
	"epci:200066777",
	"departement:56",
	"departement:22",
	"region:53",
];
export const CODES = ["haccp", "caces"];
export const CAPABILITIES = ["cles-alarme", "petits-lots"];

/** A value, or nothing said in one of the two ways. */
export const maybe = <T>(
	arb: fc.Arbitrary<T>,
	knownWeight = 3,
): fc.Arbitrary<T | null | undefined> =>
	fc.oneof(
		{ arbitrary: arb, weight: knownWeight },
		{ arbitrary: fc.constantFrom(null, undefined), weight: 1 },
	);

export const some = <T>(values: readonly T[], maxLength = 2): fc.Arbitrary<T[]> =>
	fc.uniqueArray(fc.constantFrom(...values), { maxLength });

const hours = fc.constantFrom("00:00", "05:30", "06:00", "08:00", "12:00", "16:30", "21:00");
export const windowArb = fc
	.record({ from: hours, to: fc.oneof(hours, fc.constant("24:00")) })
	.filter(({ from, to }) => from !== to);

const areaArb = fc.record({
	radiusKm: maybe(fc.constantFrom(5, 15, 30, 60, 100), 1),
	zones: maybe(some(ZONES), 1),
	country: maybe(fc.constantFrom(true, false, false, false, false), 1),
});

const capacityArb = fc.record({
	unit: fc.constantFrom("m2", "kg", "t"),
	per: fc.constantFrom("order", "visit", "day", "week", "month", "year"),
	max: maybe(fc.constantFrom(1, 5, 100, 1000)),
	remaining: maybe(fc.constantFrom(0, 5, 200), 1),
	remainingOn: maybe(fc.constantFrom("2026-08-23", "2026-08-22", "2026-11-01")),
});

const closureArb = fc.constantFrom(
	{ from: "08-01", to: "08-21" },
	{ from: "12-20", to: "01-05" },
	{ from: "02-29", to: "03-02" },
);

const factsArb: fc.Arbitrary<OfferDefaults> = fc.record(
	{
		modes: maybe(some(MODES)),
		area: maybe(areaArb),
		capacity: maybe(fc.array(capacityArb, { maxLength: 2 })),
		orderEur: maybe(
			fc.record({
				min: maybe(fc.constantFrom(1000, 5000), 1),
				max: maybe(fc.constantFrom(5000, 20_000), 1),
			}),
		),
		daysPerWeek: maybe(fc.constantFrom(2, 3, 3.5, 5)),
		weekdays: maybe(some(WEEKDAYS, 6)),
		windows: maybe(fc.array(windowArb, { maxLength: 2 })),
		minVisitHours: maybe(fc.constantFrom(1, 2, 3)),
		closures: maybe(fc.array(closureArb, { maxLength: 1 })),
		coversClosures: maybe(fc.boolean()),
		leadTimeDays: maybe(fc.constantFrom(10, 100, 101)),
		availableFrom: maybe(fc.constantFrom("2027-03-01", "2027-03-02"), 1),
		stock: maybe(fc.constantFrom("firm", "as-found")),
		certificates: maybe(
			fc.array(
				fc.record({
					code: fc.constantFrom(...CODES),
					until: maybe(fc.constantFrom("2027-02-28", "2027-03-01"), 1),
				}),
				{ maxLength: 2 },
			),
		),
		capabilities: maybe(
			fc.dictionary(fc.constantFrom(...CAPABILITIES), fc.constantFrom(true, true, false, null), {
				maxKeys: 2,
			}),
		),
		delivers: maybe(fc.boolean()),
		installs: maybe(fc.boolean()),
		staffTransfer: maybe(fc.constantFrom("accepts", "studies", "impossible")),
		eInvoicing: maybe(fc.constantFrom("chorus", "none")),
		flexible: maybe(some(CHECK_IDS, 3), 1),
		verifiedOn: maybe(fc.constantFrom("2025-11-20", "2025-11-21", "2026-06-01")),
		verifiedBy: maybe(fc.constantFrom("supplier", "cress", "import")),
	},
	{ requiredKeys: [] },
);

/** An offer that would suit nearly everyone. */
const GOOD_FACTS: OfferDefaults = {
	modes: ["service", "goods", "staffing"],
	area: { radiusKm: 100, zones: ["region:53"], country: false },
	capacity: [],
	orderEur: { min: null, max: 50_000 },
	daysPerWeek: 5,
	weekdays: ["mon", "tue", "wed", "thu", "fri", "sat"],
	windows: [{ from: "00:00", to: "24:00" }],
	minVisitHours: 1,
	closures: [],
	leadTimeDays: 10,
	stock: "firm",
	certificates: CODES.map((code) => ({ code })),
	capabilities: Object.fromEntries(CAPABILITIES.map((code) => [code, true])),
	delivers: true,
	installs: true,
	staffTransfer: "accepts",
	eInvoicing: "chorus",
	verifiedOn: "2026-06-01",
	verifiedBy: "supplier",
};

/** At most `count` of the properties of an object. */
export function few<T extends object>(
	arb: fc.Arbitrary<T>,
	count: number,
): fc.Arbitrary<Partial<T>> {
	return fc.tuple(arb, fc.infiniteStream(fc.nat())).map(([value, dice]) => {
		const kept = Object.entries(value)
			.map((entry) => ({ entry, key: dice.next().value as number }))
			.sort((a, b) => a.key - b.key)
			.slice(0, count);
		return Object.fromEntries(kept.map(({ entry }) => entry)) as Partial<T>;
	});
}

/** Anything at all, or a good offer with a few things changed. */
const anyFactsArb: fc.Arbitrary<OfferDefaults> = fc.oneof(
	factsArb,
	few(factsArb, 2).map((changed) => ({ ...GOOD_FACTS, ...changed })),
);

const offerArb: fc.Arbitrary<Offer> = fc
	.tuple(
		fc.record({
			segment: fc.constantFrom(...SEGMENTS),
			basis: maybe(fc.constantFrom("declared", "declared", "inferred")),
			includesChildren: maybe(fc.boolean()),
		}),
		anyFactsArb,
	)
	.map(([head, facts]) => ({ ...head, ...facts }));

const kindArb = fc.record({
	code: fc.constantFrom("ESAT", "EA", "EI", "ACI", "AI", "ETTI", "EITI", "GEIQ", "EATT", "SEP"),
	proof: fc.constantFrom(...PROOFS),
	asOf: maybe(fc.constantFrom("2025-03-01", "2025-02-28", "2023-05-01")),
	until: maybe(fc.constantFrom("2027-02-28", "2027-03-01"), 1),
});

/** Offset of a point from a town, in degrees: 0 to about 12 km. */
const offset = fc.constantFrom(0, 0.05, -0.1);

const supplierArb: fc.Arbitrary<Omit<Supplier, "id" | "name">> = fc.record({
	group: maybe(fc.constantFrom("g1", "g2"), 1),
	siren: maybe(fc.constantFrom("111111111", "222222222"), 1),
	kinds: maybe(fc.array(kindArb, { maxLength: 2 })),
	ess: maybe(fc.boolean()),
	commune: maybe(fc.constantFrom(...COMMUNES)),
	eInvoicing: maybe(fc.constantFrom("chorus", "none")),
	defaults: maybe(factsArb, 1),
	offers: fc.array(offerArb, { minLength: 1, maxLength: 4 }),
});

export const pointArb = maybe(
	fc.record({
		lat: offset.map((degrees) => 47.6582 + degrees),
		lon: offset.map((degrees) => -2.7608 + degrees),
	}),
	1,
);

/** A small base: up to 8 suppliers with inherited facts, several offers on a segment, gaps everywhere. */
export const suppliersArb: fc.Arbitrary<Supplier[]> = fc
	.array(fc.tuple(supplierArb, pointArb), { minLength: 1, maxLength: 8 })
	.map((list) =>
		list.map(([supplier, point], i) => ({
			...supplier,
			...(point ?? {}),
			id: `s${i}`,
			name: `Structure ${i}`,
		})),
	);
