import type { Span } from "./folded-text.ts";
import { SET_ASIDE, type Sheet, UNDERSTOOD } from "./sheet.ts";

/** Words that carry no condition by themselves: articles, and what every request says. */
const SMALL = new Set(
	"confier passer lancer remercions remercie salutations cdt cdlt bien veuillez agreer effet compter objet total numero present vue cadre cpv tel mail ville commune communes pose a afin ai ainsi alors annee annuel annuelle annuels annuelles ans apres as assurer au aupres aussi autour aux avec avoir avons besoin besoins bonjour budget c ca car ce ceci cela celle celui ces cet cette ceux chaque cherche cherchent cherchons chercher ci comme compris comprise compter concerne concernant concernent consultation contrat cordialement d dans de debut demande demandee demandees des devis devra devront different differents dispose disposer divers diverses doit doivent donc dont du duree effectuer elle elles en enlever ensemble entre enveloppe environ est et etc etes etre eux executer exterieur faire fait faut fera fin font fourniture fournitures fournir fournisseur fournisseurs ht hors il ils j je jour jours jusqu l la le les leur leurs local lui ma mais marche marches me mettre mise mission missions moi mois mon montant n ne nos notre nous objet offre offres on ont operation organiser ou par pas pendant plus pour pourquoi pres presente prestataire prestataires prestation prestations prevoir prevu prevue public publics puis qu quand que quel quelle quelles quelqu quels qui quoi realisation realise realiser recherche recherchons rechercher s sa sans se semaine ses si soient soit son sont souhaite souhaitee souhaiterait souhaitons structure structures sur surface superficie t ta te tel telle titulaire ton tous tout toute toutes travaux tres type types un une unite uniquement urgent va vers voici vont vos votre voudrait voudrions vous y achat achats acheter location procedure appel lot lots estime estimee estimes maximum minimum max min moyenne soiree heures heure h merci monsieur madame attendue necessaire necessaires relatif relative relatifs relatives relation lieu lieux site sites compte service services divers tacite forfait forfaitaire".split(
		" ",
	),
);
const WORD = /[\p{L}\p{N}]+/gu;

/** The words that nothing read, gathered where only small words stand between them. */
export function notUnderstood(sheet: Sheet, understood: readonly Span[]): Span[] {
	const { folded } = sheet;
	const isRead = (start: number, end: number) => {
		const [from, to] = folded.spanOf(start, end);
		return understood.some(([first, last]) => first < to && from < last);
	};
	const spans: { start: number; end: number }[] = [];
	let open: { start: number; end: number } | null = null;
	for (const match of folded.text.matchAll(WORD)) {
		const start = match.index;
		const end = start + match[0].length;
		const state = sheet.stateAt(start);
		if (state === UNDERSTOOD || (state !== SET_ASIDE && isRead(start, end))) {
			open = null;
			continue;
		}
		if (state !== SET_ASIDE && SMALL.has(match[0])) continue;
		if (open && !/[.;:!?\n]\s/.test(folded.text.slice(open.end, start))) open.end = end;
		else {
			open = { start, end };
			spans.push(open);
		}
	}
	return spans.map(({ start, end }) => folded.spanOf(start, end));
}
