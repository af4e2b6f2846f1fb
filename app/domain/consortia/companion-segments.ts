import type { Taxonomy } from "../reference.ts";

/** Reuse leaves and the families that they overlap: a ressourcerie and a joiner may answer to the same need. */
const REUSE_OVERLAPS: readonly (readonly [string, readonly string[]])[] = [
	[
		"mobilier-reemploi",
		[
			"mobilier-bureau",
			"mobilier-collectivite",
			"mobilier-hebergement",
			"agencement-decoration",
			"montage-assemblage",
		],
	],
	["materiaux-reemploi", ["materiaux-quincaillerie", "menuiserie", "deconstruction-selective"]],
	["numerique-reconditionne", ["materiel-informatique", "deee"]],
	["textile-reemploi", ["vetements-travail", "linge-maison"]],
	["materiel-culturel-reemploi", ["scenographie-expositions", "materiel-scenique-evenementiel"]],
	["ressourcerie-debarras", ["encombrants-dechetteries"]],
	["atelier-reparation", ["couture-retouche", "electromenager-cuisine-pro"]],
];

/** How an offer stands to another supplier's: on the same segment, or on one that completes it. */
export type Companionship = "same" | "complementary";

/**
 * The segments with which an offer could be completed. Complementary ones are the sibling leaves of the same parent, the parent itself, and
 * for reuse the families that its leaves overlap, in both directions.
 */
export function companionSegments(
	own: readonly string[],
	taxonomy: Taxonomy,
): ReadonlyMap<string, Companionship> {
	const found = new Map<string, Companionship>();
	for (const code of own) {
		const parent = taxonomy.get(code)?.parent ?? code;
		found.set(parent, "complementary");
		for (const sibling of taxonomy.children(parent)) found.set(sibling.code, "complementary");
		for (const [leaf, families] of REUSE_OVERLAPS) {
			if (leaf === code) for (const family of families) found.set(family, "complementary");
			if (families.includes(code)) found.set(leaf, "complementary");
		}
	}
	for (const code of own) found.set(code, "same");
	return found;
}
