import { fold } from "#app/domain/text.ts";
import { KIND_CODES, type KindCode } from "#app/domain/vocabulary.ts";

const CODES: ReadonlySet<string> = new Set(KIND_CODES);

/** A code as lists write it (`ACI`, `aci `); null when it is not a kind. */
export function kindCode(text: string | undefined): KindCode | null {
	const code = text?.trim().toUpperCase() ?? "";
	return CODES.has(code) ? (code as KindCode) : null;
}

/** Kinds in words, the longest first: « entreprise adaptée de travail temporaire » before « entreprise adaptée ». */
const WORDS: readonly [pattern: RegExp, code: KindCode][] = [
	[/entreprises? adaptees? (de )?travail temporaire|\beatt\b/g, "EATT"],
	[/entreprises? adaptees?|\bea\b/g, "EA"],
	[/etablissements? (et|ou) services? d'(aide|accompagnement) par le travail|\besat\b/g, "ESAT"],
	[/entreprises? de travail temporaire d'insertion|\betti\b/g, "ETTI"],
	[/entreprises? d'insertion par le travail independant|\beiti\b/g, "EITI"],
	[/entreprises? d'insertion(?! par)|\bei\b/g, "EI"],
	[/ateliers?( et)? chantiers? d'insertion|\baci\b/g, "ACI"],
	[/associations? intermediaires?/g, "AI"],
	[/\bgeiq\b/g, "GEIQ"],
	[/\besus\b|entreprises? solidaires? d'utilite sociale/g, "ESUS"],
];

/** Kinds that a text names, each once: declared, never a proof. */
export function kindsInWords(text: string): KindCode[] {
	let rest = fold(text);
	const found: KindCode[] = [];
	for (const [pattern, code] of WORDS) {
		const without = rest.replace(pattern, " ");
		if (without !== rest) found.push(code);
		rest = without;
	}
	return found;
}
