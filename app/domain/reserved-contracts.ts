import { parseDay } from "./dates.ts";
import { accreditationOutcome, kindSet } from "./match/checks/accreditation.ts";
import { kindNumbers } from "./match/compile-supplier.ts";
import { MET, type Outcome, UNMET } from "./match/masks.ts";
import { type Regime, regimeOn } from "./regimes.ts";
import type { Accreditation } from "./supplier.ts";
import { type KindCode, RESERVATIONS } from "./vocabulary.ts";

/** `proved`: named by the article, seen on an official list or a document, valid. `to-confirm`: anything less. */
export type ProofState = "proved" | "to-confirm" | "ended";

/** Where one accreditation stands on an ISO date, by the rule the matching uses. */
export function proofState(accreditation: Accreditation, on: string): ProofState {
	const outcome = outcomeOf([accreditation], [accreditation.code], [], on);
	if (outcome === UNMET) return "ended";
	return outcome === MET ? "proved" : "to-confirm";
}

/** A regime of reserved contracts that a supplier may answer to. */
export interface ReservedContract {
	readonly regime: Regime;
	readonly state: "proved" | "to-confirm";
	/** The kinds it rests on; empty for the ESS regime, which rests on the status. */
	readonly kinds: readonly KindCode[];
}

/**
 * The reserved contracts that a supplier may answer on an ISO date, proved or to be confirmed. An unknown kind opens nothing here:
 * it would open everything.
 *
 * Legal source: `res.*` of the legal table, through `regimeOn`.
 */
export function reservedContracts(
	kinds: readonly Accreditation[] | null,
	ess: boolean | null,
	on: string,
): ReservedContract[] {
	return RESERVATIONS.flatMap((reservation): ReservedContract[] => {
		const regime = regimeOn(reservation, on);
		if (!regime) return [];
		if (reservation === "ess") {
			return ess === true ? [{ regime, state: "to-confirm", kinds: [] }] : [];
		}
		const outcome = outcomeOf(kinds ?? [], regime.green, regime.toProve, on);
		if (outcome === UNMET) return [];
		const named = [...regime.green, ...regime.toProve];
		const valid = (kinds ?? []).filter((kind) => proofState(kind, on) !== "ended");
		return [
			{
				regime,
				state: outcome === MET ? "proved" : "to-confirm",
				kinds: named.filter((code) => valid.some((kind) => kind.code === code)),
			},
		];
	});
}

function outcomeOf(
	kinds: readonly Accreditation[],
	green: readonly KindCode[],
	toProve: readonly KindCode[],
	on: string,
): Outcome {
	const values = Int32Array.from(kinds.flatMap(kindNumbers));
	return accreditationOutcome(values, 0, values.length, {
		green: kindSet(green),
		toProve: kindSet(toProve),
		start: parseDay(on),
	});
}
