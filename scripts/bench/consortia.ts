import { findConsortia } from "#app/domain/consortia/consortia.ts";
import { fileSource } from "#app/domain/match/file-source.ts";
import { prepareNeed } from "#app/domain/match/prepare-need.ts";
import type { Need } from "#app/domain/need.ts";
import { createPlaces } from "#app/domain/places-index.ts";
import type { Commune } from "#app/domain/reference.ts";
import type { Offer, Supplier } from "#app/domain/supplier.ts";
import { packagedReference } from "#db/reference.server.ts";
import { type Random, seededRandom } from "../seeded-random.ts";
import { BENCH_ON } from "./generate.ts";

/**
 * Speed of the groups among 200 candidates for 40 cells, on ordinary and adversarial shapes: `npx tsx scripts/bench/consortia.ts [runs]`.
 * Budget: 300 ms at the 95th percentile, each shape by itself.
 */
const RUNS = Number(process.argv[2] ?? 12);
const CANDIDATES = 200;
const SITES = 40;
const BUDGET_MS = 300;
const SEED = 20261122;
const QUANTITY = 100;
const TOTAL = SITES * QUANTITY;

const communes = Array.from(
	{ length: SITES },
	(_, i): Commune => ({
		code: String(56001 + i),
		name: `Commune ${i}`,
		departement: "56",
		region: "53",
		epci: null,
		lat: 47.5 + (i % 8) * 0.05,
		lon: -3 + Math.floor(i / 8) * 0.05,
		population: 1000,
		errorKm: 0,
		postcodes: [],
	}),
);
const places = createPlaces({ communes, aliases: [], zones: [] });
const { taxonomy } = packagedReference();
const SEGMENT = "nettoyage-locaux";

/** One supplier of a shape, by its rank. */
type Shape = (
	random: Random,
	rank: number,
) => { sites: number[] } & Partial<Offer> & {
		consortium?: Supplier["consortium"];
	};

const all = Array.from({ length: SITES }, (_, i) => i);
const m2 = (max: number | null) => [{ unit: "m2" as const, per: "week" as const, max }];

/** The first coverings that come to mind, then those that give a search the most to do. */
const SHAPES: Record<string, Shape> = {
	"areas of 8 to 30 sites, gaps as in the field": (random) => ({
		sites: random.sample(all, random.int(8, 30)),
		capacity: random.chance(0.6) ? m2(random.int(5, 40) * QUANTITY) : null,
		orderEur: random.chance(0.6) ? { min: null, max: random.int(20, 400) * 1000 } : null,
		daysPerWeek: random.chance(0.7) ? random.pick([2, 3, 5, 5]) : null,
		consortium: random.pick(["lead", "member", "no", null]),
		verifiedOn: random.pick(["2026-06-01", "2026-06-01", "2024-01-01"]),
	}),
	"nearly everybody covers nearly all": (random) => ({ sites: random.sample(all, 38) }),
	"twenty sites each": (random) => ({ sites: random.sample(all, 20) }),
	"no cover at all, thirteen sites each": (random) => ({ sites: random.sample(all, 13) }),
	"one third each, capacities that add up": (random) => ({
		sites: all,
		capacity: m2(Math.ceil(TOTAL / 3) + random.int(0, 300)),
	}),
	"one third each, unknown as to the rest": (random) => ({
		sites: all,
		capacity: m2(Math.ceil(TOTAL / 3) + random.int(0, 300)),
		daysPerWeek: random.pick([null, 5]),
		consortium: random.pick([null, "lead"]),
		verifiedOn: random.pick(["2026-06-01", "2024-01-01", null]),
	}),
	"capacities that just fail to add up": (random) => ({
		sites: random.sample(all, 39),
		capacity: m2(Math.floor(TOTAL / 3) - random.int(1, 50)),
	}),
	"two days each of five": (random) => ({
		sites: random.sample(all, 39),
		daysPerWeek: 2,
		capacity: m2(Math.ceil(TOTAL / 3) + random.int(0, 300)),
	}),
	"amounts that fit by thirds": (random) => ({
		sites: all,
		orderEur: { min: null, max: 141_000 + random.int(0, 3000) },
	}),
	"amounts that just fail to fit": (random) => ({
		sites: random.sample(all, 39),
		orderEur: { min: 100_000, max: 133_000 + random.int(0, 900) },
	}),
};

function supplierOf(shape: Shape, random: Random, rank: number): Supplier {
	const { sites, consortium, ...offer } = shape(random, rank);
	return {
		id: `s-${String(rank).padStart(3, "0")}`,
		name: `Structure ${rank}`,
		kinds: [],
		consortium: consortium === undefined ? "lead" : consortium,
		lat: 44,
		lon: 2,
		offers: [
			{
				segment: SEGMENT,
				basis: "declared",
				area: { zones: sites.map((i) => `commune:${56001 + i}` as const) },
				capacity: m2(TOTAL),
				orderEur: { min: null, max: 1_000_000 },
				daysPerWeek: 5,
				verifiedOn: "2026-06-01",
				verifiedBy: "supplier",
				...offer,
			},
		],
	};
}

function needOf(random: Random, run: number): Need {
	return {
		id: `bench-${run}`,
		on: BENCH_ON,
		consortiaAllowed: true,
		services: [{ id: "n1", segment: SEGMENT, daysPerWeek: 5 }],
		sites: communes.map(({ code }, i) => ({ id: `site-${i}`, commune: code })),
		cells: all.map((i) => ({
			service: "n1",
			site: `site-${i}`,
			quantity: { amount: QUANTITY, unit: "m2", per: "week" },
			amountEur: 9000 + random.int(0, 2000),
		})),
	};
}

function percentile(times: readonly number[], share: number): number {
	const sorted = [...times].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

const only = process.argv[3];
for (const [name, shape] of Object.entries(SHAPES)) {
	if (only && !name.includes(only)) continue;
	const random = seededRandom(SEED);
	const times: number[] = [];
	let groups = 0;
	let unfinished = 0;
	// Two rounds first, for the compiler.
	for (let run = -2; run < RUNS; run++) {
		const need = needOf(random, run);
		const suppliers = Array.from({ length: CANDIDATES }, (_, i) => supplierOf(shape, random, i));
		const source = fileSource(suppliers, places);
		const prepared = prepareNeed(need, { today: BENCH_ON, places, taxonomy });
		const started = performance.now();
		const { consortia, search } = findConsortia(prepared, source, "anonymous");
		if (run < 0) continue;
		times.push(performance.now() - started);
		groups += consortia.length;
		if (!search.complete) unfinished++;
	}
	const p95 = percentile(times, 0.95);
	console.log(
		[
			name.padEnd(46),
			`median ${percentile(times, 0.5).toFixed(0).padStart(4)} ms`,
			`p95 ${p95.toFixed(0).padStart(4)} ms`,
			`(${(groups / RUNS).toFixed(0)} groups shown, ${unfinished} of ${RUNS} unfinished)`,
			p95 > BUDGET_MS ? `over ${BUDGET_MS} ms` : "",
		].join("  "),
	);
	if (p95 > BUDGET_MS) process.exitCode = 1;
}
