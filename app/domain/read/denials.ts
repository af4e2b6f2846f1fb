import type { PhraseIndex } from "../inference/phrases.ts";
import type { Hit, Sheet } from "./sheet.ts";

const OUT = "hors|hormis|sauf|excepte(?:e|s|es)?|a l'exception|a l'exclusion|excluant";
const ARTICLES = "(?:compris|de la|de l'|de|du|des|d'|la|le|les|l')";
const DENIAL = new RegExp(
	String.raw`(?<![\p{L}])(?:${OUT}|sans|ni|pas|aucune?|non)(?: ${ARTICLES})* ?$`,
	"u",
);
/** « hors vitrerie et désinfection »: both are left out. */
const ALSO = new RegExp(`^ ?(?:,|et|ou|ni|/) ?(?:${ARTICLES} ?)*$`, "u");
/** What these words leave out, whatever it is. */
const LEFT_OUT = new RegExp(
	String.raw`(?<![\p{L}])(?:${OUT})(?: ${ARTICLES})* ?([\p{L}'-]+)(?: (?!(?:et|a|au|aux|pour|sur|dans|en|du|avec|autour|pres|par|ou|tous|toutes)\b)[\p{L}'-]+){0,2}(?: (?:et|ou|ni)(?: ${ARTICLES})* ?[\p{L}'-]+(?= ?(?:[,.;:)\n]|$)))?`,
	"gu",
);
/** Times, taxes and turns of phrase: nothing that could be bought. */
const NO_THING =
	/^(?:vacances?|conges?|week-?ends?|jours?|feries?|(?:lun|mar|mercre|jeu|vendre|same)dis?|dimanches?|periodes?|heures?|horaires|juillet|aout|ete|taxes?|tva|ht|ttc|charges?|frais|cas|si|exceptions?|urgences?|avis|mentions?|indications?|accords?|stipulations?|dispositions?|contraires?)$/;

/** « hors vitrerie »: what is left out is not looked for. A need has no place for it: it is said, and what to do. */
export function readDenials(sheet: Sheet, phrases: PhraseIndex): void {
	const out: { start: number; end: number }[] = [];
	for (const { start, end, denied } of phrases.find(sheet.given)) {
		if (!denied) continue;
		const from = sheet.folded.indexOf(start);
		const to = sheet.folded.indexOf(end - 1) + 1;
		const last = out.at(-1);
		const denial = DENIAL.exec(sheet.before(from));
		if (denial) out.push({ start: from - denial[0].length, end: to });
		else if (last && ALSO.test(sheet.text.slice(last.end, from))) last.end = to;
	}
	for (const hit of out) if (sheet.isFree(hit)) sayLeftOut(sheet, hit);
	for (const hit of sheet.find(LEFT_OUT)) {
		if (NO_THING.test(hit.group(1))) sheet.setAside(hit);
		else sayLeftOut(sheet, hit);
	}
}

function sayLeftOut(sheet: Sheet, hit: Pick<Hit, "start" | "end">): void {
	sheet.warn(
		`« ${sheet.quote(hit)} » : ce n’est pas cherché. Un besoin ne dit pas ce qu’il exclut : rappelez-le dans votre consultation.`,
		hit,
	);
}
