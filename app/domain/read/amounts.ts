import { countOfWord, formatEuros } from "../french-format.ts";
import { monthsSaid } from "./contract.ts";
import { BETWEEN, expression, NUMBER, numberOf } from "./numbers.ts";
import { type Hit, type Sheet, UNDERSTOOD } from "./sheet.ts";

const CURRENCY = String.raw`(k ?€|k ?euros?|keur|m ?€|meur|millions? d'euros?|mille euros?|€|euros?|eur|k(?= ?(?:ht|ttc)\b))(?![\p{L}\d])`;
const TAX = String.raw`(?:ht|h\.t\.?|hors taxes?|ttc|t\.t\.c\.?|toutes taxes comprises|tva comprise)`;
const PERIOD = String.raw`(?:(?:\/|par|chaque) ?[\p{L}²]+2?|annuels?|mensuels?|au total|en tout|sur (?:toute )?la duree(?: totale)?(?: du marche)?|(?:sur|pour) (?:\d|un|deux|trois|quatre|cinq)+ ?ans?)`;
const TAIL = String.raw`((?: ?[,(]? ?(?:${TAX}|${PERIOD})(?![\p{L}\d])\)?)*)`;
const AMOUNT = expression(`${NUMBER} ?${CURRENCY}${TAIL}`);
const RANGE = expression(
	`\\b(?:entre |de )?${NUMBER} ?(?:${CURRENCY})? ?${BETWEEN} ?${NUMBER} ?${CURRENCY}${TAIL}`,
);
/** « budget : 48000 », « enveloppe de 30 000 ». */
const BARE = expression(
	String.raw`\b(?:budget|enveloppe|montant(?: estime| annuel| total)?)(?: (?:de|d'environ|est|estime|annuel|total|maximum|environ|a))* ?:? ?${NUMBER}(?! ?[\p{L}%°])${TAIL}`,
);

const HEAD =
	/\b(?:budget|enveloppe|montant|mini(?:mum)?|maxi(?:mum)?|plafond|plancher)s?(?: (?:budgetaire|financiere?|previsionnel(?:le)?|globale?|annuel(?:le)?|total[e]?|maxi(?:mum|male?)?|mini(?:mum)?|estimee?|des|de|d'environ|environ|est|sont|a|ht|hors taxes|travaux))* ?:? ?$/;
const OF_WORKS = /\b(?:budget|enveloppe|montant|cout)\b[^\d]{0,25}\btravaux[^\d]{0,12}$/;

interface Money {
	readonly hit: Hit;
	readonly euros: number;
	/** What is said after the figure: tax, period. */
	readonly tail: string;
}

/**
 * Amounts before tax, for twelve months. An amount with tax is never converted; one whose period is open is asked.
 * Read after the length of the contract.
 */
export function readAmounts(sheet: Sheet): void {
	for (const hit of sheet.find(RANGE)) readRange(sheet, hit);
	for (const hit of sheet.find(AMOUNT)) {
		const euros = eurosOf(hit.group(1), hit.group(2));
		if (euros !== null) readMoney(sheet, { hit, euros, tail: hit.group(3) });
	}
	for (const hit of sheet.find(BARE)) {
		const euros = eurosOf(hit.group(1), "€");
		if (euros !== null && euros >= 100) readMoney(sheet, { hit, euros, tail: hit.group(2) });
	}
}

function eurosOf(written: string, currency: string): number | null {
	const value = numberOf(written);
	if (value === null || value <= 0) return null;
	const scale = /^(?:k|mille)/.test(currency) ? 1000 : /^m/.test(currency) ? 1_000_000 : 1;
	return Math.round(value * scale * 100) / 100;
}

function readMoney(sheet: Sheet, money: Money): void {
	const { hit, euros, tail } = money;
	const head =
		sheet
			.before(hit.start, 45)
			.split(/[.;\n]/)
			.at(-1) ?? "";
	takeHead(sheet, hit);
	if (isWithTax(tail)) {
		sayYears(sheet, hit, tail);
		askWithoutTax(sheet, hit, euros);
		return;
	}
	if (OF_WORKS.test(head)) {
		askWhose(sheet, hit, euros);
		return;
	}
	const factor = perYear(tail);
	const isFramework = /accord-cadre|bons? de commande/.test(sheet.text);
	if (factor === null || /(?:prix|tarif|cout) (?:unitaire|horaire)/.test(head)) sheet.setAside(hit);
	else if (
		/(?:minimum de commande|commande mini\w*|mini\w* (?:par|de) commande)[^\d]*$/.test(head)
	) {
		sheet.say("contract.minOrderEur", euros, hit);
	} else if (isFramework && /(?:maxi\w*|plafond\w*)[^\d]{0,25}$/.test(head)) {
		sheet.say("contract.maxEur", euros, hit);
	} else if (isFramework && /(?:mini\w*|plancher)[^\d]{0,25}$/.test(head)) sheet.setAside(hit);
	else readYearly(sheet, money, factor);
}

function readYearly(sheet: Sheet, { hit, euros, tail }: Money, factor: number | "unsaid"): void {
	const named = yearsIn(tail);
	const months = named ?? monthsSaid(sheet);
	const isLong = months !== null && months > 12;
	const isWhole = /total|en tout|duree/.test(tail) || (factor === "unsaid" && named !== null);
	const yearly = isLong ? cents((euros * 12) / months) : euros;
	if (factor !== "unsaid" && !isWhole) {
		sayYears(sheet, hit, tail);
		sheet.say("amountEur", cents(euros * factor), hit);
	} else if (!isLong) sheet.say("amountEur", euros, hit);
	else if (isWhole) {
		sayYears(sheet, hit, tail);
		sheet.say("amountEur", yearly, hit);
		sheet.warn(
			`${formatEuros(euros)} pour ${countOfWord(months, "mois", "mois")} : ${formatEuros(yearly)} par an.`,
			hit,
		);
	} else askPeriod(sheet, hit, { euros, yearly, months });
}

/** « enveloppe », « budget prévisionnel »: said with the amount, and no envelope to buy. */
function takeHead(sheet: Sheet, hit: Hit): void {
	const head = HEAD.exec(sheet.before(hit.start, 60))?.[0];
	const words = { start: hit.start - (head?.length ?? 0), end: hit.start };
	if (head !== undefined && sheet.isFree(words)) sheet.mark(words, UNDERSTOOD);
}

/** What works cost is not what their architect or their insurer is paid. */
function askWhose(sheet: Sheet, hit: Hit, euros: number): void {
	sheet.ask(
		{
			about: "amount",
			path: "amountEur",
			text: `« ${sheet.quote(hit)} » de travaux : est-ce le montant de ce contrat ?`,
			options: [{ label: `Oui, ${formatEuros(euros)}`, value: euros }],
			chosen: null,
		},
		hit,
	);
}

/** « 60 000 € par an sur 3 ans » also says how long. */
function sayYears(sheet: Sheet, hit: Hit, tail: string): void {
	const months = yearsIn(tail);
	if (months !== null && monthsSaid(sheet) === null) sheet.say("durationMonths", months, hit);
}

function askPeriod(
	sheet: Sheet,
	hit: Hit,
	{ euros, yearly, months }: { euros: number; yearly: number; months: number },
): void {
	sheet.ask(
		{
			about: "amount",
			path: "amountEur",
			text: `« ${sheet.quote(hit)} » : est-ce par an, ou pour les ${countOfWord(months, "mois", "mois")} du contrat ?`,
			options: [
				{ label: `${formatEuros(euros)} par an`, value: euros },
				{
					label: `${formatEuros(euros)} en tout, soit ${formatEuros(yearly)} par an`,
					value: yearly,
				},
			],
			chosen: null,
		},
		hit,
	);
}

function readRange(sheet: Sheet, hit: Hit): void {
	const currency = hit.group(4);
	const high = eurosOf(hit.group(3), currency);
	const low = eurosOf(hit.group(1), hit.group(2) || currency);
	const tail = hit.group(5);
	if (high === null || low === null || low >= high) return;
	if (isWithTax(tail)) {
		askWithoutTax(sheet, hit, high);
		return;
	}
	const factor = perYear(tail);
	if (factor === null) {
		sheet.setAside(hit);
		return;
	}
	const scale = factor === "unsaid" ? 1 : factor;
	const values = [cents(low * scale), cents(high * scale)];
	sheet.say("amountEur", cents(high * scale), hit);
	sheet.ask(
		{
			about: "amount",
			path: "amountEur",
			text: `« ${sheet.quote(hit)} » : quel montant retenir ? Le plus haut l’est pour l’instant.`,
			options: values.map((value) => ({ label: formatEuros(value), value })),
			chosen: 1,
		},
		hit,
	);
}

function askWithoutTax(sheet: Sheet, hit: Hit, euros: number): void {
	sheet.ask(
		{
			about: "amount",
			path: "amountEur",
			text: `${formatEuros(euros)} est un montant TTC : quel est le montant hors taxes, par an ?`,
			options: [],
			chosen: null,
		},
		hit,
	);
}

function isWithTax(tail: string): boolean {
	return /ttc|t\.t\.c|toutes taxes|tva comprise/.test(tail);
}

/** How many times a year; "unsaid" without a period, null for the price of one thing. */
function perYear(tail: string): number | "unsaid" | null {
	if (/annuel|(?:\/|par|chaque) ?an(?:nee)?\b/.test(tail)) return 1;
	if (/mensuel|(?:\/|par|chaque) ?mois\b/.test(tail)) return 12;
	if (/(?:\/|par|chaque) ?trimestre\b/.test(tail)) return 4;
	if (/(?:\/|par|chaque) ?semaine\b/.test(tail)) return 52;
	return /(?:\/|par|chaque) ?\p{L}/u.test(tail) ? null : "unsaid";
}

function yearsIn(tail: string): number | null {
	const years = numberOf(/(?:sur|pour) (\p{L}+|\d+) ?ans?/u.exec(tail)?.[1] ?? "");
	return years === null ? null : years * 12;
}

function cents(euros: number): number {
	return Math.round(euros * 100) / 100;
}
