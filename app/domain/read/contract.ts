import { countOfWord } from "../french-format.ts";
import { expression, NUMBER, numberOf } from "./numbers.ts";
import { type Hit, type Sheet, UNDERSTOOD } from "./sheet.ts";

const MAX_MONTHS = 600;
const UNIT = String.raw`(ans?|annees?|mois)(?![\p{L}\d])`;

const RENEWED = "(?:renouvelables?|reconductibles?|renouvellements?|reconductions?)";
/** « renouvelable 3 fois », « reconductible tacitement deux fois un an », « renouvelable une fois par période de 12 mois ». */
const RENEWED_TIMES = expression(
	String.raw`\b${RENEWED}(?: (?:tacitement|expressement|par tacite reconduction|tacites?|possibles?|annuelles?))*(?: (?:de|jusqu'a|au plus|maximum))? ${NUMBER} ?fois(?:,? (?:(?:par|pour|de) )?(?:(?:une|des) )?(?:(?:periodes?|durees?) (?:successives? )?(?:de|d') ?)?(?:un|1|12) ?(?:ans?|mois)\b)?`,
);
const TIMES_RENEWED = expression(
	`${NUMBER} ?(?:${RENEWED})(?: (?:tacites?|possibles?|annuelles?|d'un an|de 12 mois|d'une annee))*`,
);
/** « renouvelable dans la limite de 4 ans »: how long it lasts with its renewals. */
const LIMIT = expression(
	String.raw`\b(?:dans la limite|sans (?:pouvoir )?(?:exceder|depasser)|jusqu'a(?: un maximum)?|pour une duree (?:totale|maximale|maximum))(?: (?:d'une|une|la) duree)?(?: (?:totale|maximale|maximum))* ?(?:de|d')? ?${NUMBER} ?${UNIT}(?: (?:au total|au maximum|maximum|renouvellements? compris))*`,
);
/** A period that says something else than how long the contract lasts. */
const NOT_A_DURATION =
	/(?:tous les|toutes les|chaque|par|il y a|depuis|dernieres?|derniers?|periodes? de|sous|delai de|dans|preavis de|essai de|d'ici|\d (?:a|ou|et|-)) ?$/;
/** An amount stands right before. */
const OF_AMOUNT =
	/(?:€|euros?|(?<![\p{L}])(?:ht|ttc)|\d ?[km])\)?(?: ?(?:ht|ttc|hors taxes|\/ ?an(?:nee)?|par an(?:nee)?|annuels?))*\)? ?$/u;
const DURATION = expression(
	String.raw`(?:\b(?:pour une |sur une |d'une |une )?(?:duree|periode)(?: (?:totale|ferme|initiale|maximale|maximum|globale|du marche|du contrat|prevue|est|fixee|a))* ?(?:de|:|d')? ?|\b(?:pour|sur|pendant) )?${NUMBER} ?${UNIT}(?: fermes?)?`,
);

/** Length and renewals. Weeks and days have no place in the need: they stay visible. */
export function readContractLength(sheet: Sheet): void {
	for (const pattern of [RENEWED_TIMES, TIMES_RENEWED]) {
		for (const hit of sheet.find(pattern)) {
			const times = numberOf(hit.group(1));
			if (times !== null && times >= 1 && times <= 20 && Number.isInteger(times)) {
				sheet.say("contract.renewals", times, hit);
			}
		}
	}
	for (const hit of sheet.find(expression(String.raw`\bnon (?:renouvelable|reconductible)\b`))) {
		sheet.say("contract.renewals", 0, hit);
	}
	const limits = [...sheet.find(LIMIT)].filter(({ start }) =>
		/renouvel|recondu/.test(sheet.before(start, 80)),
	);
	for (const limit of limits) sheet.setAside(limit);
	for (const hit of sheet.find(DURATION)) {
		const before = sheet.before(hit.start);
		// « 1,2 M€ sur 4 ans » is read with its amount.
		const isOfAmount = /^(?:sur|pour) /.test(hit.text) && OF_AMOUNT.test(before);
		if (NOT_A_DURATION.test(before) || isOfAmount) continue;
		// « 10 mois sur 12 » is a rhythm.
		if (/^ ?(?:sur|\/|par) ?(?:12|douze|an)/.test(sheet.after(hit.end))) {
			sheet.setAside(hit);
			continue;
		}
		const months = monthsOf(hit);
		if (Number.isInteger(months) && months >= 1 && months <= MAX_MONTHS) {
			sheet.say("durationMonths", months, hit);
		}
	}
	for (const limit of limits) readLimit(sheet, limit);
	const isCounted = sheet.mentions.some(({ field }) => field === "contract.renewals");
	for (const hit of sheet.find(
		expression(String.raw`\b(?:renouvelable|reconductible)s?(?: (?:tacitement|expressement))?\b`),
	)) {
		if (isCounted) sheet.mark(hit, UNDERSTOOD);
		else
			sheet.warn("Le nombre de renouvellements n’est pas dit : indiquez-le s’il est connu.", hit);
	}
}

/** What the renewals may reach gives their number, when they are as long as the contract; else it stays visible. */
function readLimit(sheet: Sheet, limit: Hit): void {
	const months = monthsSaid(sheet);
	const times = months === null ? 0 : monthsOf(limit) / months - 1;
	if (months === null || times < 1 || times > 20 || !Number.isInteger(times)) return;
	const said = sheet.mentions.find(({ field }) => field === "contract.renewals")?.value;
	if (said !== undefined && said !== times) return;
	sheet.say("contract.renewals", times, limit);
	if (said === undefined) {
		sheet.warn(
			`« ${sheet.quote(limit)} » est compris comme ${countOfWord(times, "renouvellement")} de ${countOfWord(months, "mois", "mois")} : corrigez si ce n’est pas cela.`,
			limit,
		);
	}
}

function monthsOf(hit: Hit): number {
	return (numberOf(hit.group(1)) ?? 0) * (hit.group(2).startsWith("m") ? 1 : 12);
}

const FORMS: readonly (readonly [RegExp, "framework" | "one-off"])[] = [
	[
		/\b(?:accords?[- ]cadres?(?: (?:mono|multi)-?attributaires?)?(?: (?:a|avec)(?: emission de)? bons? de commande)?|(?:marches? )?(?:a |avec )?(?:emission de )?bons? de commandes?|marches? a commandes?|marches? subsequents?)\b/g,
		"framework",
	],
	[
		/\b(?:marches? (?:unique|ponctuel|ordinaire|simple)s?|(?:commande|achat|prestation|besoin|intervention|operation) (?:unique|ponctuel(?:le)?)s?|une (?:seule )?commande unique|ponctuel(?:le)?ment)\b/g,
		"one-off",
	],
];

const ONE_LOT =
	/\b(?:(?:en )?(?:un )?(?:lot unique|seul lot)|(?:marche |consultation )?non allotie?|sans allotissement)\b/g;

/** Framework agreement or one contract, and what is not cut into lots. */
export function readContractForm(sheet: Sheet): void {
	for (const hit of sheet.find(ONE_LOT)) sheet.say("maxLots", 1, hit);
	for (const [pattern, form] of FORMS) {
		for (const hit of sheet.find(pattern)) sheet.say("contract.form", form, hit);
	}
}

/** The months that the text says, before the need is put together; null when it says none. */
export function monthsSaid(sheet: Sheet): number | null {
	const said = sheet.mentions.find(({ field }) => field === "durationMonths")?.value;
	return typeof said === "number" ? said : null;
}
