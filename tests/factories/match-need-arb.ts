import fc from "fast-check";
import type { Need, Requirements } from "#app/domain/need.ts";
import { type CheckId, type KindCode, MODES, type Weekday } from "#app/domain/vocabulary.ts";
import {
	CAPABILITIES,
	CODES,
	COMMUNES,
	few,
	maybe,
	pointArb,
	SEGMENTS,
	some,
	windowArb,
} from "./match-supplier-arb.ts";

const quantityArb = fc.record({
	amount: fc.constantFrom(1, 5, 60, 600),
	unit: fc.constantFrom("m2", "kg", "t"),
	per: fc.constantFrom("order", "visit", "day", "week", "month", "year"),
});

/** Requirements as they stand on a service or a cell. */
export const requirementsArb: fc.Arbitrary<Requirements> = fc.record(
	{
		mode: maybe(fc.constantFrom(...MODES)),
		daysPerWeek: maybe(fc.constantFrom(2, 3, 5)),
		window: maybe(windowArb),
		visitHours: maybe(fc.constantFrom(1, 2)),
		continuity: maybe(fc.boolean()),
		firmStock: maybe(fc.boolean()),
		certificates: maybe(some(CODES, 1)),
		capabilities: maybe(some(CAPABILITIES)),
		delivery: maybe(fc.boolean()),
		installation: maybe(fc.boolean()),
		staffTransfer: maybe(fc.boolean()),
		eInvoicing: maybe(fc.constant("chorus" as const)),
	},
	{ requiredKeys: [] },
);

const weekdaysArb = maybe(fc.constantFrom<Weekday[]>(["mon"], ["mon", "sat"]), 1);

const cellFactsArb = fc.record(
	{
		quantity: maybe(quantityArb),
		amountEur: maybe(fc.constantFrom(2000, 5000, 9000)),
		daysPerWeek: maybe(fc.constantFrom(2, 3), 1),
		window: maybe(windowArb, 1),
	},
	{ requiredKeys: [] },
);

const placeArb = fc.oneof(
	{
		arbitrary: fc.record({
			sites: fc.array(
				fc
					.tuple(maybe(fc.constantFrom(...COMMUNES)), pointArb)
					.filter(([commune, point]) => Boolean(commune ?? point)),
				{ minLength: 1, maxLength: 3 },
			),
		}),
		weight: 4,
	},
	{
		arbitrary: fc.record({
			zone: fc.constantFrom("commune:56206", "epci:200067932", "departement:56", "region:53"),
		}),
		weight: 1,
	},
);

const NEGOTIABLE: readonly CheckId[] = [
	"area",
	"daysPerWeek",
	"window",
	"capacity",
	"order",
	"segment",
];

/** A need over one to three services and one to three sites, or a zone. */
export const needArb: fc.Arbitrary<Need & { on: string }> = fc
	.record({
		head: fc.record({
			reservation: maybe(fc.constantFrom("handicap", "insertion", "joint", "prison", "ess"), 1),
			kinds: maybe(fc.constantFrom<KindCode[]>(["ESAT"], ["EI", "EITI"]), 1),
			minCompetition: maybe(fc.constantFrom(1, 2, 4), 1),
			startsOn: maybe(fc.constant("2027-03-01")),
			durationMonths: maybe(fc.constantFrom(4, 6, 12)),
			location: maybe(
				fc.oneof(
					fc.record({
						rule: fc.constant("serves" as const),
						undeclaredKm: maybe(fc.constantFrom(0, 20)),
					}),
					fc.record({ rule: fc.constant("sits-within" as const), km: fc.constantFrom(5, 40) }),
				),
				1,
			),
			negotiable: maybe(some(NEGOTIABLE), 1),
		}),
		segments: fc.array(fc.constantFrom(...SEGMENTS), { minLength: 1, maxLength: 3 }),
		asks: fc.array(fc.oneof(requirementsArb, few(requirementsArb, 2)), {
			minLength: 3,
			maxLength: 3,
		}),
		weekdays: fc.array(weekdaysArb, { minLength: 3, maxLength: 3 }),
		place: placeArb,
		cellFacts: fc.array(cellFactsArb, { minLength: 9, maxLength: 9 }),
		keep: fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
	})
	.map(({ head, segments, asks, weekdays, place, cellFacts, keep }): Need & { on: string } => {
		const services = segments.map((segment, i) => ({
			id: `v${i}`,
			segment,
			...asks[i],
			// No fewer weekdays than days asked: it would be refused.
			...(asks[i]?.daysPerWeek ? {} : { weekdays: weekdays[i] }),
		}));
		const sites =
			"sites" in place
				? place.sites.map(([commune, point], i) => ({ id: `site-${i}`, commune, ...(point ?? {}) }))
				: null;
		const siteIds = sites?.map((site) => site.id) ?? ["zone"];
		const cells = services
			.flatMap((service) => siteIds.map((site) => ({ service: service.id, site })))
			.map((cell, i) => {
				const { daysPerWeek, ...facts } = cellFacts[i] ?? {};
				const service = services.find((one) => one.id === cell.service);
				return { ...cell, ...facts, ...(service?.weekdays ? {} : { daysPerWeek }) };
			})
			.filter(
				(cell, i) =>
					keep[i] || i % siteIds.length === 0 || services.length === 0 || cell.site === "zone",
			);
		return {
			on: "2026-11-21",
			...head,
			services,
			...("sites" in place ? { sites } : { zone: place.zone }),
			cells,
		};
	});
