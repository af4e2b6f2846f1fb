import { expression } from "./numbers.ts";
import type { Sheet } from "./sheet.ts";
import type { Json } from "./types.ts";

/** Yes-or-no conditions by their usual words; a refusal comes before what it refuses. */
const CONDITIONS: readonly (readonly [field: string, value: Json, source: string])[] = [
	[
		"staffTransfer",
		false,
		"(?:sans|pas de|aucune) (?:reprise|transfert) (?:du |de |des )?(?:personnels?|salaries|contrats de travail)",
	],
	[
		"staffTransfer",
		true,
		String.raw`(?:(?:avec |y compris )?(?:reprise|transfert) (?:(?:obligatoire|eventuelle?) )?(?:du |de |des |d')?(?:personnels?|salaries|agents|contrats? de travail)(?: (?:en place|sortant|selon l'article 7|article 7|obligatoire))*|article 7(?: de la convention(?: collective)?(?: nationale)?)?|annexe 7|l\.? ?1224-1)`,
	],
	[
		"delivery",
		false,
		"(?:sans livraison|livraison non (?:comprise|incluse)|hors livraison|enlevement sur place|retrait sur place)",
	],
	[
		"delivery",
		true,
		"(?:livraisons? (?:(?:sur (?:site|place)|a domicile) )?(?:(?:est |sont )?(?:compris|inclus|demande|attendue|necessaire)(?:e|es|s)?)|(?:(?:avec|y compris|et) (?:la )?|(?<=[,;(:•] ?|- ))livraisons?(?! (?:de|des|du|d'|uniques?|fractionn|echelonn|etale|express|(?:a|en) (?:velo|triporteur))|s)|(?<=(?:fourniture|achat|acquisition|location)s? et )livraisons?|livre(?:e|s|es)?(?: sur (?:site|place))?|a livrer|livraison sur (?:site|place)|livraison et(?= (?:installation|montage|pose|mise en place)))",
	],
	[
		"installation",
		false,
		"(?:sans (?:installation|montage|pose)|hors (?:pose|montage|installation)|(?:installation|montage|pose) non compris(?:e)?)",
	],
	[
		"installation",
		true,
		"(?:(?:installation|montage|mise en place|pose|mise en service) (?:sur (?:site|place) )?(?:compris|inclus|demande)(?:e|es|s)?|(?:(?:avec|et|y compris) (?:l'|la |le )?|(?<=[,;(] ?))(?:installation|montage|mise en place|mise en service)(?! de| d')(?: sur (?:site|place))?|(?:et |, ?)?(?:installe|monte)(?:e|s|es)|a monter|a installer)",
	],
	[
		"eInvoicing",
		"chorus",
		"(?:(?:factur(?:es?|ation)|depot) (?:electronique |dematerialisee? )?(?:sur |via |par |dans )?chorus(?:[- ]pro)?|chorus(?:[- ]pro)?|factur(?:es|ation) (?:electroniques?|dematerialisees?))(?: (?:obligatoire|exigee?))?",
	],
	[
		"consortiaAllowed",
		false,
		"(?:groupements?|co-?traitance) (?:(?:est |sont )?(?:interdit|refuse|exclu|non (?:admis|accepte|autorise|permis))(?:e|es|s)?)|(?:sans|pas de) (?:groupement|co-?traitance)",
	],
	[
		"consortiaAllowed",
		true,
		"(?:groupements?(?: (?:momentanes?|d'entreprises|d'operateurs|conjoints?|solidaires?))*|co-?traitance)(?: (?:est |sont |)?(?:accepte|autorise|admis|possible|bienvenu|permis|souhaite)(?:e|es|s)?)|(?:reponse|repondre|candidature)s? en groupement(?: (?:possible|acceptee?|autorisee?))?",
	],
	[
		"continuity",
		true,
		"(?:(?:tout(?:e)? (?:au long de )?l'annee(?: sans interruption)?|12 mois sur 12|sans (?:aucune )?(?:interruption|fermeture|coupure)(?: (?:annuelle|estivale|l'ete))?|continuite (?:de|du) service(?: (?:exigee|assuree|obligatoire))?|y compris (?:en ete|l'ete|en aout|au mois d'aout|pendant (?:les )?(?:vacances|conges)(?: scolaires| d'ete)?|(?:les )?vacances scolaires|(?:les )?conges(?: d'ete)?)))",
	],
	[
		"firmStock",
		false,
		"(?:lots? unitaires?|pieces? uniques?|au fil de l'eau|depareille(?:e|s|es)?|selon (?:arrivages?|(?:les )?disponibilites?|gisements?|stocks?)|quantites? (?:non fermes?|indicatives?|variables?|a ajuster)|(?:commandes?|livraisons?) (?:fractionnees?|echelonnees?|etalees?)|modeles? (?:differents|varies)|en (?:plusieurs|deux|trois|quatre|\\d) fois|par petites commandes|petites commandes)",
	],
	[
		"firmStock",
		true,
		"(?:(?:(?:tou(?:te)?s )?identiques?)|quantites? fermes?|stocks? (?:fermes?|garantis?)|(?:commande|lot) ferme|lot homogene|modele (?:homogene|unique)|meme modele|livraison unique|en une (?:seule )?fois|en une seule livraison)",
	],
];

const PATTERNS = CONDITIONS.map(
	([field, value, source]) =>
		[field, value, expression(String.raw`(?<![\p{L}\d])(?:${source})(?![\p{L}\d])`)] as const,
);

/** Delivery, installation, staff transfer, invoicing, consortia, continuity, firm or split orders. */
export function readConditions(sheet: Sheet): void {
	for (const [field, value, pattern] of PATTERNS) {
		for (const hit of sheet.find(pattern)) sheet.say(field, value, hit);
	}
}
