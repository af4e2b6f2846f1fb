import type { Criterion, Segment } from "#app/domain/reference.ts";
import type { Accreditation, Area, Capacity, Offer } from "#app/domain/supplier.ts";
import type { CheckId, KindCode, Mode, Period, Unit, Weekday } from "#app/domain/vocabulary.ts";
import type { Random } from "#scripts/seeded-random.ts";
import type { Profile } from "./profiles.ts";

/** How much a structure has told: the gaps of a real directory. */
export type Completeness = "full" | "partial" | "bare";

/** The fictional facts hang on one day, so that the base is the same on every machine; ages count back from it. */
export const DEMO_DAY = "2026-11-02";

const DAY_MS = 86_400_000;

function daysBefore(days: number): string {
	return new Date(Date.parse(DEMO_DAY) - days * DAY_MS).toISOString().slice(0, 10);
}

/** Usual yearly-steady capacity by unit, in the period a structure would state it. */
const CAPACITY_SCALE: Readonly<Record<Unit, readonly [number, number, Period]>> = {
	piece: [20, 4_000, "month"],
	m2: [400, 15_000, "week"],
	m3: [20, 600, "month"],
	ml: [100, 5_000, "week"],
	h: [10, 400, "week"],
	kg: [100, 6_000, "week"],
	t: [1, 60, "month"],
	person: [4, 80, "month"],
	day: [2, 20, "month"],
	intervention: [1, 30, "month"],
	vehicle: [5, 120, "month"],
	meal: [50, 1_500, "day"],
};

/** Units that a structure counts by order when the trade does. */
const ORDERED_BY: readonly Unit[] = ["piece", "meal"];

const ROUND_STEPS = [1, 5, 10, 50, 100, 500, 1_000, 5_000];

function roundish(value: number): number {
	const step = ROUND_STEPS.findLast((candidate) => value >= candidate * 10) ?? 1;
	return Math.max(1, Math.round(value / step) * step);
}

/** Drawn evenly on a logarithmic scale, then rounded as people state figures. */
function logUniform(random: Random, [min, max]: readonly [number, number]): number {
	return roundish(Math.exp(Math.log(min) + random.next() * (Math.log(max) - Math.log(min))));
}

export function drawKinds(random: Random, profile: Profile): Accreditation[] {
	const codes: KindCode[] = [...profile.kinds];
	for (const { code, share } of profile.alsoKinds ?? []) if (random.chance(share)) codes.push(code);
	return codes.map((code): Accreditation => {
		const draw = random.next();
		if (draw < 0.12)
			return { code, proof: "declared", asOf: daysBefore(random.int(20, 700)), until: null };
		if (draw < 0.24) {
			return {
				code,
				proof: "document",
				asOf: daysBefore(random.int(30, 500)),
				until: daysBefore(-random.int(-60, 1_200)),
			};
		}
		if (draw < 0.32)
			return { code, proof: "registry", asOf: daysBefore(random.int(740, 1_300)), until: null };
		return { code, proof: "registry", asOf: daysBefore(random.int(20, 400)), until: null };
	});
}

export function drawArea(
	random: Random,
	profile: Profile,
	place: { departement: string; region: string; epci: string | null },
): Area {
	const radiusKm = Math.max(5, Math.round(logUniform(random, profile.radiusKm) / 5) * 5);
	const draw = random.next();
	if (draw < 0.58) return { radiusKm, zones: [], country: false };
	if (draw < 0.74)
		return { radiusKm: null, zones: [`departement:${place.departement}`], country: false };
	if (draw < 0.84 && place.epci)
		return { radiusKm: null, zones: [`epci:${place.epci}`], country: false };
	if (draw < 0.93) return { radiusKm, zones: [`departement:${place.departement}`], country: false };
	if (draw < 0.985) return { radiusKm: null, zones: [`region:${place.region}`], country: false };
	return { radiusKm: null, zones: [], country: true };
}

function drawCapacity(random: Random, segment: Segment): Capacity[] {
	if (!segment.unit) return [];
	const [min, max, per] = CAPACITY_SCALE[segment.unit];
	const most = logUniform(random, [min, max]);
	const entry: Capacity = {
		unit: segment.unit,
		per: segment.per === "order" && ORDERED_BY.includes(segment.unit) ? "order" : per,
		max: most,
	};
	if (random.chance(0.35)) {
		entry.remaining = roundish(most * random.next());
		entry.remainingOn = daysBefore(random.int(5, 200));
	}
	return [entry];
}

function drawWindows(random: Random, profile: Profile): { from: string; to: string }[] {
	if (profile.kinds.includes("ESAT") || profile.kinds.includes("ACI")) {
		const from = random.pick(["08:00", "08:30", "09:00"]);
		return random.chance(0.2)
			? [
					{ from, to: "12:00" },
					{ from: "13:30", to: "16:30" },
				]
			: [{ from, to: random.pick(["16:00", "16:30", "17:00"]) }];
	}
	if (random.chance(0.35)) return [{ from: "05:00", to: "21:00" }];
	return [
		{
			from: random.pick(["06:00", "07:00", "07:30"]),
			to: random.pick(["18:00", "19:00", "20:00"]),
		},
	];
}

const WORKING_DAYS: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri"];

function drawConditions(
	random: Random,
	criteria: readonly Criterion[],
): Pick<Offer, "capabilities" | "certificates"> {
	const conditions: Pick<Offer, "capabilities" | "certificates"> = {};
	const capabilities = criteria.filter(
		(criterion) => criterion.type === "capability" && criterion.segments.length > 0,
	);
	const told = random.sample(capabilities, random.int(0, Math.min(5, capabilities.length)));
	if (told.length > 0) {
		conditions.capabilities = Object.fromEntries(
			told.map((criterion) => [criterion.code, random.chance(0.72)]),
		);
	}
	const certificates = criteria.filter(
		(criterion) => criterion.type === "certificate" && criterion.segments.length > 0,
	);
	if (random.chance(0.5)) {
		conditions.certificates = random
			.sample(certificates, random.int(0, Math.min(2, certificates.length)))
			.map((criterion) => ({
				code: criterion.code,
				until: random.chance(0.5) ? daysBefore(-random.int(-90, 900)) : null,
			}));
	}
	return conditions;
}

function drawVerified(
	random: Random,
	completeness: Completeness,
): Pick<Offer, "verifiedOn" | "verifiedBy"> {
	if (completeness === "bare")
		return { verifiedOn: daysBefore(random.int(100, 900)), verifiedBy: "import" };
	const ageDays = random.chance(0.7) ? random.int(5, 330) : random.int(380, 1_100);
	return { verifiedOn: daysBefore(ageDays), verifiedBy: random.chance(0.7) ? "supplier" : "cress" };
}

/** Furniture is sold, whatever else its maker does; who lends staff lends nothing else. */
function drawModes({ modes }: Profile, { parent }: Segment): Mode[] {
	const sells = parent === "mobilier" && !modes.includes("staffing");
	return [...new Set<Mode>(sells ? [...modes, "goods"] : modes)];
}

/** One fictional offer; what the structure did not tell is simply absent. */
export function drawOffer(
	random: Random,
	profile: Profile,
	segment: Segment,
	criteria: readonly Criterion[],
	completeness: Completeness,
): Offer {
	const offer: Offer = {
		segment: segment.code,
		basis: completeness === "bare" && random.chance(0.6) ? "inferred" : "declared",
		modes: drawModes(profile, segment),
		...drawVerified(random, completeness),
	};
	if (completeness === "bare") return offer;
	const tells = (share: number): boolean =>
		random.chance(completeness === "full" ? Math.min(1, share + 0.2) : share - 0.25);
	if (tells(0.75)) offer.capacity = drawCapacity(random, segment);
	if (tells(0.65)) {
		const max = logUniform(random, profile.orderMaxEur);
		offer.orderEur = { min: random.chance(0.3) ? roundish(max / random.int(20, 80)) : null, max };
	}
	if (tells(0.8)) offer.daysPerWeek = random.pick(profile.daysPerWeek);
	if (tells(0.35)) offer.weekdays = WORKING_DAYS.slice(0, Math.ceil(offer.daysPerWeek ?? 5));
	if (tells(0.75)) offer.windows = drawWindows(random, profile);
	if (tells(0.4)) offer.minVisitHours = random.pick([1, 1.5, 2, 2, 3]);
	if (tells(0.7)) offer.leadTimeDays = random.pick([5, 10, 15, 20, 30, 45, 60]);
	if (random.chance(0.05)) offer.availableFrom = daysBefore(-random.int(30, 400));
	if (segment.reuse && tells(0.6)) offer.stock = random.chance(0.8) ? "as-found" : "firm";
	if (tells(0.5)) offer.skills = random.chance(0.7) ? "stable" : "staff-dependent";
	if (tells(0.45)) offer.delivers = random.chance(0.7);
	if (tells(0.35)) offer.installs = random.chance(0.5);
	if (segment.reuse && tells(0.4)) offer.storageM3 = random.pick([50, 100, 200, 400, 800]);
	if (tells(0.35))
		offer.staffTransfer = random.pick(["impossible", "impossible", "studies", "accepts"]);
	if (random.chance(0.2)) {
		offer.flexible = random.sample<CheckId>(
			["daysPerWeek", "window", "leadTime", "order", "capacity"],
			random.int(1, 2),
		);
	}
	return { ...offer, ...drawConditions(random, criteria) };
}
