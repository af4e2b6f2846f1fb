import type { Taxonomy } from "../reference.ts";
import { foldedWords } from "../text.ts";

/** Words of sentences about purchases that are also names of communes: alone, they name no place. */
const EVERYDAY =
	"hopital hopitaux clinique cote cotes secteur quartier zone centrale ancien ancienne nouveau rue ville mer mers bois bains bain bourg bourgs port pont ponts mont monts marche marches salle salles chambre chambres garde halles poste gare val vals vallee vallees plaine plaines source sources fontaine fontaines bar die eu y sens saint sainte chapelle eglise tour tours arc ars ay us ry bu by gy oz uz aa ur sus sur sous les le la des den art artes arts cours cour court champ champs pin pins chene chenes vert verte vertes rouge rouges blanc blanche noir noire grand grande grands petit petite petits neuf neuve neuves vieux vieille haut haute hauts bas basse croix roche roches pierre pierres terre terres sable sables ile iles lac lacs etang etangs bord bords passage passages pas ban bans bon bonne bons mars aout mai juin lundi mardi orange nice gap foix auto lot lots nord sud est ouest centre somme cher manche reunion landes colombier moulin moulins forge forges four fours puits mine mines mouille selle selles mesure mesures moyen moyenne site sites parc parcs place places pavillon pavillons fort forts montagne montagnes colline collines riviere rivieres plan plans plage pau lens mure mures barre barres beton vis clef cles clefs lit lits table tables banc bancs sac sacs taxi duree lettre avant apres long longue longues lieu lieux mairie comps comptes compte bonnes choix total ruelle cite cites culture ouvrage service ecole college lycee monnaie paix espoir joie gouts gout repas bureau villa villes villers rang rangs trois deux sept huit neuf six dix cent mille vingt onze une seul seule don dons dun lux mas maison maisons village villages hameau domaine chateau castel tournant bataille bataillon chaux chaume chaumes marais ormes orme if ifs frene frenes hetre saules saule noyer noyers cerisiers pommier poirier vigne vignes ble bles ourches velle selles cars car allee allees trait traits trame arche arches anse barrage canal quai quais digue ecluse bassin bassins".split(
		" ",
	);

/** Words that a sentence may use without naming the commune that bears them: the taxonomy's, and everyday ones. */
export function commonWords(taxonomy: Taxonomy): ReadonlySet<string> {
	const words = new Set(EVERYDAY);
	for (const { label, synonyms } of taxonomy.segments) {
		for (const phrase of [label, ...synonyms]) {
			for (const word of foldedWords(phrase)) words.add(word);
		}
	}
	return words;
}
