import type { PhraseIndex } from "../inference/phrases.ts";
import type { Hit, Sheet } from "./sheet.ts";

const DENIAL =
	/(?<![\p{L}])(?:hors|hormis|sauf|sans|excepte(?:e|s|es)?|a l'exception|a l'exclusion|excluant|ni|pas|aucune?|non)(?: (?:compris|de la|de l'|de|du|des|d'|la|le|les|l'))* ?$/u;

/** What these words leave out, whatever it is. */
const LEFT_OUT =
	/(?<![\p{L}])(?:hors|hormis|sauf|excepte(?:e|s|es)?|a l'exception|a l'exclusion)(?: (?:la|le|les|de la|de l'|de|du|des|d'|l'))* ?[\p{L}'-]+(?: (?!(?:et|a|au|aux|pour|sur|dans|en|du|avec|autour|pres|par|ou|tous|toutes)\b)[\p{L}'-]+){0,2}/gu;

/** « hors vitrerie »: what is left out is no part of the need, and is said so. */
export function readDenials(sheet: Sheet, phrases: PhraseIndex): void {
	for (const { start, end, denied } of phrases.find(sheet.given)) {
		if (!denied) continue;
		const from = sheet.folded.indexOf(start);
		const to = sheet.folded.indexOf(end - 1) + 1;
		const denial = DENIAL.exec(sheet.before(from));
		if (denial === null) continue;
		const hit = { start: from - denial[0].length, end: to };
		if (sheet.isFree(hit)) sayLeftOut(sheet, hit);
	}
	for (const hit of sheet.find(LEFT_OUT)) sayLeftOut(sheet, hit);
}

function sayLeftOut(sheet: Sheet, hit: Pick<Hit, "start" | "end">): void {
	sheet.warn(`« ${sheet.quote(hit)} » est exclu : ce n’est pas cherché.`, hit);
}
