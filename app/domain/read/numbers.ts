import { parseNumber } from "../need-form/values.ts";

/** Numbers as texts write them: digits, or words up to a hundred. */

const WORDS: Readonly<Record<string, number>> = {
	un: 1,
	une: 1,
	deux: 2,
	trois: 3,
	quatre: 4,
	cinq: 5,
	six: 6,
	sept: 7,
	huit: 8,
	neuf: 9,
	dix: 10,
	onze: 11,
	douze: 12,
	treize: 13,
	quatorze: 14,
	quinze: 15,
	seize: 16,
	vingt: 20,
	trente: 30,
	quarante: 40,
	cinquante: 50,
	soixante: 60,
	cent: 100,
	mille: 1000,
};

/** « une centaine de », « une vingtaine de ». */
const ROUND: Readonly<Record<string, number>> = {
	"une dizaine": 10,
	"une douzaine": 12,
	"une quinzaine": 15,
	"une vingtaine": 20,
	"une trentaine": 30,
	"une quarantaine": 40,
	"une cinquantaine": 50,
	"une centaine": 100,
	"un millier": 1000,
};

/** Source of an expression: a number in digits, not inside another number or a code. */
export const DIGITS = String.raw`(?<![\p{L}\d.,/°+-])(?:\d{1,3}(?: \d{3})+(?!\d)|\d{1,3}(?:\.\d{3})+(?!\d)|\d+)(?:,\d+|\.\d{1,2}(?!\d))?`;

/** Source of an expression: a number in digits or in words, in one group. A unit may follow digits without a space. */
export const NUMBER = String.raw`(${DIGITS}(?!\d)|(?<![\p{L}\d])(?:(?:${Object.keys(ROUND).join("|")})(?= d)|(?:${Object.keys(WORDS).join("|")})(?![\p{L}\d])))`;

/** Source of what stands between two bounds: « à », or « et » after « entre ». */
export const BETWEEN = String.raw`(?:a|-|ou|(?<=\bentre [^.;\n]{1,25})et)`;

/** Value of a number written in digits or words; null when it reads two ways or is none. */
export function numberOf(written: string): number | null {
	const word = WORDS[written] ?? ROUND[written];
	if (word !== undefined) return word;
	const parsed = parseNumber(written);
	if (parsed.ok) return parsed.value;
	// « 12.000 » inside a sentence: a point before three digits separates thousands.
	const grouped = /^\d{1,3}\.\d{3}$/.test(written) ? Number(written.replace(".", "")) : null;
	return grouped;
}

/** An expression over folded texts. */
export function expression(source: string): RegExp {
	return new RegExp(source, "gu");
}
