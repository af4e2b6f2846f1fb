import fc from "fast-check";
import type { Need } from "#app/domain/need.ts";
import type { Offer, Supplier } from "#app/domain/supplier.ts";
import { makeAccreditation, makeOffer, makeSupplier } from "./supplier.ts";

/** Bases where groups are frequent: partial areas, days, capacities and order limits that add up or just fail to. */

const roleArb = fc.constantFrom("lead", "lead", "member", "member", "no", null, undefined);

const capacityArb = fc.oneof(
	{ arbitrary: fc.constantFrom(null, undefined), weight: 1 },
	{
		arbitrary: fc.array(
			fc.record({
				unit: fc.constantFrom("m2", "m2", "m2", "t"),
				per: fc.constantFrom("week", "week", "week", "month", "day", "order"),
				max: fc.constantFrom(100, 300, 500, 500, 1000, 2000, null),
				remaining: fc.constantFrom(null, null, null, 400),
				remainingOn: fc.constantFrom("2026-11-01", "2026-05-01"),
			}),
			{ minLength: 1, maxLength: 2 },
		),
		weight: 4,
	},
);

const offerArb: fc.Arbitrary<Offer> = fc
	.record({
		segment: fc.constantFrom("nettoyage-locaux", "nettoyage-locaux", "vitrerie", "proprete"),
		includesChildren: fc.constantFrom(true, true, false),
		area: fc.constantFrom<Offer["area"]>(
			{ zones: ["region:53"] },
			{ zones: ["region:53"] },
			{ zones: ["commune:56206"] },
			{ zones: ["commune:56121"] },
			{ zones: ["commune:56206", "commune:56260"] },
			null,
		),
		capacity: capacityArb,
		daysPerWeek: fc.constantFrom(2, 3, 5, 5, 5, null),
		orderEur: fc.constantFrom(
			null,
			{ min: null, max: 50_000 },
			{ min: null, max: 50_000 },
			{ min: null, max: 9000 },
			{ min: 4000, max: 20_000 },
			{ min: 10_000, max: null },
			{ min: 8000, max: 5000 },
		),
		eInvoicing: fc.constantFrom("chorus", "chorus", "none", null),
		flexible: fc.constantFrom<Offer["flexible"]>(
			null,
			null,
			null,
			["daysPerWeek"],
			["capacity"],
			["order"],
			["area"],
		),
		verifiedOn: fc.constantFrom("2026-06-01", "2026-06-01", "2026-06-01", "2024-06-01"),
	})
	.map((facts) => makeOffer(facts));

const supplierArb = fc.record({
	consortium: roleArb,
	group: fc.constantFrom(null, null, null, null, "g1"),
	kinds: fc.constantFrom<Supplier["kinds"]>(
		[makeAccreditation()],
		[makeAccreditation()],
		[makeAccreditation({ proof: "declared" })],
		[makeAccreditation({ code: "EATT" })],
		[],
		null,
	),
	offers: fc.array(offerArb, { minLength: 1, maxLength: 2 }),
});

export const groupBaseArb: fc.Arbitrary<Supplier[]> = fc
	.array(supplierArb, { minLength: 2, maxLength: 6 })
	.map((list) =>
		list.map((one, i) => makeSupplier({ ...one, id: `s${i}`, name: `Structure ${i}` })),
	);

const cellArb = fc.record({
	quantity: fc.constantFrom(
		{ amount: 500, unit: "m2", per: "week" } as const,
		{ amount: 300, unit: "m2", per: "week" } as const,
		{ amount: 100, unit: "m2", per: "day" } as const,
		{ amount: 2000, unit: "m2", per: "month" } as const,
		{ amount: 400, unit: "m2", per: "order" } as const,
		null,
		null,
	),
	amountEur: fc.constantFrom(3000, 5000, 5000, 9000, 9000, 12_000, null),
	daysPerWeek: fc.constantFrom(null, null, null, 2),
});

/** One or two services on one to three sites, at most four cells. */
export const groupNeedArb: fc.Arbitrary<Need & { on: string }> = fc
	.record({
		reservation: fc.constantFrom(null, null, "handicap" as const),
		negotiable: fc.constantFrom<Need["negotiable"]>(
			null,
			null,
			null,
			["order" as const],
			["area" as const],
		),
		days: fc.constantFrom(null, 3, 5, 5),
		eInvoicing: fc.constantFrom(null, "chorus" as const),
		segments: fc.constantFrom(["nettoyage-locaux"], ["nettoyage-locaux", "vitrerie"]),
		communes: fc.uniqueArray(fc.constantFrom("56260", "56206", "56121"), {
			minLength: 1,
			maxLength: 3,
		}),
		cells: fc.array(cellArb, { minLength: 6, maxLength: 6 }),
		amounts: fc.constantFrom("all", "all", "some", "some", "none"),
	})
	.map(({ reservation, negotiable, days, eInvoicing, segments, communes, cells, amounts }) => {
		const services = segments.map((segment, i) => ({
			id: `v${i}`,
			segment,
			daysPerWeek: days,
			eInvoicing,
		}));
		const sites = communes.map((commune, i) => ({ id: `site-${i}`, commune }));
		const known = {
			all: (eur: number | null) => eur ?? 4000,
			some: (eur: number | null) => (eur === 5000 ? null : eur),
			none: () => null,
		};
		return {
			on: "2026-11-21",
			reservation,
			negotiable,
			services,
			sites,
			cells: services
				.flatMap((service) => sites.map((site) => ({ service: service.id, site: site.id })))
				.map((cell, i) => ({
					...cell,
					...cells[i],
					amountEur: known[amounts](cells[i]?.amountEur ?? null),
				}))
				.slice(0, 4),
		};
	});
