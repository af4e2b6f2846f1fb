import type { Taxonomy } from "#app/domain/reference.ts";
import type { KindCode } from "#app/domain/vocabulary.ts";
import { PhraseBook } from "./phrases.ts";
import { contentWords, stemOf } from "./words.ts";

/** What words of a query may name, beyond the texts that hold them. Texts: `segment:…`, `kind:…`, `tag:…`, or a zone (`departement:56`). */
export type Named = string;

/** A territory that can be named in a query. */
export interface NamedZone {
	readonly zone: string;
	readonly name: string;
}

const KIND_NAMES: Readonly<Record<KindCode, readonly string[]>> = {
	EI: ["entreprise d’insertion"],
	ACI: ["atelier et chantier d’insertion", "chantier d’insertion", "atelier d’insertion"],
	AI: ["association intermédiaire"],
	ETTI: ["entreprise de travail temporaire d’insertion", "intérim d’insertion"],
	EITI: ["entreprise d’insertion par le travail indépendant"],
	GEIQ: ["groupement d’employeurs pour l’insertion et la qualification"],
	EA: ["entreprise adaptée"],
	EATT: ["entreprise adaptée de travail temporaire", "intérim adapté"],
	ESAT: [
		"établissement et service d’aide par le travail",
		"établissement et service d’accompagnement par le travail",
		"centre d’aide par le travail",
	],
	SEP: ["structure pénitentiaire", "atelier pénitentiaire", "travail pénitentiaire", "prison"],
	ESUS: ["entreprise solidaire d’utilité sociale"],
	EBE: ["entreprise à but d’emploi", "territoire zéro chômeur de longue durée"],
	TIH: ["travailleur indépendant handicapé"],
};

const KIND_FAMILIES: readonly { names: readonly string[]; kinds: readonly KindCode[] }[] = [
	{
		names: ["insertion", "insertion par l’activité économique", "IAE", "SIAE"],
		kinds: ["EI", "ACI", "AI", "ETTI", "EITI", "GEIQ"],
	},
	{
		names: ["handicap", "secteur protégé", "secteur adapté", "STPA", "travail protégé"],
		kinds: ["EA", "ESAT", "EATT"],
	},
];

const REUSE_NAMES = ["réemploi", "ressourcerie", "recyclerie", "matériauthèque"];

/** A word of many labels or synonyms names none of them: only the texts that hold it answer. */
const MAX_SEGMENTS_PER_LABEL_WORD = 12;
const MAX_SEGMENTS_PER_SYNONYM_WORD = 3;

/** The names of segments, kinds, tags and territories, with their synonyms. */
export function buildPhraseBook(taxonomy: Taxonomy, zones: Iterable<NamedZone>): PhraseBook<Named> {
	const book = new PhraseBook<Named>();
	for (const segment of taxonomy.segments) {
		for (const phrase of [segment.label, ...segment.synonyms]) {
			book.add(phrase, `segment:${segment.code}`);
		}
	}
	addSingleWords(book, taxonomy, "label", MAX_SEGMENTS_PER_LABEL_WORD);
	addSingleWords(book, taxonomy, "synonyms", MAX_SEGMENTS_PER_SYNONYM_WORD);
	for (const [kind, names] of Object.entries(KIND_NAMES)) {
		for (const name of [kind, ...names]) book.add(name, `kind:${kind}`);
	}
	for (const { names, kinds } of KIND_FAMILIES) {
		for (const name of names) for (const kind of kinds) book.add(name, `kind:${kind}`);
	}
	for (const name of REUSE_NAMES) book.add(name, "tag:reemploi");
	for (const { zone, name } of zones) {
		book.add(name, zone);
		if (zone.startsWith("departement:")) book.add(zone.slice("departement:".length), zone);
	}
	return book;
}

/** Every word of the taxonomy, folded: what a mistyped word may have meant even when no text holds it. */
export function taxonomyWords(taxonomy: Taxonomy): Set<string> {
	return new Set(
		taxonomy.segments.flatMap((segment) =>
			[segment.label, ...segment.synonyms].flatMap(contentWords),
		),
	);
}

/** « haies » alone leads to the segments whose synonyms speak of hedges, unless too many do. */
function addSingleWords(
	book: PhraseBook<Named>,
	taxonomy: Taxonomy,
	from: "label" | "synonyms",
	maxSegments: number,
): void {
	const segmentsOf = new Map<string, Set<string>>();
	for (const segment of taxonomy.segments) {
		const texts = from === "label" ? [segment.label] : segment.synonyms;
		for (const word of texts.flatMap(contentWords)) {
			const stem = stemOf(word);
			const segments = segmentsOf.get(stem) ?? new Set();
			segmentsOf.set(stem, segments.add(segment.code));
		}
	}
	for (const [stem, segments] of segmentsOf) {
		if (stem.length < 3 || segments.size > maxSegments) continue;
		for (const code of segments) book.addStems([stem], `segment:${code}`);
	}
}
