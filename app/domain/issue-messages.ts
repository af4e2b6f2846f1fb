import type { z } from "zod";
import { daysInMonth } from "./dates.ts";
import { codeNamed } from "./french-codes.ts";
import { fieldLabel, fieldLabelCapital } from "./french-fields.ts";
import { formatNumber, monthName, quote } from "./french-format.ts";
import { closestWord } from "./text.ts";

/** The field an issue is about, and the value that was given for it. */
export interface IssueContext {
	readonly field: string | null;
	/** The field that holds it: `windows` for the `from` of a window. */
	readonly holder?: string | null;
	/** One of a list, not the list itself. */
	readonly isElement?: boolean;
	readonly value: unknown;
}

type Issue = z.core.$ZodIssue;

const TYPE_WORDS: Record<string, string> = {
	string: "un texte",
	number: "un nombre",
	int: "un nombre entier",
	boolean: "vrai ou faux (true ou false)",
	array: "une liste",
	object: "un objet",
	record: "un objet",
	null: "null",
};

const HOUR_HINT = "une heure HH:MM entre 00:00 et 24:00, par exemple 08:30";

/** The forms that fields with a pattern must have, by field, then by kind of text. */
const PATTERN_HINTS: Record<string, string> = {
	commune: "un code INSEE de commune, cinq caractères, par exemple 56260 (pas un code postal)",
	zone: "une zone telle que commune:56260, epci:200067932, departement:56 ou region:53",
	zones: "des zones telles que commune:56260, epci:200067932, departement:56 ou region:53",
	window: HOUR_HINT,
	windows: HOUR_HINT,
	closures: "un jour de l’année MM-JJ, par exemple 08-21",
};

const SLUG_HINT =
	"des lettres minuscules sans accent, des chiffres et des tirets, par exemple site-1";

/** One French sentence: what is wrong, then what to do. */
export function issueMessage(issue: Issue, context: IssueContext): string {
	switch (issue.code) {
		case "invalid_type":
			return typeMessage(issue.expected, context);
		case "invalid_value":
			return choiceMessage(issue.values, context);
		case "invalid_format":
			return formatMessage(issue.format, context);
		case "too_small":
			return smallMessage(issue, context);
		case "too_big":
			return bigMessage(issue, context);
		case "not_multiple_of":
			return `${subject(context)} doit être un multiple de ${issue.divisor}.`;
		case "invalid_key":
			return `une clé n’a pas la bonne forme\u202f: il faut ${SLUG_HINT}.`;
		case "invalid_element":
			return "un élément n’a pas la bonne forme.";
		case "invalid_union":
			return unionMessage(issue, context);
		case "unrecognized_keys":
			return `propriété inconnue\u202f: ${issue.keys.join(", ")}.`;
		default:
			return `${subject(context)} n’a pas une valeur acceptée.`;
	}
}

function subject({ field }: IssueContext): string {
	return field ? fieldLabelCapital(field) : "La valeur";
}

/** A value in a few words. An object or a list may be as deep and as long as who sent it liked: it is not written out. */
function shown(value: unknown): string {
	if (Array.isArray(value)) return "une liste";
	if (typeof value === "object" && value !== null) return "un objet";
	const text = String(value);
	return quote(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}

function typeMessage(expected: string, context: IssueContext): string {
	const words = TYPE_WORDS[expected] ?? expected;
	const { field, isElement, value } = context;
	if (value === undefined || value === null) {
		if (isElement || !field) return `il n’y a rien ici\u202f: il faut ${words}.`;
		return `il manque ${fieldLabel(field)}\u202f: il faut ${words}.`;
	}
	if (typeof value === "number" && !Number.isFinite(value)) {
		return `ce nombre est trop grand pour être lu\u202f: écrivez-le autrement, ou retirez-le.`;
	}
	const given = typeof value === "string" ? `le texte ${shown(value)}` : shown(value);
	if (isElement || !field) return `il faut ${words}, pas ${given}.`;
	return `pour ${fieldLabel(field)}, il faut ${words}, pas ${given}.`;
}

function choiceMessage(values: readonly unknown[], context: IssueContext): string {
	const known = values.map(String);
	const { value } = context;
	// « lun » is nearer to sun than to mon by its letters.
	const close =
		typeof value === "string" ? (codeNamed(value, known) ?? closestWord(value, known)) : null;
	const suggestion = close ? ` Vouliez-vous dire ${quote(close)}\u202f?` : "";
	if (context.value === undefined) {
		return `il manque ${context.field ? fieldLabel(context.field) : "une valeur"}. Valeurs possibles\u202f: ${known.join(", ")}.`;
	}
	return `${shown(context.value)} n’est pas une valeur connue.${suggestion} Valeurs possibles\u202f: ${known.join(", ")}.`;
}

function formatMessage(format: string, context: IssueContext): string {
	if (format === "date") return dateMessage(context.value);
	const { field, holder } = context;
	const hint = (holder && PATTERN_HINTS[holder]) ?? (field && PATTERN_HINTS[field]) ?? SLUG_HINT;
	if (context.value === "") return `${subject(context)} est vide\u202f: il faut ${hint}.`;
	return `${shown(context.value)} n’a pas la bonne forme\u202f: il faut ${hint}.`;
}

/** Of a date: whether its form or the day itself is wrong, and which one would do. */
export function dateMessage(value: unknown): string {
	const match = typeof value === "string" ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null;
	if (!match) {
		return `${shown(value)} n’est pas une date\u202f: écrivez AAAA-MM-JJ, par exemple 2027-03-01.`;
	}
	const [year, month] = [Number(match[1]), Number(match[2])];
	if (month < 1 || month > 12) {
		return `${shown(value)} n’est pas une date\u202f: il n’y a pas de mois ${match[2]}. Écrivez AAAA-MM-JJ.`;
	}
	const last = daysInMonth(year, month);
	return `${shown(value)} n’est pas une date\u202f: ${monthName(month)} ${year} a ${last} jours. Donnez une date qui existe, par exemple ${match[1]}-${match[2]}-${last}.`;
}

function smallMessage(issue: Extract<Issue, { code: "too_small" }>, context: IssueContext): string {
	const minimum = Number(issue.minimum);
	if (issue.origin === "array" || issue.origin === "set") {
		return `${subject(context)}\u202f: il en faut au moins ${minimum}.`;
	}
	if (issue.origin === "string") {
		return `${subject(context)} est vide\u202f: écrivez au moins ${minimum} caractère.`;
	}
	const limit = formatNumber(minimum);
	const words = issue.inclusive === false ? `dépasser ${limit}` : `valoir ${limit} ou plus`;
	return `${subject(context)} doit ${words}, pas ${given(context.value)}. ${orNull(context)}`.trim();
}

function bigMessage(issue: Extract<Issue, { code: "too_big" }>, context: IssueContext): string {
	const maximum = formatNumber(Number(issue.maximum));
	if (issue.origin === "array" || issue.origin === "set") {
		return `${subject(context)}\u202f: il y en a trop, ${maximum} au plus.`;
	}
	if (issue.origin === "string") {
		return `${subject(context)}\u202f: texte trop long, ${maximum} caractères au plus.`;
	}
	const words = issue.inclusive === false ? `rester sous ${maximum}` : `valoir ${maximum} ou moins`;
	return `${subject(context)} doit ${words}, pas ${given(context.value)}.`;
}

function given(value: unknown): string {
	return typeof value === "number" ? formatNumber(value) : shown(value);
}

/** For a limit that does not apply, the way to say so is to leave it out. */
function orNull({ field }: IssueContext): string {
	return field === "radiusKm" || field === "km" ? "Laissez vide si vous ne savez pas." : "";
}

function unionMessage(
	issue: Extract<Issue, { code: "invalid_union" }>,
	context: IssueContext,
): string {
	const first = issue.errors?.[0]?.[0];
	return first ? issueMessage(first, context) : `${subject(context)} n’a pas une valeur acceptée.`;
}
