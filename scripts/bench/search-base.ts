import type { Commune, Taxonomy } from "#app/domain/reference.ts";
import type { Offer, Supplier } from "#app/domain/supplier.ts";
import { KIND_CODES, MODES } from "#app/domain/vocabulary.ts";
import { type Random, seededRandom } from "#scripts/seeded-random.ts";

/** Words of names and of descriptions, as in the lists of the field. */
const OPENINGS =
	"Atelier|Ateliers|Association|Chantier|Régie de quartier|Entreprise adaptée|ESAT|Les Jardins|La Ressourcerie|Recyclerie|Le Relais|Services|Emplois|Solidarité|Coopérative|La Fabrique|Maison|Pôle|Espace|Insertion".split(
		"|",
	);
const LINKS = "de|du|des|de la|et|en|pour|".split("|");
const SENTENCES =
	"Notre équipe intervient|Nous proposons aux collectivités|L’association emploie en insertion des personnes éloignées de l’emploi|Atelier de production et de prestation|Depuis plus de vingt ans, la structure accompagne|Travail soigné et délais tenus|Devis gratuit sur demande|Chantiers et prestations sur tout le département|Accueil de salariés en parcours|Qualité suivie par un encadrant technique".split(
		"|",
	);
const ONSETS = "b|br|c|ch|cl|d|f|fl|g|gr|j|k|l|m|n|p|pl|qu|r|s|t|tr|v|".split("|");
const VOWELS = "a|e|i|o|u|ou|ai|an|en|in|on|é|è|eau|oi".split("|");
const CODAS = "|r|l|n|s|t|c|rd|nt|x|z|lle|nne|sse|ic|ac".split("|");

export interface BenchWorld {
	readonly communes: readonly Commune[];
	readonly taxonomy: Taxonomy;
}

/** Seeded fictional suppliers: about 4 offers each, segments by a Zipf law, names and texts with a vocabulary as wide as in life. */
export function* benchSuppliers(
	count: number,
	{ communes, taxonomy }: BenchWorld,
	seed = 1,
): Generator<Supplier> {
	const random = seededRandom(seed);
	const leaves = taxonomy.segments.filter((segment) => segment.parent !== null);
	const weights = leaves.map((_, rank) => 1 / (rank + 4));
	const properNouns = Array.from({ length: 60_000 }, () => properNoun(random));
	for (let index = 0; index < count; index++) {
		const commune = random.pick(communes);
		const segments = Array.from({ length: random.int(2, 6) }, () => {
			const leaf = leaves[random.weighted(weights)];
			if (!leaf) throw new RangeError("no segment");
			return leaf;
		});
		const [first] = segments;
		const name = [
			random.pick(OPENINGS),
			random.pick(LINKS),
			random.chance(0.5) ? commune.name : random.pick(properNouns),
			random.chance(0.3) ? random.pick(first?.synonyms ?? [""]) : "",
		];
		const texts = [
			...random.sample(SENTENCES, 2),
			...segments.slice(0, 2).map((segment) => random.pick([segment.label, ...segment.synonyms])),
			random.pick(properNouns),
		];
		yield {
			id: `bench-${index}`,
			name: name.filter(Boolean).join(" "),
			description: random.chance(0.7) ? texts.join(". ") : null,
			kinds: random.sample(KIND_CODES, random.int(0, 2)).map((code) => ({
				code,
				proof: random.pick(["registry", "declared"] as const),
				asOf: random.pick(["2026-01-15", "2023-05-01"]),
			})),
			ess: random.pick([true, true, false, null]),
			tags: random.chance(0.2) ? ["reemploi"] : [],
			commune: commune.code,
			postcode: commune.postcodes[0] ?? null,
			lat: commune.lat + (random.next() - 0.5) * 0.05,
			lon: commune.lon + (random.next() - 0.5) * 0.05,
			offers: [...new Set(segments)].map((segment) => drawOffer(random, segment.code, commune)),
		};
	}
}

function drawOffer(random: Random, segment: string, commune: Commune): Offer {
	return {
		segment,
		basis: random.pick(["declared", "inferred"] as const),
		modes: random.chance(0.7) ? [random.pick(MODES)] : null,
		area: {
			radiusKm: random.chance(0.5) ? random.int(10, 100) : null,
			zones: random.chance(0.4)
				? [`departement:${commune.departement}`, `commune:${commune.code}`]
				: [],
			country: random.chance(0.03),
		},
		verifiedOn: random.pick(["2026-06-01", "2024-03-01", null]),
		verifiedBy: random.pick(["supplier", "import"] as const),
	};
}

function properNoun(random: Random): string {
	const syllables = Array.from(
		{ length: random.int(2, 4) },
		() => random.pick(ONSETS) + random.pick(VOWELS),
	);
	const word = syllables.join("") + random.pick(CODAS);
	return word.charAt(0).toUpperCase() + word.slice(1);
}
