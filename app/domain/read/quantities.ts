import { formatQuantity } from "../french-labels.ts";
import type { Period, Unit } from "../vocabulary.ts";
import { BETWEEN, expression, NUMBER, numberOf } from "./numbers.ts";
import type { Hit, Sheet } from "./sheet.ts";

/** Objects that are bought by the piece. */
const OBJECTS =
	"chaises?|tables?|fauteuils?|bureaux|postes?(?: de travail| informatiques?)?(?! (?:de|d'|a)\\b)|ramettes?|armoires?|caissons?|etageres?|bancs?|tabourets?|canapes?|lits?|matelas|sommiers?|ordinateurs?|pc|portables?|ecrans?|tablettes?|telephones?|smartphones?|imprimantes?|serveurs?|claviers?|tenues?|blouses?|vetements?|polos?|t-?shirts?|pantalons?|vestes?|gilets?|casquettes?|chaussures?|paires?|draps?|serviettes?|nappes?|rideaux|sacs?|tote-?bags?|coussins?|plants?|arbres?|arbustes?|bacs?|poubelles?|corbeilles?|composteurs?|palettes?|cartons?|colis|paniers?|coffrets?|exemplaires?|flyers?|affiches?|depliants?|brochures?|livrets?|cartes?|enveloppes?|plis|courriers?|lettres?|badges?|panneaux|medailles?|trophees?|gobelets?|verres?|assiettes?|couverts reutilisables|portes?|fenetres?|velos a reparer|nichoirs?|jardinieres?|documents?|dossiers?|pages?|unites?|pieces?|articles?|objets?|equipements?|mobiliers?|meubles?|appareils?|pains?|baguettes?|viennoiseries?|sieges?|vestiaires?|casiers?|cloisons?|luminaires?|supports?|kits?|goodies";

const UNITS: readonly (readonly [Unit, string])[] = [
	["m2", String.raw`m2|metres? carres?|m\. ?carres?|ha|hectares?`],
	["m3", "m3|metres? cubes?"],
	["ml", "ml|metres? lineaires?|m lineaires?|metres?"],
	["kg", "kg|kilos?|kilogrammes?"],
	["t", "t|tonnes?"],
	["h", "h|heures?"],
	["day", "jours? d'(?:intervention|animation|accompagnement)|(?<!demi-)journees?"],
	[
		"meal",
		"repas|couverts?|plateaux(?:[- ]repas)?|plateau[- ]repas|dejeuners?|diners?|petits[- ]dejeuners|menus?|buffets?|cocktails?",
	],
	[
		"person",
		"personnes?|convives?|participants?|invites|beneficiaires?|stagiaires?|salaries|agents?|etp|places?",
	],
	["vehicle", "vehicules?|voitures?|velos?|camions?|fourgons?|trottinettes?"],
	["intervention", "interventions?|passages?|demenagements?|enlevements?|rotations?|tournees?"],
	["piece", OBJECTS],
];
const ANY_UNIT = UNITS.map(([, words]) => words).join("|");
/** « 3 t de papier »: what is measured has no size of its own. */
const MEASURES = UNITS.slice(0, 6)
	.map(([, words]) => words)
	.join("|");

const PERIODS: readonly (readonly [Period, string])[] = [
	["year", "an|ans|annee|annuel(?:le)?s?"],
	["month", "mois|mensuel(?:le)?s?"],
	["week", "semaines?|sem|hebdomadaires?|hebdo|s"],
	["day", "jour|jours|j|quotidien(?:ne)?s?|journali(?:er|ere)s?"],
	["visit", "passage|visite|intervention"],
	["order", "commande|livraison|lot|evenement"],
];
const ANY_PERIOD = PERIODS.map(([, words]) => words).join("|");
/** « 900 m² hebdomadaires ». */
const PERIOD_ADJECTIVE =
	"annuel(?:le)?s?|mensuel(?:le)?s?|hebdomadaires?|quotidien(?:ne)?s?|journali(?:er|ere)s?";
const PER = String.raw`(?: (?:de |d')?[\p{L}-]+){0,3}?(?: ?(?:par|\/|chaque|a la|a l') ?(${ANY_PERIOD})(?![\p{L}])| (${PERIOD_ADJECTIVE})(?![\p{L}]))`;

const AMOUNT = `${NUMBER} ?`;
const ADJECTIVE =
	"(?:(?:petits?|petites?|grandes?|grands?|nouveaux|nouvelles|vieux|vieilles|anciens?|anciennes|de |d')+ ?)?";
const MEASURED = String.raw`${ADJECTIVE}(${ANY_UNIT})(?![\p{L}\d])`;
const RANGE = expression(
	String.raw`\b(?:entre |de )?${NUMBER} ?(?:m2|kg|t)? ?${BETWEEN} ?${AMOUNT}${MEASURED}(?:${PER})?`,
);
const QUANTITY = expression(`${AMOUNT}${MEASURED}(?:${PER})?`);

/** What the quantity's own words do not say is left to the segment's habits: `per` null. */
export interface SaidQuantity {
	readonly amount: number;
	readonly unit: Unit;
	readonly per: Period | null;
}

/** Quantities with their unit and, when it is said, their period. */
export function readQuantities(sheet: Sheet): void {
	for (const hit of sheet.find(RANGE)) {
		const low = numberOf(hit.group(1));
		const high = quantityOf(hit, 2);
		if (low === null || high === null || low >= high.amount) continue;
		sheet.say("quantity", { ...high }, hit);
		sheet.ask(
			{
				about: "quantity",
				path: "quantity",
				text: `« ${sheet.quote(hit)} » : quelle quantité retenir ? La plus haute l’est pour l’instant.`,
				options: [low, high.amount].map((amount) => ({
					label: formatQuantity({ ...high, amount, per: high.per ?? "order" }).replace(
						high.per === null ? / par commande$/ : /$^/,
						"",
					),
					value: { ...high, amount },
				})),
				chosen: 1,
			},
			hit,
		);
	}
	for (const hit of sheet.find(QUANTITY)) {
		const quantity = quantityOf(hit, 1);
		if (quantity === null || isAboutSomethingElse(sheet, hit, quantity)) continue;
		if (isOfEach(sheet, hit)) {
			// The number alone: what is counted may still say what is bought.
			sheet.setAside({ start: hit.start, end: hit.start + hit.group(1).length });
			continue;
		}
		sheet.say("quantity", { ...quantity }, hit);
	}
}

const M2_PER_HECTARE = 10_000;

/** « un repas », « une table »: an article, not a count. */
const ARTICLE = /^(?:un|une)$/;

function quantityOf(hit: Hit, group: number): SaidQuantity | null {
	const written = hit.group(group);
	const amount = numberOf(written);
	const unit = UNITS.find(([, words]) => matches(words, hit.group(group + 1)))?.[0];
	if (amount === null || amount <= 0 || unit === undefined || ARTICLE.test(written)) return null;
	const period = hit.group(group + 2) || hit.group(group + 3);
	const per = PERIODS.find(([, words]) => matches(words, period))?.[0] ?? null;
	const isHectares = /^h(?:a|ectares?)$/.test(hit.group(group + 1));
	return { amount: isHectares ? Math.round(amount * M2_PER_HECTARE) : amount, unit, per };
}

function matches(words: string, text: string): boolean {
	return text !== "" && new RegExp(`^(?:${words})$`).test(text);
}

const FEW =
	"deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante";
/** Words of which a number says how much or how long, not how many. */
const NOT_THINGS =
	"ans?|annees?|mois|semaines?|jours?|fois|passages?|interventions?|visites?|km|euros?";
/** « 8 sessions de 10 personnes », « 12 collèges de 800 m² », « dont 300 m² », « 30 et 50 m² ». */
const OF_EACH_BEFORE = new RegExp(
	String.raw`(?<![\p{L}\d])(?:(?:\d+|${FEW}) (?!(?:${NOT_THINGS}|${MEASURES})(?![\p{L}]))[\p{L}-]+(?: [\p{L}-]+)? (?:de|d'|a|x) ?|dont (?:environ |pres de )?|\d (?:et|ou) )$`,
	"u",
);
/** « 800 m² par site », « 2 h chacun ». */
const OF_EACH_AFTER =
	/^ ?(?:chacune?s?|(?:x|\*) ?\d+|(?:par|\/|pour chaque|dans chaque) ?(?:sites?|batiments?|ecoles?|colleges?|lycees?|agences?|etablissements?|communes?|residences?|salles?|classes?|agents?|personnes?|eleves?|enfants?|convives?|beneficiaires?|participants?|postes?|vehicules?|groupes?|sessions?|logements?|immeubles?))(?![\p{L}])/u;

/** The size of one among several, or a part of what is already counted: no total can be said. */
function isOfEach(sheet: Sheet, { start, end }: Hit): boolean {
	return OF_EACH_BEFORE.test(sheet.before(start)) || OF_EACH_AFTER.test(sheet.after(end));
}

/** Days a week, hours of the clock and the hours of a social clause are read elsewhere. */
function isAboutSomethingElse(sheet: Sheet, hit: Hit, { unit, per }: SaidQuantity): boolean {
	if ((unit === "intervention" || unit === "day") && (per === "week" || per === null)) return true;
	if (unit !== "h")
		return unit === "t" && /^\d+ ?t$/.test(hit.text) && per === null && isVehicleClass(sheet, hit);
	const isClock = /(?:avant|apres|des|a|jusqu'a|de|vers|entre|et|-) ?$/.test(
		sheet.before(hit.start, 12),
	);
	return (per === null && isClock) || /^ ?(?:d'insertion|\d)/.test(sheet.after(hit.end));
}

/** « camion de 3,5 t ». */
function isVehicleClass(sheet: Sheet, hit: Hit): boolean {
	return /(?:camions?|poids lourds?|vehicules?|benne)[^.\n]{0,12}$/.test(
		sheet.before(hit.start, 25),
	);
}

const SITE_NOUN =
	"sites?|batiments?|colleges?|lycees?|ecoles?|groupes? scolaires?|creches?|gymnases?|mairies?|mediatheques?|bibliotheques?|agences?|antennes?|ehpad|residences?|foyers?|hopitaux|cliniques?|cimetieres?|stades?|salles? (?:polyvalentes?|des fetes|municipales?)|casernes?|commissariats?|tribunaux|piscines?|dechetteries?|points? de (?:collecte|livraison)|lieux|implantations?|etablissements?|communes?|musees?|maisons? (?:de quartier|des solidarites|france services)|cantines?|restaurants? (?:scolaires?|administratifs?)|gares?|parcs?|squares?|magasins?|entrepots?|immeubles?|ateliers?|centres? (?:de secours|sociaux|medicaux?|medico-sociaux|techniques?)|edifices?|unites? territoriales?|micro-?creches?";
const SITES = expression(
	String.raw`${NUMBER} ?(?:(?:petits?|grands?|autres|principaux|anciens?) )?(?:${SITE_NOUN})(?![\p{L}])`,
);

/** « 12 collèges »: how many places, not a quantity of what is bought. One is no count. */
export function readSiteCount(sheet: Sheet): void {
	for (const hit of sheet.find(SITES)) {
		const count = numberOf(hit.group(1));
		if (count !== null && count > 1 && count <= 2000 && Number.isInteger(count)) {
			sheet.say("siteCount", count, hit);
		}
	}
}
