import type { CheckResult } from "../match-types.ts";
import type { Places } from "../reference.ts";
import type { Offer, Supplier } from "../supplier.ts";
import type { CheckId } from "../vocabulary.ts";
import type { ExplainInput, Explanation } from "./checks/definition.ts";
import { CHECKS } from "./checks/index.ts";
import { positionOf, visibleKinds } from "./compile-supplier.ts";
import { type EffectiveOffer, effectiveOffer } from "./effective-offer.ts";
import { bitOf, type CheckMask, checksOf, outcomeIn, verdictOf } from "./masks.ts";
import type { Load, Place, PreparedCell, PreparedNeed } from "./prepared.ts";

/** Anonymous readers get verdicts, never the values of facts that are not public. */
export type Viewer = "anonymous" | "identified";

/** A supplier as the explanations read it. */
export interface ExplainedSupplier {
	readonly supplier: Supplier;
	readonly kinds: ExplainInput["kinds"];
	readonly position: ExplainInput["position"];
	readonly commune: string | null;
}

/** Reads once what every explanation of a supplier needs. */
export function explainedSupplier(supplier: Supplier, places: Places): ExplainedSupplier {
	const position = positionOf(supplier, places);
	return {
		supplier,
		kinds: visibleKinds(supplier),
		position,
		commune: position?.commune?.code ?? supplier.commune ?? null,
	};
}

/** What to explain: an offer on a cell, or on the set of cells it would take, with the verdicts found. */
export interface ExplainTarget {
	readonly prepared: PreparedNeed;
	readonly viewer: Viewer;
	readonly cell: PreparedCell;
	readonly load: Load;
	/** Place of the offer in the supplier's `offers`. */
	readonly position: number;
	readonly failed: CheckMask;
	readonly unknown: CheckMask;
	readonly checks: CheckMask;
}

/** The results of the asked checks, in check order, with asked and offered values, margin, source and date. */
export function explainChecks(who: ExplainedSupplier, target: ExplainTarget): CheckResult[] {
	const { prepared, cell } = target;
	const own = who.supplier.offers[target.position] as Offer;
	const offer = effectiveOffer(who.supplier, own);
	const input: ExplainInput = {
		supplier: who.supplier,
		kinds: who.kinds,
		position: who.position,
		commune: who.commune,
		offer,
		cell,
		place: prepared.places[cell.place] as Place,
		load: target.load,
		segment: prepared.groups[cell.group]?.segment ?? "",
		terms: prepared.terms,
	};
	return checksOf(target.checks).map((check) => explainCheck(check, input, own, target));
}

function explainCheck(
	check: CheckId,
	input: ExplainInput,
	own: Offer,
	target: ExplainTarget,
): CheckResult {
	const definition = CHECKS[check];
	const { asked, offered, margin, fact } = definition.explain(input);
	const verdict = verdictOf(outcomeIn(target.failed, target.unknown, check));
	const discussed =
		verdict === "unknown" && isDiscussed(check, input.offer, target.prepared, offered, margin);
	// Readiness to discuss is for identified buyers: said to others, it would give it away.
	const byOfferOnly = discussed && (target.prepared.terms.negotiable & bitOf(check)) === 0;
	const hidden = target.viewer === "anonymous" && offered !== null;
	const withheld = hidden && (definition.visibility === "buyers" || byOfferOnly);
	const provenance = provenanceOf(input, own, target.position, offered === null ? null : fact);
	const common = {
		check,
		service: target.cell.service,
		cell: target.cell.id,
		verdict,
		asked,
		negotiable: discussed && !(withheld && byOfferOnly),
		source: provenance.source,
		on: provenance.on ?? null,
	};
	return withheld
		? Object.assign(common, { withheld: true as const })
		: Object.assign(common, { offered, margin });
}

/** Whether an unknown check was in fact unmet, and the need or the offer would discuss it. */
function isDiscussed(
	check: CheckId,
	offer: EffectiveOffer,
	prepared: PreparedNeed,
	offered: Explanation["offered"],
	margin: number | null,
): boolean {
	const negotiable =
		(prepared.terms.negotiable & bitOf(check)) !== 0 || offer.flexible?.includes(check) === true;
	return negotiable && offered !== null && (margin === null || margin < 0);
}

/** Source and date of the fact that was read: its own, its list's, else who verified the offer and when; null without a fact. */
function provenanceOf(
	{ supplier, offer }: ExplainInput,
	own: Offer,
	position: number,
	fact: string | null,
): { source: string | null; on?: string | null | undefined } {
	if (fact === null) return NO_PROVENANCE;
	const { facts } = supplier;
	if (facts) {
		const ownValue = (own as Record<string, unknown>)[fact];
		const inherited = ownValue === null || ownValue === undefined;
		const known = inherited
			? (facts[`defaults.${fact}`] ?? facts[fact] ?? facts["defaults"])
			: (facts[`offers[${position}].${fact}`] ?? facts[`offers[${position}]`] ?? facts[fact]);
		if (known) return known;
	}
	return { source: offer.verifiedBy ?? null, on: offer.verifiedOn };
}

const NO_PROVENANCE = { source: null, on: null };
