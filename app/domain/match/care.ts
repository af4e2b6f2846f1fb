import { formatDay } from "../dates.ts";
import { legalNumber } from "../legal-table.ts";
import type { Supplier } from "../supplier.ts";
import type { Care } from "../vocabulary.ts";
import type { EffectiveOffer } from "./effective-offer.ts";

/** A contract above that share of a supplier's turnover makes it dependent on one buyer. */
const TURNOVER_SHARE = 0.3;

/** Points of percentage below the ceiling from which an ACI is near it. */
const NEAR_CEILING_POINTS = 5;

/**
 * Points that deserve care and never exclude.
 *
 * Legal source: rule `care.aci.commercial` for the share of commercial income of an ACI.
 *
 * @param amountEur amount of the cells taken; null when unknown
 * @param identified turnover and shares are for identified buyers
 */
export function careFor(
	supplier: Supplier,
	offers: readonly EffectiveOffer[],
	amountEur: number | null,
	on: number,
	identified: boolean,
): Care[] {
	const care: Care[] = [];
	if (offers.some((offer) => offer.skills === "staff-dependent")) care.push("skills");
	if (identified && weighsOnTurnover(supplier, amountEur)) care.push("turnover");
	if (identified && isNearCeiling(supplier, on)) care.push("commercial-ceiling");
	if (supplier.contacts === 1) care.push("single-contact");
	return care;
}

function weighsOnTurnover({ turnoverEur }: Supplier, amountEur: number | null): boolean {
	return (
		typeof turnoverEur === "number" &&
		amountEur !== null &&
		amountEur > turnoverEur * TURNOVER_SHARE
	);
}

function isNearCeiling({ kinds, commercialSharePct }: Supplier, on: number): boolean {
	const ceiling = legalNumber("care.aci.commercial", formatDay(on));
	return (
		ceiling !== null &&
		typeof commercialSharePct === "number" &&
		(kinds ?? []).some((kind) => kind.code === "ACI") &&
		commercialSharePct >= ceiling - NEAR_CEILING_POINTS
	);
}
