import { expect, test } from "vitest";
import { LEGAL_RULES, legalRule } from "./legal-table.ts";
import { articleWords, isToVerify, legalValueWords, periodWords } from "./legal-words.ts";

const ON = "2026-11-21";

function wordsOf(id: string): string {
	const rule = legalRule(id, ON);
	if (!rule) throw new Error(`no rule ${id}`);
	return legalValueWords(rule).replaceAll("\u202F", " ");
}

test.each([
	["disp.fs", "moins de 60 000 € HT"],
	["res.handicap", "50 % au moins"],
	["res.joint", "oui"],
	["res.kind.reservable", "EI, ETTI, AI, ACI, EA et ESAT"],
	[
		"petitslots",
		"fournitures et services : moins de 80 000 € HT ; travaux : moins de 1 000 000 € HT ; ensemble de ces lots : 20 % du total des lots au plus",
	],
	[
		"agec.modulaire",
		"2024 : réemploi 20 %, recyclé inconnu ; 2027 : réemploi inconnu, recyclé inconnu ; 2030 : réemploi inconnu, recyclé inconnu",
	],
	["ca.max", "1,5 fois le montant du marché"],
	["agec.others", "inconnue, à saisir"],
])("%s reads %s", (id, words) => {
	expect(wordsOf(id)).toBe(words);
});

test("every rule has words: no slug, no English key, no bare figure", () => {
	for (const rule of LEGAL_RULES) {
		expect(legalValueWords(rule), rule.id).not.toMatch(/_|undefined|^[\d.,\s]+$/);
		expect(articleWords(rule.article), rule.id).not.toMatch(/_|^(loi|decret|arrete)\d/);
	}
});

test("a period says whether it is past, present or to come", () => {
	const of = (id: string, on: string) => {
		const rule = legalRule(id, on);
		return rule ? periodWords(rule, ON) : null;
	};
	expect(of("disp.fs", ON)).toBe("depuis le 1er\u00a0avril 2026");
	expect(of("disp.fs", "2025-01-01")).toBe("du 1er\u00a0janvier 2020 au 31\u00a0mars 2026");
	expect(of("disp.tx", "2027-06-01")).toBe("à partir du 1er\u00a0janvier 2027");
	expect(of("sad.reserve", ON)).toBe("date inconnue");
});

test("what is from memory, uncertain or unknown is to verify", () => {
	const toVerify = LEGAL_RULES.filter(isToVerify).map(({ id }) => id);
	expect(toVerify).toContain("sad.reserve");
	expect(toVerify).toContain("care.aci.commercial");
	expect(toVerify).not.toContain("res.handicap");
});
