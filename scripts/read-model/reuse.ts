import type { TaxonomyIndex } from "#app/domain/taxonomy.ts";

/** What each reuse segment sells again: new, it belongs to these. */
const NEW_OF_REUSED: Readonly<Record<string, readonly string[]>> = {
	"mobilier-reemploi": [
		"mobilier-bureau",
		"mobilier-collectivite",
		"mobilier-hebergement",
		"agencement-decoration",
	],
	"materiaux-reemploi": ["materiaux-quincaillerie", "menuiserie", "sols-carrelage"],
	"numerique-reconditionne": ["materiel-informatique", "copieurs-imprimantes"],
	"textile-reemploi": ["vetements-travail", "linge-maison"],
	"materiel-culturel-reemploi": ["scenographie-expositions", "materiel-scenique-evenementiel"],
};

const REUSE_WORDS = [
	"de réemploi",
	"d’occasion",
	"de seconde main",
	"reconditionnés",
	"issus du réemploi",
	"récupérés",
];

/** « chaises de seconde main », which no synonym says whole: the names of new things, and words of reuse in turn. */
export function reuseTexts(
	taxonomy: TaxonomyIndex,
): { readonly segment: string; readonly text: string }[] {
	return Object.entries(NEW_OF_REUSED).flatMap(([segment, sources]) =>
		sources
			.flatMap((code) => taxonomy.get(code)?.synonyms ?? [])
			.map((synonym, turn) => ({
				segment,
				text: `${synonym} ${REUSE_WORDS[turn % REUSE_WORDS.length]}`,
			})),
	);
}
