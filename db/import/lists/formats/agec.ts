import type { Hint } from "#app/domain/inference/index.ts";
import { fold } from "#app/domain/text.ts";

/** For a reuse supplier, the segments of each category of AGEC article 58, folded. */
const BY_CATEGORY: Readonly<Record<string, readonly string[]>> = {
	"materiel informatique et telephonie": ["numerique-reconditionne"],
	"materiel de reprographie et d'impression": ["copieurs-imprimantes"],
	"consommables d'impression": ["consommables-impression"],
	"fournitures de bureau": ["fournitures-bureau"],
	"mobilier et amenagement d'interieur": ["mobilier-reemploi"],
	"gros electromenager": ["electromenager-cuisine-pro"],
	textiles: ["textile-reemploi"],
	"jeux et jouets": ["jeux-jouets"],
	"articles et equipements sportifs": ["articles-sport"],
	"equipements de collecte de dechets": ["contenants-dechets"],
	"materiel d'entretien des espaces verts": ["materiel-espaces-verts"],
	"mobilier urbain": ["mobilier-urbain"],
	"batiments modulaires ou prefabriques": ["batiments-modulaires"],
	papier: ["papier"],
	"bocaux et flacons": ["vaisselle-reemployable"],
	"engins de transport et pieces detachees": ["velos"],
	vehicules: ["vehicules"],
};

/** Signs of a supplier's segments from its categories; a category that is not known gives none. */
export function agecHints(categories: string): Hint[] {
	return categories.split(";").flatMap((category) => {
		const label = category.trim();
		const segments = BY_CATEGORY[fold(label).replace(/,.*$/, "")] ?? [];
		return segments.map((segment) => ({
			segment,
			weight: 3,
			because: `catégorie AGEC « ${label} »`,
		}));
	});
}
