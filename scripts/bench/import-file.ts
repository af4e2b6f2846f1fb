import { closeSync, openSync, writeSync } from "node:fs";
import type { Commune, Segment } from "#app/domain/reference.ts";
import type { Offer, Supplier } from "#app/domain/supplier.ts";
import { type Random, seededRandom } from "#scripts/seeded-random.ts";

const TRADES = ["Atelier", "Chantier", "Régie", "Entreprise", "Ressourcerie", "Coopérative"];
const PLANTS = ["Ajoncs", "Bruyères", "Genêts", "Chênes", "Aubépines", "Roseaux", "Fougères"];
const KINDS = ["ESAT", "EA", "ACI", "EI", "AI", "ETTI"] as const;
const WEEK = ["mon", "tue", "wed", "thu", "fri"] as const;

/** Writes a seeded exchange file of `count` suppliers with four offers each, every fact filled as a well-kept base would. */
export function writeExchangeFile(
	path: string,
	count: number,
	{ communes, segments }: { communes: readonly Commune[]; segments: readonly Segment[] },
	seed = 1,
): void {
	const random = seededRandom(seed);
	const file = openSync(path, "w");
	let lines: string[] = [];
	for (let index = 0; index < count; index++) {
		lines.push(`${JSON.stringify(makeSupplier(random, index, communes, segments))}\n`);
		if (lines.length < 500 && index < count - 1) continue;
		writeSync(file, lines.join(""));
		lines = [];
	}
	closeSync(file);
}

function makeSupplier(
	random: Random,
	index: number,
	communes: readonly Commune[],
	segments: readonly Segment[],
): Supplier {
	const commune = random.pick(communes);
	return {
		schemaVersion: 1,
		id: `banc-${index}`,
		siret: siretOf(index),
		group: random.chance(0.1) ? `groupe-${random.int(1, 2000)}` : null,
		name: `${random.pick(TRADES)} des ${random.pick(PLANTS)} de ${commune.name}`,
		kinds: [{ code: random.pick(KINDS), proof: "registry", asOf: "2026-01-15", until: null }],
		ess: true,
		legalForm: "ASSOCIATION",
		tags: random.chance(0.2) ? ["reemploi"] : [],
		commune: commune.code,
		lat: round(commune.lat + random.next() / 50),
		lon: round(commune.lon + random.next() / 50),
		turnoverEur: random.int(50, 3000) * 1000,
		consortium: random.pick(["no", "member", "lead"] as const),
		eInvoicing: "chorus",
		offers: random.sample(segments, 4).map((segment) => makeOffer(random, segment, commune)),
		facts: { "offers[0].daysPerWeek": { source: "revue-2026", on: "2026-06-01" } },
	};
}

function makeOffer(random: Random, segment: Segment, commune: Commune): Offer {
	return {
		segment: segment.code,
		basis: "declared",
		includesChildren: false,
		modes: ["service"],
		area: {
			radiusKm: random.int(10, 80),
			zones: [`departement:${commune.departement}`],
			country: false,
		},
		capacity: [
			{
				unit: segment.unit ?? "h",
				per: segment.per ?? "week",
				max: random.int(1, 90) * 100,
				remaining: random.int(1, 20) * 50,
				remainingOn: "2026-10-30",
			},
		],
		orderEur: { min: null, max: random.int(5, 100) * 1000 },
		daysPerWeek: random.int(4, 10) / 2,
		weekdays: [...WEEK],
		windows: [{ from: "08:00", to: "16:30" }],
		minVisitHours: 2,
		closures: [{ from: "08-01", to: "08-21" }],
		coversClosures: false,
		leadTimeDays: random.int(5, 60),
		availableFrom: null,
		stock: null,
		skills: "stable",
		certificates: random.chance(0.5) ? [{ code: "certibiocide", until: "2028-01-01" }] : [],
		capabilities: { "cles-alarme": random.chance(0.5), "locaux-occupes": true },
		delivers: null,
		installs: null,
		storageM3: null,
		staffTransfer: "impossible",
		flexible: ["window"],
		verifiedOn: `2026-0${random.int(1, 9)}-15`,
		verifiedBy: random.pick(["supplier", "cress", "import"] as const),
	};
}

/** A SIRET with a right key, one per index. */
function siretOf(index: number): string {
	const body = `${100_000_000 + index * 7}0001`;
	for (let key = 0; key < 10; key++) {
		if (luhn(`${body}${key}`) % 10 === 0) return `${body}${key}`;
	}
	throw new RangeError("no key");
}

function luhn(digits: string): number {
	let sum = 0;
	for (let at = 0; at < digits.length; at++) {
		const digit = Number(digits[digits.length - 1 - at]) * (at % 2 === 1 ? 2 : 1);
		sum += digit > 9 ? digit - 9 : digit;
	}
	return sum;
}

function round(degrees: number): number {
	return Math.round(degrees * 1e5) / 1e5;
}
