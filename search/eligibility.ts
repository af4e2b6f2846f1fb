import { proofState, reservedContracts } from "#app/domain/reserved-contracts.ts";
import type { Accreditation } from "#app/domain/supplier.ts";
import { KIND_CODES, RESERVATIONS } from "#app/domain/vocabulary.ts";
import type { EntryFacts } from "./entry.ts";

/** What a supplier's accreditations are worth on a day, as bits. */
export interface EligibilityMasks {
	/** Bits of KIND_CODES: those it has or says it has, the ended ones left out. */
	readonly kinds: number;
	/** Among them, those proved. */
	readonly kindsProved: number;
	/** Bits of RESERVATIONS: those it may answer, proved or to be confirmed. */
	readonly eligible: number;
	readonly eligibleProved: number;
}

/** Reads accreditations by the matching's own rule, once for each different set: a base has far fewer of these than suppliers. */
export class Eligibility {
	private readonly known = new Map<string, EligibilityMasks>();

	/** `on`: ISO date. */
	constructor(private readonly on: string) {}

	masksOf(kinds: EntryFacts["kinds"], ess: boolean | null): EligibilityMasks {
		const key = JSON.stringify([kinds, ess]);
		const known = this.known.get(key);
		if (known) return known;
		const masks = this.judge(
			kinds?.map(([code, proof, asOf, until]) => ({ code, proof, asOf, until }) as Accreditation) ??
				null,
			ess,
		);
		this.known.set(key, masks);
		return masks;
	}

	private judge(kinds: readonly Accreditation[] | null, ess: boolean | null): EligibilityMasks {
		let current = 0;
		let kindsProved = 0;
		for (const kind of kinds ?? []) {
			const state = proofState(kind, this.on);
			const bit = 1 << KIND_CODES.indexOf(kind.code);
			if (state !== "ended") current |= bit;
			if (state === "proved") kindsProved |= bit;
		}
		let eligible = 0;
		let eligibleProved = 0;
		for (const { regime, state } of reservedContracts(kinds, ess, this.on)) {
			const bit = 1 << RESERVATIONS.indexOf(regime.reservation);
			eligible |= bit;
			if (state === "proved") eligibleProved |= bit;
		}
		return { kinds: current, kindsProved, eligible, eligibleProved };
	}
}
