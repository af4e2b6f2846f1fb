import { addMonths, type Day, NO_DAY } from "../../dates.ts";
import { formatDate, joinAnd } from "../../french-format.ts";
import type { Accreditation } from "../../supplier.ts";
import { KIND_CODES, type KindCode } from "../../vocabulary.ts";
import { MET, type Outcome, UNKNOWN, UNMET } from "../masks.ts";

/** A proof without an end counts that long from the day it was seen. */
const PROOF_MONTHS = 24;

const DECLARED = 2;

/** The kinds as bits of their rank. */
export function kindSet(kinds: readonly KindCode[]): number {
	let set = 0;
	for (const kind of kinds) set |= 1 << KIND_CODES.indexOf(kind);
	return set;
}

/** Kinds wanted, as sets of `kindSet`, and the day on which they must be valid. */
export interface WantedKinds {
	readonly green: number;
	readonly toProve: number;
	readonly start: Day;
}

/**
 * The best outcome over a sequence of accreditations: `green` kinds count when proved and valid at the start, `toProve` kinds
 * are at best unknown. An ended accreditation counts as none.
 */
export function accreditationOutcome(
	values: Int32Array,
	from: number,
	to: number,
	wanted: WantedKinds,
): Outcome {
	let best: Outcome = UNMET;
	for (let i = from; i < to; i += 3) {
		const codeAndProof = values[i] as number;
		const bit = 1 << (codeAndProof >> 2);
		if (((wanted.green | wanted.toProve) & bit) === 0) continue;
		const asOf = values[i + 1] as number;
		const until = values[i + 2] as number;
		if (until !== NO_DAY && until < wanted.start) continue;
		const proved =
			(codeAndProof & 3) !== DECLARED &&
			(until !== NO_DAY || (asOf !== NO_DAY && wanted.start <= addMonths(asOf, PROOF_MONTHS)));
		if (proved && (wanted.green & bit) !== 0) return MET;
		best = UNKNOWN;
	}
	return best;
}

/** `ESAT (vu sur une liste officielle le 15 janvier 2026)` for each accreditation. */
export function kindsInWords(kinds: readonly Accreditation[]): string {
	if (kinds.length === 0) return "aucun agrément";
	return joinAnd(kinds.map(kindInWords));
}

function kindInWords(kind: Accreditation): string {
	const details: string[] = [];
	if (kind.proof === "declared") details.push("déclaré sans justificatif");
	else if (kind.asOf) {
		details.push(
			`${kind.proof === "registry" ? "liste officielle" : "justificatif"} du ${formatDate(kind.asOf)}`,
		);
	} else details.push("justificatif sans date");
	if (kind.until) details.push(`jusqu’au ${formatDate(kind.until)}`);
	return `${kind.code} (${details.join(", ")})`;
}
