import { fold } from "#app/domain/text.ts";

/** Legal forms as the exchange format writes them. */
export type LegalForm =
	| "ASSOCIATION"
	| "FONDATION"
	| "MUTUELLE"
	| "SCOP"
	| "SCIC"
	| "COOPERATIVE"
	| "GROUPEMENT-EMPLOYEURS"
	| "SARL"
	| "SAS"
	| "SA"
	| "SNC"
	| "SOCIETE-CIVILE"
	| "ENTREPRENEUR-INDIVIDUEL"
	| "CCAS"
	| "COLLECTIVITE"
	| "ETABLISSEMENT-PUBLIC";

/** INSEE's legal categories by prefix, the longest first. */
const BY_CODE: readonly [prefix: string, form: LegalForm][] = [
	["5453", "COOPERATIVE"],
	["5458", "SCOP"],
	["5558", "SCOP"],
	["5658", "SCOP"],
	["5460", "COOPERATIVE"],
	["5560", "COOPERATIVE"],
	["5660", "COOPERATIVE"],
	["6317", "COOPERATIVE"],
	["6318", "COOPERATIVE"],
	["6560", "COOPERATIVE"],
	["9223", "GROUPEMENT-EMPLOYEURS"],
	["7361", "CCAS"],
	["7367", "CCAS"],
	["92", "ASSOCIATION"],
	["93", "FONDATION"],
	["82", "MUTUELLE"],
	["54", "SARL"],
	["57", "SAS"],
	["55", "SA"],
	["56", "SA"],
	["52", "SNC"],
	["65", "SOCIETE-CIVILE"],
	["10", "ENTREPRENEUR-INDIVIDUEL"],
	["41", "ETABLISSEMENT-PUBLIC"],
	["72", "COLLECTIVITE"],
	["734", "COLLECTIVITE"],
	["735", "COLLECTIVITE"],
	["733", "ETABLISSEMENT-PUBLIC"],
	["736", "ETABLISSEMENT-PUBLIC"],
	["738", "ETABLISSEMENT-PUBLIC"],
	["74", "ETABLISSEMENT-PUBLIC"],
];

/** The same in words, the first that fits; folded. */
const BY_WORDS: readonly [pattern: RegExp, form: LegalForm | null][] = [
	[/groupement d'employeurs/, "GROUPEMENT-EMPLOYEURS"],
	[/association syndicale/, null],
	[/association|^asso\b/, "ASSOCIATION"],
	[/fondation/, "FONDATION"],
	[/mutuelle/, "MUTUELLE"],
	[/\bscic\b|interet collectif(?! agricole)/, "SCIC"],
	[/\bscop\b|cooperative ouvriere|cooperative de production/, "SCOP"],
	[/cooperati/, "COOPERATIVE"],
	[/centre (inter)?communal d'action sociale|\bccas\b/, "CCAS"],
	[
		/commun(e|aute)\b|departement|syndicat (mixte|intercommunal)|equilibre territorial|metropole/,
		"COLLECTIVITE",
	],
	[
		/etablissement public|regie d'une collectivite|groupement de cooperation sanitaire/,
		"ETABLISSEMENT-PUBLIC",
	],
	[/\bsas(u)?\b|actions simplifiee/, "SAS"],
	[/\b(sarl|eurl)\b|responsabilite limitee/, "SARL"],
	[/^sa\b|societe anonyme/, "SA"],
	[/\bsnc\b|nom collectif/, "SNC"],
	[/^(artisan|commercant|exploitant agricole|entrepreneur individuel)/, "ENTREPRENEUR-INDIVIDUEL"],
];

/** Of an INSEE legal category (4 digits) or its label; null when neither tells. */
export function legalFormOf(text: string | null | undefined): LegalForm | null {
	const value = text?.trim() ?? "";
	if (/^\d{4}$/.test(value))
		return BY_CODE.find(([prefix]) => value.startsWith(prefix))?.[1] ?? null;
	const folded = fold(value);
	return BY_WORDS.find(([pattern]) => pattern.test(folded))?.[1] ?? null;
}

/**
 * True when the form alone makes an organisation part of the ESS (law 2014-856, article 1: coopératives, mutuelles, fondations, associations).
 * Null otherwise: a company may still be ESS by its articles.
 */
export function essByForm(form: LegalForm | null): true | null {
	const byForm: readonly (LegalForm | null)[] = [
		"ASSOCIATION",
		"FONDATION",
		"MUTUELLE",
		"SCOP",
		"SCIC",
		"COOPERATIVE",
	];
	return byForm.includes(form) ? true : null;
}

/** INSEE's headcount bands, in words. `NN`: unknown, null. */
export function employeesOf(band: string): string | null {
	return EMPLOYEE_BANDS[band.trim()] ?? null;
}

const EMPLOYEE_BANDS: Readonly<Record<string, string>> = {
	"00": "0 salarié",
	"01": "1 ou 2 salariés",
	"02": "3 à 5 salariés",
	"03": "6 à 9 salariés",
	"11": "10 à 19 salariés",
	"12": "20 à 49 salariés",
	"21": "50 à 99 salariés",
	"22": "100 à 199 salariés",
	"31": "200 à 249 salariés",
	"32": "250 à 499 salariés",
	"41": "500 à 999 salariés",
	"42": "1 000 à 1 999 salariés",
	"51": "2 000 à 4 999 salariés",
	"52": "5 000 à 9 999 salariés",
	"53": "10 000 salariés et plus",
};
