import { visibleKinds } from "./match/compile-supplier.ts";
import type { Offer, OfferDefaults, Supplier } from "./supplier.ts";

/** What anyone may read of a supplier. */
export interface PublicSupplier {
	readonly supplier: Supplier;
	/** Paths of the facts that exist and are kept for identified buyers: `turnoverEur`, `offers[0].capacity`. */
	readonly withheld: readonly string[];
}

/** Facts of the supplier for identified buyers (`matching.md` §1), and what speaks of its income as turnover does. */
const BUYERS_ONLY = ["turnoverEur", "commercialSharePct", "consortium"] as const;

/** Facts of an offer for identified buyers. */
const BUYERS_ONLY_OF_OFFER = ["capacity", "orderEur", "staffTransfer", "flexible"] as const;

/** Whether the supplier may be listed at all: one that closed or withdrew may not. */
export function isListed(supplier: Pick<Supplier, "status">): boolean {
	return supplier.status !== "closed" && supplier.status !== "withdrawn";
}

/** The supplier as an anonymous reader sees it; null when it may not be listed. The argument is left as it is. */
export function publicSupplier(supplier: Supplier): PublicSupplier | null {
	if (!isListed(supplier)) return null;
	const withheld: string[] = [];
	const shown: Supplier = { ...supplier };
	delete shown.tihConsent;
	const hidesTih = hidesKind(supplier);
	const kinds = visibleKinds(supplier);
	// Absent, as for any supplier whose kinds are unknown: nothing must tell that one is hidden.
	if (kinds === null) delete shown.kinds;
	else shown.kinds = [...kinds];
	for (const fact of BUYERS_ONLY) {
		if (isKnown(shown[fact])) withheld.push(fact);
		delete shown[fact];
	}
	if (supplier.defaults) {
		shown.defaults = withoutBuyersOnly(supplier.defaults, "defaults", withheld);
	}
	shown.offers = supplier.offers.map((offer, i) =>
		withoutBuyersOnly(offer, `offers[${i}]`, withheld),
	);
	if (supplier.facts) {
		shown.facts = Object.fromEntries(
			Object.entries(supplier.facts).filter(
				([path]) => isPublicPath(path) && !(hidesTih && path.startsWith("kinds")),
			),
		);
	}
	return { supplier: shown, withheld };
}

function withoutBuyersOnly<T extends Offer | OfferDefaults>(
	facts: T,
	path: string,
	withheld: string[],
): T {
	const shown = { ...facts };
	for (const fact of BUYERS_ONLY_OF_OFFER) {
		if (isKnown(shown[fact])) withheld.push(`${path}.${fact}`);
		delete shown[fact];
	}
	return shown;
}

function hidesKind(supplier: Supplier): boolean {
	return supplier.tihConsent !== true && !!supplier.kinds?.some((kind) => kind.code === "TIH");
}

function isKnown(value: unknown): boolean {
	return value !== null && value !== undefined;
}

function isPublicPath(path: string): boolean {
	const names = path.split(/[.[\]]+/);
	if (names.includes("tihConsent")) return false;
	return ![...BUYERS_ONLY, ...BUYERS_ONLY_OF_OFFER].some((fact) => names.includes(fact));
}
