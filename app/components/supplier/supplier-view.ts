import type { MapScene } from "#app/components/map/scene.ts";
import type { ProofState } from "#app/domain/reserved-contracts.ts";
import type { KindCode, Proof, Reservation } from "#app/domain/vocabulary.ts";
import type { ConditionWords } from "./offer-words.ts";

/** A structure with which another could complete its offer. */
export interface CompanionView {
	readonly id: string;
	readonly name: string;
	readonly where: string;
	/** What brings it here. */
	readonly why: string;
}

/** Who said a fact, and when. */
export interface SourceWords {
	readonly label: string;
	/** ISO date of the fact at its source; null when it has none. */
	readonly on: string | null;
	/** « il y a 5 mois ». */
	readonly age: string | null;
	/** For an inferred value: the words or codes that led there. */
	readonly because: string | null;
}

export interface FactLine {
	readonly path: string;
	readonly term: string;
	readonly text: string;
	readonly source: SourceWords | null;
}

export interface KindLine {
	readonly code: KindCode;
	readonly state: ProofState;
	readonly proof: Proof;
	readonly asOf: string | null;
	readonly until: string | null;
	readonly source: SourceWords | null;
}

export interface ReservedLine {
	readonly reservation: Reservation;
	readonly article: string;
	/** False: the table itself is not sure of the rule. */
	readonly certain: boolean;
	readonly state: "proved" | "to-confirm";
	readonly kinds: readonly KindCode[];
}

export interface OfferView {
	readonly key: string;
	readonly segment: string;
	readonly label: string;
	readonly family: string | null;
	/** Guessed: what led there; null when the structure said it. */
	readonly inferred: { readonly because: string | null } | null;
	/** The whole family is covered. */
	readonly includesChildren: boolean;
	readonly area: { readonly text: string | null; readonly source: SourceWords | null };
	readonly facts: readonly FactLine[];
	readonly conditions: readonly (ConditionWords & { readonly source: SourceWords | null })[];
	/** Facts that exist and are kept for identified buyers. */
	readonly withheld: readonly string[];
	readonly questions: readonly string[];
	readonly confirmed: string;
	/** Not confirmed by the structure or the CRESS within a year. */
	readonly stale: boolean;
}

export interface SourceLine {
	readonly id: string;
	readonly label: string;
	readonly url: string | null;
	readonly licence: string | null;
	readonly on: string | null;
	readonly age: string | null;
	/** The last edition of the list no longer names it. */
	readonly isGone: boolean;
}

export interface DisagreementLine {
	readonly key: string;
	readonly field: string;
	readonly shown: string;
	readonly other: string;
	readonly source: string;
	readonly on: string | null;
}

/** The sheet of a structure. */
export interface SupplierView {
	readonly status: "open";
	readonly id: string;
	readonly name: string;
	readonly siret: string | null;
	readonly commune: string | null;
	/** Null: unknown. Empty: none, and we know it. */
	readonly kinds: readonly KindLine[] | null;
	readonly ess: boolean | null;
	readonly reserved: readonly ReservedLine[];
	readonly identity: readonly FactLine[];
	/** Its own words, or those of a list. */
	readonly description: FactLine | null;
	readonly website: { readonly href: string; readonly label: string } | null;
	/** With whom it could complete its offer; null when that cannot be told. */
	readonly companions: readonly CompanionView[] | null;
	readonly offers: readonly OfferView[];
	readonly disagreements: readonly DisagreementLine[];
	readonly sources: readonly SourceLine[];
	readonly scene: MapScene | null;
	/** Its position is the centre of its commune. */
	readonly approximate: boolean;
}

/** What is left of a structure that closed or withdrew. */
export interface Tombstone {
	readonly status: "closed" | "withdrawn";
	readonly id: string;
	readonly name: string;
	readonly siret: string | null;
	readonly sources: readonly SourceLine[];
}
