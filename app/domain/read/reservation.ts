import { RESERVATION_LABELS } from "../french-labels.ts";
import { KIND_CODES, type KindCode, RESERVATIONS, type Reservation } from "../vocabulary.ts";
import { expression } from "./numbers.ts";
import type { Hit, Sheet } from "./sheet.ts";

/** Names of the kinds. One-word acronyms that are also French words (`ai`, `ei`, `ea`) want company. */
const KIND_WORDS: readonly (readonly [readonly KindCode[], string])[] = [
	[
		["ESAT"],
		String.raw`e\.?s\.?a\.?t\.?s?|etablissements? (?:et|ou) services? d'(?:aide|accompagnement) par le travail`,
	],
	[["EATT"], "eatt|entreprises? adaptees? de travail temporaire"],
	[["EA"], "entreprises? adaptees?"],
	[
		["ESAT", "EA"],
		"secteurs? (?:du travail )?(?:protege et adapte|adapte et protege|protege|adapte|du handicap)|stpa|travail protege|handicap",
	],
	[["ETTI"], "ettis?|entreprises? de travail temporaire d'insertion"],
	[["EITI"], "eitis?"],
	[["ACI"], "acis?|(?:ateliers? (?:et|ou) )?chantiers? d'insertion"],
	[["AI"], "associations? intermediaires?"],
	[["GEIQ"], "geiqs?"],
	[["EI"], "entreprises? d'insertion(?! par)"],
	[
		["EI", "ACI", "AI", "ETTI"],
		"siaes?|structures? (?:de l'|d')insertion(?: par l'activite economique)?|iae|(?:secteur de l')?insertion par l'activite economique|acteurs? de l'insertion",
	],
	[
		["SEP"],
		"travail (?:en )?(?:milieu )?(?:penitentiaire|en prison|en detention)|milieu penitentiaire|administration penitentiaire|etablissements? penitentiaires?|personnes detenues|detenus",
	],
	[["EBE"], "ebes?|entreprises? a but d'emploi"],
	[["TIH"], "tih|travailleurs? independants? handicapes?"],
];
const SHORT: Readonly<Record<string, KindCode>> = { ea: "EA", ei: "EI", ai: "AI", sep: "SEP" };
/** Who is served or where, as often as by whom: only a reservation makes them kinds. */
const AUDIENCES =
	/^(?:handicap|milieu penitentiaire|administration penitentiaire|etablissements? penitentiaires?|personnes detenues|detenus)$/;
const ESS = "(?:l')?(?:ess|economie sociale et solidaire|entreprises? de l'ess)";
const NAME = `(?:${KIND_WORDS.map(([, words]) => words).join("|")})(?![\\p{L}])`;
const SHORT_NAME = String.raw`(?:ea|ei|ai|sep)(?![\p{L}'])`;
const LINK = String.raw`(?: ?(?:\/|,|;|et\/ou|et|ou|\+|-|\() ?(?:(?:aux?|a l'|a la|des?|les?|du|d'|l'|une?|par) ?)*)`;
const LIST = String.raw`(?<![\p{L}\d])(?:${NAME}|${SHORT_NAME}(?=${LINK}(?:${NAME}|${SHORT_NAME}))|${ESS}(?![\p{L}]))(?:${LINK}(?:${NAME}|${SHORT_NAME}|${ESS}(?![\p{L}])))*\)?`;

const ARTICLES: readonly (readonly [RegExp, Reservation])[] = [
	[/\bl\.? ?2113-13-1\b/, "prison"],
	[/\bl\.? ?2113-14\b/, "joint"],
	[/\bl\.? ?2113-12\b/, "handicap"],
	[/\bl\.? ?2113-13\b/, "insertion"],
	[/\bl\.? ?2113-15\b|\bl\.? ?2113-16\b/, "ess"],
];
const ARTICLE =
	/(?:\b(?:au titre de |sur le fondement de |en application de |selon )?(?:l')?(?:les )?(?:articles?|art\.?) )?\bl\.? ?2113-1[2-6](?:-1)?\b(?: du (?:ccp|code de la commande publique))?/g;

const RESERVED = String.raw`(?:marches?|lots?|contrats?|consultations?|accord-cadre)?(?: est| sont| etre)? ?reserv(?:ee?s?|ation|er)\b`;
const NOT_RESERVED = expression(
	String.raw`\b(?:(?:marche |lot )?non[- ]reserve|(?:pas|sans) (?:de )?(?:reserve(?:e|s|es)?|reservation))(?![\p{L}])(?: (?:aux?|a l') ?${LIST})?`,
);
const RESERVED_TO = expression(
	String.raw`(?<![\p{L}])${RESERVED}(?:[,:]? (?:d'execution|au titre du|exclusivement|uniquement|aux?|a l'|a des|a la|a|pour|les|des|du|en|l'|structures|operateurs|secteur|un|une|:|\()+)*? ?(${LIST}|(?<=(?:aux?|une|les|des) )${SHORT_NAME})`,
);
const RESERVED_ALONE = expression(
	String.raw`\b(?:marches?|lots?|contrats?|consultations?|accord-cadre) (?:est |sera )?reserve(?:e|s|es)?(?![\p{L}])`,
);
const MENTIONED = expression(`(${LIST})`);
/** « par une EA ». */
const SHORT_MENTIONED = expression(String.raw`(?<=(?<![\p{L}])par (?:une|des|les) )${SHORT_NAME}`);
const SOCIAL_CLAUSE =
	/\b(?:clauses? (?:sociales? d'insertion|sociales?|d'insertion|environnementales?)(?:[^\d.;\n]{0,25}?\d[\d ]* ?(?:h|heures?)(?! ?\d)\b)?(?: d'insertion)?|\d[\d ]* ?(?:h|heures?) d'insertion|heures d'insertion)\b/g;
const ARTICLES_AFTER = 60;

/** The regime of a reserved contract, or the kinds of structure that are wanted. */
export function readReservation(sheet: Sheet): void {
	for (const hit of sheet.find(NOT_RESERVED)) {
		sheet.warn("Le marché est dit non réservé : aucune réservation n’est retenue.", hit);
	}
	for (const hit of sheet.find(SOCIAL_CLAUSE)) {
		sheet.warn(
			`« ${sheet.quote(hit)} » : une clause n’est pas une réservation, et n’écarte aucune structure ; elle n’est pas reprise.`,
			hit,
		);
	}
	const articles = [...sheet.find(ARTICLE)];
	for (const hit of articles) {
		const regime = ARTICLES.find(([pattern]) => pattern.test(hit.text))?.[1];
		if (regime) sheet.say("reservation", regime, hit);
	}
	for (const hit of sheet.find(RESERVED_TO)) {
		const regime = regimeOf(hit.group(1));
		if (regime === null) sheet.say("kinds", kindsIn(hit.group(1)), hit);
		else if (articles.length === 0) sheet.say("reservation", regime, hit);
		else sheet.say("reservation.words", regime, hit);
	}
	for (const hit of sheet.find(RESERVED_ALONE)) readAlone(sheet, hit, articles);
	for (const hit of sheet.find(MENTIONED)) {
		const kinds = kindsIn(hit.group(1));
		if (isPlace(sheet, hit) || isDenied(sheet, hit) || AUDIENCES.test(hit.text)) continue;
		if (kinds.length > 0) sheet.say("kinds", kinds, hit);
		else {
			sheet.warn(
				"L’économie sociale et solidaire est un statut, pas un type de structure : aucun type n’est retenu.",
				hit,
			);
		}
	}
	for (const hit of sheet.find(SHORT_MENTIONED)) {
		sheet.say("kinds", kindsIn(hit.text), hit);
	}
}

function readAlone(sheet: Sheet, hit: Hit, articles: readonly Hit[]): void {
	const said = articles.find(
		({ start, end }) =>
			Math.abs(start - hit.end) < ARTICLES_AFTER || Math.abs(hit.start - end) < ARTICLES_AFTER,
	);
	if (said || sheet.mentions.some(({ field }) => field === "reservation")) {
		sheet.say("reservation.words", true, hit);
		return;
	}
	sheet.ask(
		{
			about: "reservation",
			path: "reservation",
			text: `« ${sheet.quote(hit)} » : réservé à qui ?`,
			options: RESERVATIONS.map((value) => ({ label: RESERVATION_LABELS[value], value })),
			chosen: null,
		},
		hit,
	);
}

/** « nettoyage de l’ESAT »: where, not by whom. */
function isPlace(sheet: Sheet, { start }: Hit): boolean {
	return /(?:dans|locaux|batiments?|site|nettoyage|entretien|gardiennage|renovation|travaux|maintenance) (?:de |du |des |d'|de l'|de la |un |une |l')*$/.test(
		sheet.before(start),
	);
}

function isDenied(sheet: Sheet, { start }: Hit): boolean {
	return /\b(?:hors|sauf|sans|pas|ni)(?: (?:de|d'|les|des|aux?))* ?$/.test(sheet.before(start, 20));
}

function kindsIn(list: string): KindCode[] {
	const found = new Set<KindCode>();
	let rest = list;
	for (const [codes, words] of KIND_WORDS) {
		const pattern = new RegExp(`(?<![\\p{L}])(?:${words})(?![\\p{L}])`, "gu");
		if (!pattern.test(rest)) continue;
		for (const code of codes) found.add(code);
		rest = rest.replace(pattern, " ");
	}
	for (const word of rest.match(/\b(?:ea|ei|ai|sep)\b/g) ?? []) {
		const code = SHORT[word];
		if (code) found.add(code);
	}
	return KIND_CODES.filter((code) => found.has(code));
}

/** The regime that names these structures; null when none does. */
function regimeOf(list: string): Reservation | null {
	const kinds = kindsIn(list);
	if (kinds.length === 0) return "ess";
	const has = (...codes: KindCode[]) => kinds.some((kind) => codes.includes(kind));
	const handicap = has("ESAT", "EA", "EATT");
	const insertion = has("EI", "ACI", "AI", "ETTI", "EITI", "GEIQ");
	if (handicap && insertion) return "joint";
	if (handicap) return "handicap";
	if (insertion) return "insertion";
	return has("SEP") ? "prison" : null;
}
