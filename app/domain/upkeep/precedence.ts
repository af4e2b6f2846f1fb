import type { Offer, OfferDefaults, Provenance, Supplier } from "../supplier.ts";
import { provenanceOf } from "./provenance.ts";

/** How strong a source is (`upkeep.md`, layers). */
export type SourceTier = "registry" | "supplier" | "cress" | "import" | "inferred";

/** What one record says of one supplier. */
export interface Statement {
	readonly sourceId: string;
	/** The record's id in its source. */
	readonly key: string;
	readonly tier: SourceTier;
	/** Date of the values that have none of their own; null: unknown. */
	readonly statedOn: string | null;
	/** Number of the run that brought it: settles equals of the same date, the last word first. */
	readonly run: number;
	readonly value: Supplier;
}

/** A value with everything that decides whether it is the one shown. */
export interface Candidate<T> {
	readonly value: T;
	/** 0 is the strongest. */
	readonly rank: number;
	readonly statement: Statement;
	readonly provenance: Provenance;
}

const IDENTITY_RANK: Record<SourceTier, number> = {
	registry: 0,
	supplier: 1,
	cress: 2,
	import: 3,
	inferred: 4,
};
const OFFER_RANK: Record<SourceTier, number> = {
	supplier: 0,
	cress: 1,
	registry: 2,
	import: 2,
	inferred: 3,
};

/** Name, address, status, accreditations: the official registry first. */
export function identityRank(statement: Statement): number {
	return IDENTITY_RANK[statement.tier];
}

/**
 * Offer facts: the supplier's word, then the CRESS's, then lists', then what was inferred. A list that relays what the supplier or
 * the CRESS verified carries their word.
 */
export function offerRank(statement: Statement, offer: Offer | OfferDefaults | null): number {
	if (offer && "basis" in offer && offer.basis === "inferred") return OFFER_RANK.inferred;
	const own = OFFER_RANK[statement.tier];
	const verifier = offer?.verifiedBy;
	return verifier ? Math.min(own, OFFER_RANK[verifier]) : own;
}

/** @param path where the value stands in the statement's own supplier */
export function candidate<T>(
	value: T,
	rank: number,
	statement: Statement,
	path: string,
): Candidate<T> {
	const provenance = provenanceOf(statement.value, path) ?? {
		source: statement.sourceId,
		...(statement.statedOn === null ? {} : { on: statement.statedOn }),
	};
	return { value, rank, statement, provenance };
}

/** Strongest first; among equals the most recent, an undated value last; then the last brought. A total order. */
export function compareCandidates(a: Candidate<unknown>, b: Candidate<unknown>): number {
	return (
		a.rank - b.rank ||
		compareText(b.provenance.on ?? "", a.provenance.on ?? "") ||
		b.statement.run - a.statement.run ||
		compareText(a.statement.sourceId, b.statement.sourceId) ||
		compareText(a.statement.key, b.statement.key)
	);
}

export function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
