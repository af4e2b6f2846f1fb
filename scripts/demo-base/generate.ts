import type { Commune, Criterion, Segment, Taxonomy } from "#app/domain/reference.ts";
import type { Offer, Supplier } from "#app/domain/supplier.ts";
import { type Random, seededRandom } from "#scripts/seeded-random.ts";
import { type Completeness, drawArea, drawKinds, drawOffer } from "./facts.ts";
import { NAME_WORDS, TRADE_WORDS } from "./names.ts";
import { PROFILES, type Profile } from "./profiles.ts";
import { LOCAL_TRADES } from "./trades.ts";

export const DEMO_SOURCE_ID = "demonstration";
const DEMO_SEED = 20261121;
const DEMO_SUPPLIERS = 1_500;

interface GroupShare {
	readonly share: number;
	readonly holds: (commune: Commune) => boolean;
}

const DENSE_REGION = "53";
const DENSE_DEPARTEMENT = "56";
const NEIGHBOURS = ["52", "28"];

/** Shares of the base by region: Bretagne is dense, the rest of the country is there. */
const REGION_SHARES: readonly GroupShare[] = [
	{ share: 0.5, holds: ({ region }) => region === DENSE_REGION },
	{ share: 0.18, holds: ({ region }) => NEIGHBOURS.includes(region) },
	{ share: 0.32, holds: ({ region }) => ![DENSE_REGION, ...NEIGHBOURS].includes(region) },
];

/** Part of the base that is drawn near the example needs, in their trades: a need is answered by a whole territory. */
const LOCAL_SHARE = 0.3;
/** Chosen so that the example of cleaning tells what the field tells: many in theory, hardly any as it stands. */
const LOCAL_SEED = 6;
const LOCAL_SHARES: readonly GroupShare[] = [
	{ share: 0.5, holds: ({ departement }) => departement === DENSE_DEPARTEMENT },
	{
		share: 0.5,
		holds: ({ region, departement }) =>
			region === DENSE_REGION && departement !== DENSE_DEPARTEMENT,
	},
];
const LOCAL_PROFILES = PROFILES.filter(({ trades }) =>
	trades.some((trade) => LOCAL_TRADES.includes(trade)),
);

/** Suppliers of the same origin: what they are, where, and how much of them is known. */
interface Population {
	readonly random: Random;
	readonly drawCommune: () => Commune;
	readonly profiles: readonly Profile[];
	/** The trades they keep to; null: any of their profile. */
	readonly trades: readonly (readonly string[])[] | null;
	/** Shares of full, partial and bare records. */
	readonly told: readonly number[];
}

export interface DemoReference {
	readonly communes: readonly Commune[];
	readonly taxonomy: Taxonomy;
	criteriaFor(segment: string): readonly Criterion[];
}

/** The fictional base: the same suppliers, in the same order, for the same reference data. */
export function generateDemoBase(
	reference: DemoReference,
	{ seed = DEMO_SEED, count = DEMO_SUPPLIERS }: { seed?: number; count?: number } = {},
): Supplier[] {
	const nationwide = population(seed, reference.communes, REGION_SHARES, {
		profiles: PROFILES,
		trades: null,
		told: [0.4, 0.4, 0.2],
	});
	const local = population(seed + LOCAL_SEED, reference.communes, LOCAL_SHARES, {
		profiles: LOCAL_PROFILES,
		trades: LOCAL_TRADES,
		told: [0.75, 0.2, 0.05],
	});
	const firstLocal = Math.round(count * (1 - LOCAL_SHARE));
	const usedNames = new Set<string>();
	return Array.from({ length: count }, (_, index) =>
		drawSupplier(index < firstLocal ? nationwide : local, reference, usedNames, index),
	);
}

function population(
	seed: number,
	communes: readonly Commune[],
	shares: readonly GroupShare[],
	habits: Pick<Population, "profiles" | "trades" | "told">,
): Population {
	const random = seededRandom(seed);
	return { random, drawCommune: communeDraw(random, communes, shares), ...habits };
}

/** Draws a commune by the share of its group, then by a damped population, so that small towns are there too. */
function communeDraw(
	random: Random,
	communes: readonly Commune[],
	shares: readonly GroupShare[],
): () => Commune {
	const groups = shares
		.map(({ share, holds }) => ({ share, communes: communes.filter(holds) }))
		.filter((group) => group.communes.length > 0)
		.map((group) => {
			let sum = 0;
			const sums = group.communes.map((commune) => {
				sum += (commune.population ?? 0) ** 0.75;
				return sum;
			});
			return { ...group, sums };
		});
	const weights = groups.map(({ share }) => share);
	return () => {
		const group = groups[random.weighted(weights)];
		const target = random.next() * (group?.sums.at(-1) ?? 0);
		const found = group?.communes[lowerBound(group.sums, target)];
		if (!found) throw new RangeError("no commune to draw from");
		return found;
	};
}

function lowerBound(sums: readonly number[], target: number): number {
	let low = 0;
	let high = sums.length - 1;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((sums[middle] ?? 0) < target) low = middle + 1;
		else high = middle;
	}
	return low;
}

function drawSupplier(
	population: Population,
	reference: DemoReference,
	usedNames: Set<string>,
	index: number,
): Supplier {
	const { random, profiles } = population;
	const profile = profiles[random.weighted(profiles.map(({ weight }) => weight))];
	if (!profile) throw new RangeError("no profile");
	const commune = population.drawCommune();
	const completeness =
		(["full", "partial", "bare"] as const)[random.weighted(population.told)] ?? "partial";
	const segments = drawSegments(random, tradesOf(profile, population), reference.taxonomy);
	const siren = fictionalSiren(index);
	const supplier: Supplier = {
		schemaVersion: 1,
		id: `demo-${String(index + 1).padStart(4, "0")}`,
		siret: random.chance(0.96) ? withSiretKey(`${siren}0001`) : null,
		group: random.chance(0.06)
			? `Réseau fictif ${random.pick(["Aven", "Brieg", "Odet", "Vire"])}`
			: null,
		name: drawName(random, profile, segments[0], commune, usedNames),
		legalForm: random.pick(profile.legalForms),
		tags: [...(profile.tags ?? [])],
		commune: commune.code,
		postcode: commune.postcodes[0] ?? null,
		lat: round4(commune.lat + (random.next() - 0.5) * 0.02),
		lon: round4(commune.lon + (random.next() - 0.5) * 0.02),
		offers: segments.map(
			(segment): Offer =>
				drawOffer(random, profile, segment, reference.criteriaFor(segment.code), completeness),
		),
	};
	if (completeness !== "bare" || random.chance(0.7)) supplier.kinds = drawKinds(random, profile);
	if (profile.ess !== null && random.chance(0.9)) supplier.ess = profile.ess;
	if (profile.kinds.includes("TIH")) supplier.tihConsent = random.chance(0.5);
	return withDefaults(random, supplier, profile, commune, completeness);
}

/** What holds for the whole structure: area, closures, invoicing, partners. */
function withDefaults(
	random: Random,
	supplier: Supplier,
	profile: Profile,
	commune: Commune,
	completeness: Completeness,
): Supplier {
	if (completeness === "bare") return supplier;
	supplier.defaults = {};
	if (random.chance(completeness === "full" ? 0.95 : 0.7)) {
		supplier.defaults.area = drawArea(random, profile, commune);
	}
	if (random.chance(0.6)) {
		supplier.defaults.closures = random.chance(profile.closesInAugust)
			? [{ from: "08-01", to: "08-21" }]
			: [];
		if (supplier.defaults.closures.length > 0 && random.chance(0.3))
			supplier.defaults.coversClosures = true;
	}
	if (random.chance(0.7)) supplier.eInvoicing = random.chance(0.85) ? "chorus" : "none";
	if (random.chance(0.6))
		supplier.consortium = random.pick(["no", "member", "member", "lead"] as const);
	if (random.chance(0.5)) supplier.turnoverEur = random.int(15, 400) * 10_000;
	if (random.chance(0.3)) supplier.contacts = random.int(1, 3);
	if (profile.kinds.includes("ACI") && random.chance(0.3))
		supplier.commercialSharePct = random.int(5, 32);
	return supplier;
}

function tradesOf({ trades }: Profile, population: Population): Profile["trades"] {
	return population.trades === null
		? trades
		: trades.filter((trade) => population.trades?.includes(trade));
}

function drawSegments(random: Random, trades: Profile["trades"], taxonomy: Taxonomy): Segment[] {
	const trade = random.pick(trades);
	const codes = random.sample(trade, random.int(1, Math.min(4, trade.length)));
	if (random.chance(0.18)) codes.push(...random.sample(random.pick(trades), 1));
	return [...new Set(codes)].map((code) => {
		const segment = taxonomy.get(code);
		if (!segment) throw new RangeError(`segment ${code} is not in the taxonomy`);
		return segment;
	});
}

function drawName(
	random: Random,
	profile: Profile,
	segment: Segment | undefined,
	commune: Commune,
	usedNames: Set<string>,
): string {
	const trade = segment ? TRADE_WORDS[segment.code] : undefined;
	const core = `${random.pick(profile.prefixes) || trade || "Société"} ${random.pick(NAME_WORDS)}`;
	const base = core.charAt(0).toUpperCase() + core.slice(1);
	const name = usedNames.has(base) ? `${base} (${commune.name})` : base;
	const unique = usedNames.has(name) ? `${name} ${usedNames.size}` : name;
	usedNames.add(unique);
	return unique;
}

function round4(value: number): number {
	return Math.round(value * 10_000) / 10_000;
}

/** SIREN that begins with 000: INSEE attributes none, so a fictional structure can never be taken for a real one. */
function fictionalSiren(index: number): string {
	const stem = `000${String(index + 1).padStart(5, "0")}`;
	return `${stem}${luhnKey(stem)}`;
}

function withSiretKey(thirteen: string): string {
	return `${thirteen}${luhnKey(thirteen)}`;
}

/** The digit that makes the Luhn sum a multiple of ten. */
function luhnKey(digits: string): number {
	let sum = 0;
	for (const [position, digit] of [...digits].reverse().entries()) {
		const doubled = Number(digit) * (position % 2 === 0 ? 2 : 1);
		sum += doubled > 9 ? doubled - 9 : doubled;
	}
	return (10 - (sum % 10)) % 10;
}
