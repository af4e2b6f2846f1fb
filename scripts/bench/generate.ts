import type { Need } from "#app/domain/need.ts";
import type { Commune } from "#app/domain/reference.ts";
import type { Accreditation, Offer, Supplier } from "#app/domain/supplier.ts";
import { type KindCode, PROOFS, WEEKDAYS } from "#app/domain/vocabulary.ts";
import type { Random } from "../seeded-random.ts";

/** What seeded suppliers and needs are drawn from. */
export interface BenchWorld {
	/** Most frequent first. */
	readonly segments: readonly string[];
	readonly drawSegment: () => string;
	readonly drawCommune: () => Commune;
	readonly random: Random;
}

/** Date of evaluation of every seeded need. */
export const BENCH_ON = "2026-11-21";

/** A world whose segments follow a Zipf law (the most frequent about 5 %) and whose communes are drawn by population. */
export function benchWorld(
	segments: readonly string[],
	communes: readonly Commune[],
	random: Random,
): BenchWorld {
	const zipf = cumulated(segments.map((_, i) => (i + 1) ** -zipfExponent(segments.length, 0.05)));
	const populations = cumulated(communes.map((commune) => (commune.population ?? 100) + 50));
	return {
		segments,
		drawSegment: () => segments[drawIndex(zipf, random)] as string,
		drawCommune: () => communes[drawIndex(populations, random)] as Commune,
		random,
	};
}

/** Exponent for which the first of `count` ranks has the given share. */
export function zipfExponent(count: number, firstShare: number): number {
	let low = 0;
	let high = 3;
	for (let i = 0; i < 60; i++) {
		const middle = (low + high) / 2;
		let sum = 0;
		for (let rank = 1; rank <= count; rank++) sum += rank ** -middle;
		if (1 / sum < firstShare) low = middle;
		else high = middle;
	}
	return low;
}

function cumulated(weights: readonly number[]): Float64Array {
	let total = 0;
	return Float64Array.from(weights, (weight) => {
		total += weight;
		return total;
	});
}

function drawIndex(sums: Float64Array, random: Random): number {
	const draw = random.next() * (sums.at(-1) ?? 0);
	let low = 0;
	let high = sums.length - 1;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((sums[middle] as number) <= draw) low = middle + 1;
		else high = middle;
	}
	return low;
}

const KINDS: readonly KindCode[] = ["EI", "ACI", "AI", "ETTI", "EA", "ESAT", "GEIQ", "EITI"];
const CAPABILITIES = ["cles-alarme", "locaux-occupes", "pesee-par-flux", "petits-lots", "vehicule"];
const CERTIFICATES = ["certibiocide", "certiphyto", "haccp", "qualiopi", "iso-14001", "caces"];

function orNull<T>(random: Random, knownShare: number, value: () => T): T | null {
	return random.chance(knownShare) ? value() : null;
}

/** A fictional supplier with as many known facts, gaps and odd values as real ones. */
export function randomSupplier(world: BenchWorld, index: number, offerCount = 4): Supplier {
	const { random } = world;
	const commune = world.drawCommune();
	const exact = random.chance(0.8);
	const segments = new Set<string>();
	while (segments.size < Math.min(offerCount, world.segments.length)) {
		segments.add(world.drawSegment());
	}
	return {
		schemaVersion: 1,
		id: `f-${String(index).padStart(6, "0")}`,
		siret: null,
		group: random.chance(0.1) ? `groupe-${random.int(1, 5000)}` : null,
		name: `Structure ${index}`,
		kinds: orNull(random, 0.85, () => randomKinds(random)),
		ess: orNull(random, 0.7, () => random.chance(0.8)),
		tags: [],
		commune: commune.code,
		lat: exact ? round(commune.lat + (random.next() - 0.5) * 0.05, 4) : null,
		lon: exact ? round(commune.lon + (random.next() - 0.5) * 0.05, 4) : null,
		turnoverEur: orNull(random, 0.5, () => random.int(5, 400) * 10_000),
		consortium: random.pick(["no", "member", "lead", null]),
		eInvoicing: random.pick(["chorus", "chorus", "none", null]),
		defaults: random.chance(0.3) ? { daysPerWeek: random.pick([3, 4, 5]) } : null,
		offers: [...segments].map((segment) => randomOffer(world, segment, commune)),
	};
}

function randomKinds(random: Random): Accreditation[] {
	return random.sample(KINDS, random.int(0, 2)).map((code) => ({
		code,
		proof: random.pick(PROOFS),
		asOf: random.pick(["2026-01-15", "2025-06-01", "2023-05-01", null]),
		until: random.chance(0.3) ? random.pick(["2026-12-31", "2029-12-31"]) : null,
	}));
}

function randomOffer({ random }: BenchWorld, segment: string, commune: Commune): Offer {
	return {
		segment,
		basis: random.chance(0.2) ? "inferred" : "declared",
		includesChildren: random.chance(0.1),
		modes: orNull(random, 0.8, () => [random.pick(["service", "service", "goods"] as const)]),
		area: orNull(random, 0.75, () => randomArea(random, commune)),
		capacity: orNull(random, 0.6, () => [
			{
				unit: random.pick(["m2", "m2", "t", "piece"] as const),
				per: random.pick(["week", "month", "order"] as const),
				max: random.int(1, 80) * 100,
				remaining: orNull(random, 0.3, () => random.int(1, 40) * 100),
				remainingOn: random.pick(["2026-10-30", "2026-05-01"]),
			},
		]),
		orderEur: orNull(random, 0.6, () => ({
			min: orNull(random, 0.4, () => random.int(1, 10) * 500),
			max: orNull(random, 0.7, () => random.int(1, 40) * 5000),
		})),
		daysPerWeek: orNull(random, 0.6, () => random.pick([2, 3, 3.5, 4, 5, 6])),
		weekdays: orNull(random, 0.4, () => WEEKDAYS.slice(0, random.int(3, 7))),
		windows: orNull(random, 0.6, () => [
			{
				from: random.pick(["05:00", "06:00", "08:00", "09:00"]),
				to: random.pick(["16:30", "18:00", "21:00"]),
			},
		]),
		minVisitHours: orNull(random, 0.5, () => random.pick([1, 2, 3])),
		closures: orNull(random, 0.5, () =>
			random.chance(0.5) ? [] : [{ from: "08-01", to: random.pick(["08-21", "08-31"]) }],
		),
		coversClosures: random.chance(0.2),
		leadTimeDays: orNull(random, 0.6, () => random.pick([10, 20, 30, 60, 120])),
		availableFrom: random.chance(0.1) ? "2027-09-01" : null,
		stock: random.pick(["firm", "as-found", null]),
		skills: random.pick(["stable", "staff-dependent", null]),
		certificates: orNull(random, 0.5, () =>
			random.sample(CERTIFICATES, random.int(0, 2)).map((code) => ({ code, until: null })),
		),
		capabilities: orNull(random, 0.6, () =>
			Object.fromEntries(
				random.sample(CAPABILITIES, random.int(1, 3)).map((code) => [code, random.chance(0.7)]),
			),
		),
		delivers: random.pick([true, false, null]),
		installs: random.pick([true, false, null]),
		staffTransfer: random.pick(["accepts", "studies", "impossible", null]),
		flexible: random.chance(0.2)
			? [random.pick(["daysPerWeek", "window", "leadTime"] as const)]
			: null,
		verifiedOn: random.pick(["2026-06-01", "2026-02-10", "2025-03-01", null]),
		verifiedBy: random.pick(["supplier", "cress", "import"]),
	};
}

function randomArea(random: Random, commune: Commune): Offer["area"] {
	const zones = random.chance(0.4)
		? [
				random.pick([
					`departement:${commune.departement}`,
					`region:${commune.region}`,
					`commune:${commune.code}`,
				]),
			]
		: [];
	return {
		radiusKm: random.chance(0.7) ? random.pick([15, 20, 25, 30, 40, 50, 60, 100]) : null,
		zones,
		country: random.chance(0.02),
	};
}

/** A need like those of the field: hours before opening, days, quantity and amount by site, sometimes reserved. */
export function randomNeed(
	world: BenchWorld,
	shape: { segments: readonly string[]; siteCount: number },
): Need {
	const { random } = world;
	const centre = world.drawCommune();
	const services = shape.segments.map((segment, i) => ({
		id: `s${i}`,
		segment,
		mode: "service" as const,
		daysPerWeek: random.pick([2, 3, 5]),
		window: { from: random.pick(["06:00", "09:00", "14:00"]), to: random.pick(["16:00", "17:00"]) },
		visitHours: 2,
		continuity: random.chance(0.3),
		certificates: random.chance(0.3) ? [random.pick(CERTIFICATES)] : [],
		capabilities: random.chance(0.5) ? [random.pick(CAPABILITIES)] : [],
		eInvoicing: "chorus" as const,
	}));
	const sites = Array.from({ length: shape.siteCount }, (_, i) => ({
		id: `site-${i}`,
		lat: round(centre.lat + (random.next() - 0.5) * 0.8, 4),
		lon: round(centre.lon + (random.next() - 0.5) * 0.8, 4),
	}));
	return {
		on: BENCH_ON,
		startsOn: "2027-03-01",
		durationMonths: 12,
		reservation: random.chance(0.4) ? random.pick(["handicap", "insertion", "joint"]) : null,
		minCompetition: 3,
		services,
		sites,
		cells: services.flatMap((service) =>
			sites.map((site) => ({
				service: service.id,
				site: site.id,
				quantity: { amount: random.int(1, 30) * 100, unit: "m2" as const, per: "week" as const },
				amountEur: random.int(2, 40) * 1000,
			})),
		),
	};
}

function round(value: number, decimals: number): number {
	return Math.round(value * 10 ** decimals) / 10 ** decimals;
}
