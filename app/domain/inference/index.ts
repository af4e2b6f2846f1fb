import type { Taxonomy } from "../reference.ts";
import type { KindCode, Mode } from "../vocabulary.ts";
import { nafClass, nafLabel, segmentsOfNaf } from "./naf-hints.ts";
import { PhraseIndex } from "./phrases.ts";
import { type Job, romeCode, segmentsOfRome } from "./rome-hints.ts";
import { SUPPLIER_SILENCES, SUPPLIER_WORDS } from "./supplier-words.ts";

export type { Job } from "./rome-hints.ts";

/** A sign that a supplier works in a segment, from a code of its own list (a category, a tag…). */
export interface Hint {
	readonly segment: string;
	/** 1 for one clear word; more is stronger. */
	readonly weight: number;
	/** French: « catégorie AGEC « Textiles » ». */
	readonly because: string;
}

export interface SupplierClues {
	readonly kinds?: readonly KindCode[];
	/** NAF rev. 2 class, with or without its dot. */
	readonly naf?: string | null;
	readonly jobs?: readonly Job[];
	/** What it is called and says it does. `weight`: 1.5 for a name or a list of activities, 1 for a presentation. */
	readonly texts?: readonly { readonly text: string; readonly weight: number }[];
	readonly hints?: readonly Hint[];
}

export interface InferredOffer {
	readonly segment: string;
	/** Null: not known. */
	readonly modes: readonly Mode[] | null;
	/** French: the words and codes that led there. */
	readonly because: string;
}

const MAX_OFFERS = 6;
/** Under one clear word, shared by two segments. */
const MIN_SCORE = 0.7;
/** Segments that insertion and reuse suppliers seldom serve want a phrase, a name or a code. */
const MIN_SCORE_OTHER = 1.5;
const STAFFING_KINDS: readonly KindCode[] = ["AI", "ETTI", "GEIQ", "EATT"];
const CARRIED_KINDS: readonly KindCode[] = [
	"EI",
	"ACI",
	"AI",
	"ETTI",
	"EITI",
	"GEIQ",
	"ESAT",
	"EA",
	"EATT",
];

/** Parents whose words are too wide to make an offer of; their leaves may still be found. */
const SILENT_PARENTS = new Set([
	"eau-energie",
	"emploi-formation",
	"social",
	"sante",
	"conseil-etudes",
	"securite",
	"finance-juridique-immobilier",
	"ingenierie-architecture",
	"maintenance-equipements",
	"sport-tourisme",
	"communication-impression",
	"bureau-administratif",
]);

/** Leaves that texts of insertion structures name as their mission, not as what they sell. */
const MISSIONS = new Set([
	"insertion-accompagnement",
	"formation-professionnelle",
	"formation-personnel",
	"recrutement-rh",
	"action-sociale",
	"hebergement-social",
	"conseil-organisation",
	"langues-savoirs",
	"enseignement",
]);

interface Evidence {
	score: number;
	codes: string[];
	words: string[];
}

/** Guesses what suppliers sell. Build one for a whole import: it holds the index of phrases. */
export class SegmentInference {
	readonly #taxonomy: Taxonomy;
	readonly #phrases: PhraseIndex;
	readonly #byNaf = new Map<string, string[]>();
	readonly #byRome = new Map<string, string[]>();

	constructor(taxonomy: Taxonomy) {
		this.#taxonomy = taxonomy;
		this.#phrases = new PhraseIndex(taxonomy.segments, {
			more: SUPPLIER_WORDS,
			less: SUPPLIER_SILENCES,
		});
		for (const segment of taxonomy.segments) {
			for (const code of segment.naf) push(this.#byNaf, code, segment.code);
			for (const code of segment.rome) push(this.#byRome, code, segment.code);
		}
	}

	/** At most six offers, the best founded first. An unknown trade gives none. */
	infer(clues: SupplierClues): InferredOffer[] {
		const evidence = new Map<string, Evidence>();
		const kinds = clues.kinds ?? [];
		const carried = kinds.some((kind) => CARRIED_KINDS.includes(kind));
		for (const hint of clues.hints ?? [])
			this.#note(evidence, hint.segment, hint.weight, { code: hint.because });
		this.#readStaffing(evidence, kinds);
		this.#readNaf(evidence, clues.naf, carried);
		for (const job of clues.jobs ?? []) this.#readJob(evidence, job);
		for (const { text, weight } of clues.texts ?? [])
			this.#readText(evidence, text, weight, carried);
		return this.#choose(evidence, kinds);
	}

	#readStaffing(evidence: Map<string, Evidence>, kinds: readonly KindCode[]): void {
		const staffing = STAFFING_KINDS.filter((kind) => kinds.includes(kind));
		if (staffing.length)
			this.#note(evidence, "mise-a-disposition", 3, { code: `type ${staffing.join(", ")}` });
	}

	#readNaf(
		evidence: Map<string, Evidence>,
		text: string | null | undefined,
		carried: boolean,
	): void {
		const code = nafClass(text);
		if (!code) return;
		const segments = segmentsOfNaf(code, this.#byNaf.get(code) ?? [], carried);
		segments.forEach((segment, rank) => {
			this.#note(evidence, segment, 2 - rank / 100, { code: `NAF ${nafLabel(code)}` });
		});
	}

	#readJob(evidence: Map<string, Evidence>, { rome, label }: Job): void {
		const code = romeCode(rome);
		const words = new Map<string, Evidence>();
		this.#readText(words, label, 1, true);
		const sharing = (code && this.#byRome.get(code)) || [];
		const because = code ? `ROME ${code} « ${label.trim()} »` : `métier « ${label.trim()} »`;
		// A title that agrees with its code chooses among the segments of the code; a title that names another trade is right: codes slip.
		const agreed = sharing.filter((segment) => words.has(segment));
		const named = [...words.keys()].filter((segment) => this.#taxonomy.get(segment)?.parent);
		const coded = code ? segmentsOfRome(code, sharing) : [];
		const chosen = agreed.length ? agreed : named.length ? named : coded;
		for (const segment of chosen.slice(0, 2)) this.#note(evidence, segment, 2, { code: because });
	}

	#readText(evidence: Map<string, Evidence>, text: string, weight: number, carried: boolean): void {
		for (const hit of this.#phrases.find(text)) {
			if (hit.denied) continue;
			const word = text.slice(hit.start, hit.end).replaceAll(/\s+/g, " ").toLowerCase();
			const segments = this.#withoutParents(hit.segments);
			const score = (weight * (1 + 0.5 * (hit.length - 1))) / Math.sqrt(segments.length);
			for (const segment of segments) {
				if (SILENT_PARENTS.has(segment) || (carried && MISSIONS.has(segment))) continue;
				const known = evidence.get(segment);
				if (known?.words.includes(word)) continue;
				this.#note(evidence, segment, score, { word });
			}
		}
	}

	/** A phrase that a leaf shares with its own parent speaks of the leaf. */
	#withoutParents(segments: readonly string[]): readonly string[] {
		if (segments.length === 1) return segments;
		const parents = new Set(segments.map((code) => this.#taxonomy.get(code)?.parent));
		return segments.filter((code) => !parents.has(code));
	}

	#note(
		evidence: Map<string, Evidence>,
		segment: string,
		score: number,
		{ code, word }: { code?: string; word?: string },
	): void {
		let entry = evidence.get(segment);
		if (!entry) {
			entry = { score: 0, codes: [], words: [] };
			evidence.set(segment, entry);
		}
		if (code && entry.codes.includes(code)) return;
		entry.score += score;
		if (code) entry.codes.push(code);
		if (word) entry.words.push(word);
	}

	#choose(evidence: Map<string, Evidence>, kinds: readonly KindCode[]): InferredOffer[] {
		const found = [...evidence].filter(([code, { score }]) => {
			const segment = this.#taxonomy.get(code);
			return segment && score >= (segment.scope === "core" ? MIN_SCORE : MIN_SCORE_OTHER);
		});
		const parentsWithLeaf = new Set(found.map(([code]) => this.#taxonomy.get(code)?.parent));
		const ranked = found
			.filter(([code]) => !parentsWithLeaf.has(code))
			.sort(([codeA, a], [codeB, b]) => b.score - a.score || (codeA < codeB ? -1 : 1));
		return ranked.slice(0, MAX_OFFERS).map(([segment, entry]) => ({
			segment,
			modes: modesOf(segment, kinds),
			because: becauseOf(entry),
		}));
	}
}

/** Staffing when nothing else is possible; unknown for a structure of mixed kinds. */
function modesOf(segment: string, kinds: readonly KindCode[]): readonly Mode[] | null {
	if (kinds.length === 0) return null;
	if (segment === "mise-a-disposition") return ["staffing"];
	return kinds.every((kind) => STAFFING_KINDS.includes(kind)) ? ["staffing"] : null;
}

function becauseOf({ codes, words }: Evidence): string {
	const quoted = words.slice(0, 4).map((word) => `« ${word} »`);
	const said = quoted.length ? [`mots ${quoted.join(", ")}`] : [];
	return [...codes.slice(0, 3), ...said].join(" ; ");
}

function push(map: Map<string, string[]>, key: string, value: string): void {
	const list = map.get(key);
	if (list) list.push(value);
	else map.set(key, [value]);
}
