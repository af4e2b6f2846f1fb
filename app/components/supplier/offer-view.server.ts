import { formatAge } from "#app/domain/french-format.ts";
import { VERIFIER_LABELS } from "#app/domain/french-labels.ts";
import { effectiveOffer } from "#app/domain/match/effective-offer.ts";
import type { PublicSupplier } from "#app/domain/public-supplier.ts";
import type { Offer, Supplier } from "#app/domain/supplier.ts";
import type { Reference } from "#db/reference.server.ts";
import { areaWords, offerConditions, offerFacts, openQuestions } from "./offer-words.ts";
import type { Cite } from "./supplier-view.server.ts";
import type { OfferView } from "./supplier-view.ts";
import { withheldWords } from "./withheld-words.ts";

/** The offers of a structure, in the order it gives them. `whole`: with the facts kept for buyers, which are only not asked again. */
export function offerViews(
	{ supplier, withheld }: PublicSupplier,
	whole: Supplier,
	{ taxonomy, places, criteria }: Reference,
	cite: Cite,
	today: string,
): OfferView[] {
	return supplier.offers.map((offer, index) => {
		const facts = effectiveOffer(supplier, offer);
		const segment = taxonomy.get(offer.segment);
		const citeFact = (fact: string) => cite(pathOf(offer, index, fact));
		const inferred = offer.basis === "inferred";
		return {
			key: `${index}-${offer.segment}`,
			segment: offer.segment,
			label: segment?.label ?? offer.segment,
			family: segment?.parent ? (taxonomy.get(segment.parent)?.label ?? null) : null,
			inferred: inferred ? { because: cite(`offers[${index}].segment`)?.because ?? null } : null,
			includesChildren: offer.includesChildren === true,
			area: { text: areaWords(facts, places), source: citeFact("area") },
			facts: offerFacts(facts).map((fact) => ({ ...fact, source: citeFact(fact.path) })),
			conditions: offerConditions(facts, criteria).map((condition) => ({
				...condition,
				source: citeFact(condition.path),
			})),
			withheld: withheldWords(withheld, [`offers[${index}]`, "defaults"]),
			questions: openQuestions(
				effectiveOffer(whole, whole.offers[index] ?? offer),
				segment,
				criteria,
			),
			...confirmation(offer, today),
		};
	});
}

/** A fact that the offer does not give itself comes from the supplier's defaults. */
function pathOf(offer: Offer, index: number, fact: string): string {
	const name = fact.split(".")[0] as keyof Offer;
	const isOwn = offer[name] !== null && offer[name] !== undefined;
	return isOwn ? `offers[${index}].${fact}` : `defaults.${fact}`;
}

function confirmation(offer: Offer, today: string): Pick<OfferView, "confirmed" | "stale"> {
	const { verifiedOn, verifiedBy } = offer;
	const byThem = verifiedBy === "supplier" || verifiedBy === "cress";
	if (!verifiedOn || !byThem) {
		return { confirmed: "Reprise d’une liste, jamais confirmée par la structure", stale: true };
	}
	const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
	const stale = verifiedOn < yearAgo;
	const words = `Confirmée par ${VERIFIER_LABELS[verifiedBy]} ${formatAge(verifiedOn, today)}`;
	return { confirmed: stale ? `${words}\u202f: à reconfirmer` : words, stale };
}
