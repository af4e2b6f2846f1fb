import type { Span } from "./span.ts";

const CODE = /(?<![\d.,/-])\d{8}(-\d)?(?![\d/]|[.,-]\d)/g;
const SAID = /\bcpv\b/i;

/** CPV codes written in a text: with their check digit, after the word « CPV », or alone. Any other eight digits are a date, a file number… */
export function cpvCodesIn(text: string): { readonly code: string; readonly span: Span }[] {
	return [...text.matchAll(CODE)].flatMap(({ 0: code, 1: check, index }) => {
		const isAlone = text.trim() === code;
		if (check === undefined && !isAlone && !SAID.test(text.slice(0, index))) return [];
		return [{ code, span: [index, index + code.length] as const }];
	});
}
