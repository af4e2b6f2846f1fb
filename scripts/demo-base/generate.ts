import type { Commune, Criterion, Segment, Taxonomy } from "#app/domain/reference.ts";
import type { Offer, Supplier } from "#app/domain/supplier.ts";
import { type Random, seededRandom } from "#scripts/seeded-random.ts";
import { type Completeness, drawArea, drawKinds, drawOffer } from "./facts.ts";
import { NAME_WORDS, TRADE_WORDS } from "./names.ts";
import { PROFILES, type Profile } from "./profiles.ts";

export const DEMO_SOURCE_ID = "demonstration";
const DEMO_SEED = 20261121;
const DEMO_SUPPLIERS = 1_500;

/** Shares of the base by region: Bretagne is dense, the rest of the country is there. */
const DENSE_REGION = "53";
const NEIGHBOURS = new Set(["52", "28"]);

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
	const random = seededRandom(seed);
	const drawCommune = communeDraw(random, reference.communes);
	const weights = PROFILES.map((profile) => profile.weight);
	const usedNames = new Set<string>();
	const suppliers: Supplier[] = [];
	for (let index = 0; index < count; index += 1) {
		const profile = PROFILES[random.weighted(weights)];
		if (!profile) throw new RangeError("no profile");
		suppliers.push(drawSupplier(random, profile, drawCommune(), reference, usedNames, index));
	}
	return suppliers;
}

/** Draws a commune by region share, then by a damped population, so that small towns are there too. */
function communeDraw(random: Random, communes: readonly Commune[]): () => Commune {
	const groups = [
		communes.filter((commune) => commune.region === DENSE_REGION),
		communes.filter((commune) => NEIGHBOURS.has(commune.region)),
		communes.filter(
			(commune) => commune.region !== DENSE_REGION && !NEIGHBOURS.has(commune.region),
		),
	];
	const cumulated = groups.map((group) => {
		let sum = 0;
		return group.map((commune) => (sum += (commune.population ?? 0) ** 0.75));
	});
	return () => {
		const which = random.weighted([0.5, 0.18, 0.32]);
		const group = groups[which] ?? [];
		const sums = cumulated[which] ?? [];
		const target = random.next() * (sums.at(-1) ?? 0);
		const found = group[lowerBound(sums, target)];
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
	random: Random,
	profile: Profile,
	commune: Commune,
	reference: DemoReference,
	usedNames: Set<string>,
	index: number,
): Supplier {
	const completeness =
		(["full", "partial", "bare"] as const)[random.weighted([0.4, 0.4, 0.2])] ?? "partial";
	const segments = drawSegments(random, profile, reference.taxonomy);
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

function drawSegments(random: Random, profile: Profile, taxonomy: Taxonomy): Segment[] {
	const trade = random.pick(profile.trades);
	const codes = random.sample(trade, random.int(1, Math.min(4, trade.length)));
	if (random.chance(0.18)) codes.push(...random.sample(random.pick(profile.trades), 1));
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
