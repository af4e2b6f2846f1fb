import type { Sheet } from "./sheet.ts";

/** Numbers that are no quantity: references, telephone numbers, articles, addresses, ages, guarantees, deadlines. */
const REFERENCES: readonly RegExp[] = [
	/\b(?:siret|siren)\b[^\d\n]{0,6}\d[\d ]{7,16}\d/g,
	/(?<!\d)\d{3} ?\d{3} ?\d{3} ?\d{5}(?!\d)/g,
	/(?<![\d,.])(?:\+33 ?(?:\(0\) ?)?|0)[1-9](?:[ .-]?\d{2}){4}(?!\d)/g,
	/\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
	/\b(?:https?:\/\/|www\.)[^\s]+/g,
	/\blots? ?(?:n ?[°o]s? ?)?\d{1,3}[a-z]?\b(?:(?:,| et| a| -) ?\d{1,3}\b(?! ?(?:k?€|m2|euros)))*/g,
	/\b(?:tranche|phase|annexe|batiment|bat|niveau|etage|salle|porte|zone|secteur|groupe|classe) ?(?:n ?° ?)?\d{1,3}\b/g,
	/\b(?:n ?°|numero|ref(?:erence)?\.?|dossier|consultation|marche n) ?:? ?(?:[a-z]{0,6}[-_ ]?)?\d[\w./-]*/g,
	/\b(?:marches?|contrats?|accords?-cadres?) (?:19|20)\d{2}[-_/.]\w+(?:[-_/.]\w+)*/g,
	/\b(?:articles?|art\.?) ?(?:[lrd]\.? ?)?\d[\d-]*(?: (?:et suivants|a|et) (?:[lrd]\.? ?)?\d[\d-]*)?/g,
	/\b[lrd]\.? ?\d{3,4}-\d+(?:-\d+)*/g,
	/\b(?:r[dn]|route departementale|route nationale) ?\d{1,4}\b/g,
	/(?<![\d.,])\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|av\.|boulevard|bd|place|chemin|impasse|allee|quai|route|cours)\b(?: (?:de|du|des|la|le|les|d'|l')+)?(?: ?[\p{L}'-]+){1,4}/gu,
	/\b(?:ages?|agees?|enfants?|jeunes|seniors?|mineurs?|eleves)\b[^.,;\n\d]{0,15}\d{1,2}(?: ?(?:a|-|et) ?\d{1,2})? ?ans\b/g,
	/\b(?:plus|moins) de \d{1,2} ans\b(?: d'[\p{L}]+)?/gu,
	/\b(?:\d{1,2}|deux|trois|cinq|dix) ans d'(?:experience|anciennete|existence|age)/g,
	/\b(?:experience|anciennete)\b[^.,;\n\d]{0,15}\d{1,2} ans\b/g,
	/\bgaranti\p{L}*[^.,;\n\d]{0,15}\d{1,2} ?(?:ans?|mois)\b/gu,
	/\b(?:sous|dans (?:un|les) (?:delai (?:maximum |maximal )?de )?|delai[^.,;\n\d]{0,25}) ?\d{1,3} ?(?:h|heures?|jours?|j|semaines?|mois)\b(?: (?:ouvres|ouvrables|calendaires))?/g,
	/\b(?:remise des (?:offres|plis)|date limite|reponse|avant)(?: [\p{L}' ]{0,25})?(?: le|:)? ?\d{1,2}(?:\/\d{1,2}(?:\/\d{2,4})?| (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)(?: \d{4})?)/gu,
	/\b(?:avant|d'ici)(?: a)? (?:la )?(?:(?:l'ete|l'hiver|l'automne|le printemps|la rentree|rentree|noel|paques)|(?:fin|mi|debut)(?: |-)(?:de |d')?(?:l'annee|annee|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|20\d{2}))(?: 20\d{2})?(?![\p{L}\d])/gu,
	/\brespectivement\b[^.;\n]*/g,
	/\b(?:exercices?|annees?|millesime|programme|saison|campagne) (?:19|20)\d{2}(?: ?(?:-|a|et|\/) ?(?:19|20)?\d{2})?(?!\d)/g,
	/(?<![\d.,-])\d+ ?(?:heures?|h) (?:d'insertion|d'heures d'insertion)\b/g,
	/(?<![\d.,-])\d+(?:,\d+)? ?%/g,
	/(?<![\d.,])\d+ ?lots?\b/g,
];

/** Keeps the numbers that name something from those who look for quantities. They stay visible as not understood. */
export function readReferences(sheet: Sheet): void {
	for (const reference of REFERENCES) for (const hit of sheet.find(reference)) sheet.setAside(hit);
}
