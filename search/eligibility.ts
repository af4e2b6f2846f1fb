import { addMonths, type Day, parseDay } from "#app/domain/dates.ts";
import { regimeOn } from "#app/domain/regimes.ts";
import { KIND_CODES, RESERVATIONS } from "#app/domain/vocabulary.ts";
import type { EntryFacts } from "./entry.ts";

/** An undated end of an accreditation is believed for so long after it was seen (`matching.md` §3, kind). */
const BELIEVED_MONTHS = 24;

/** Bits of KIND_CODES. */
export interface KindMasks {
	/** Kinds it has or says it has, those that ended left out. */
	readonly current: number;
	/** Among them, those seen on an official list or a document and valid on the day. */
	readonly proved: number;
}

/** Bits of RESERVATIONS. */
export interface ReservationMasks {
	/** A kind that the article names, proved. */
	readonly proved: number;
	/** Such a kind without proof, a kind that the articles do not name, or belonging to the ESS. */
	readonly toConfirm: number;
}

/** The kinds of a supplier on a day. */
export function kindMasksOn(kinds: EntryFacts["kinds"], on: Day): KindMasks {
	let current = 0;
	let proved = 0;
	for (const [code, proof, asOf, until] of kinds ?? []) {
		const bit = 1 << KIND_CODES.indexOf(code as (typeof KIND_CODES)[number]);
		if (until !== null && parseDay(until) < on) continue;
		current |= bit;
		if (proof === "declared") continue;
		if (until !== null) proved |= bit;
		else if (asOf !== null && addMonths(parseDay(asOf), BELIEVED_MONTHS) >= on) proved |= bit;
	}
	return { current, proved };
}

/** Green kinds and kinds to be proved by hand of each regime in force on an ISO date. */
export function regimeMasksOn(on: string): { green: number; toProve: number }[] {
	return RESERVATIONS.map((reservation) => {
		const regime = regimeOn(reservation, on);
		return { green: maskOf(regime?.green ?? []), toProve: maskOf(regime?.toProve ?? []) };
	});
}

/**
 * The reserved contracts a supplier may answer. One whose kinds are unknown is eligible to nothing here: a directory says what is known,
 * a match asks.
 */
export function reservationMasks(
	kinds: KindMasks,
	ess: boolean | null,
	regimes: readonly { green: number; toProve: number }[],
): ReservationMasks {
	let proved = 0;
	let toConfirm = 0;
	for (const [index, { green, toProve }] of regimes.entries()) {
		if (kinds.proved & green) proved |= 1 << index;
		else if (kinds.current & (green | toProve)) toConfirm |= 1 << index;
		else if (RESERVATIONS[index] === "ess" && ess === true) toConfirm |= 1 << index;
	}
	return { proved, toConfirm };
}

function maskOf(kinds: readonly string[]): number {
	let mask = 0;
	for (const kind of kinds) mask |= 1 << KIND_CODES.indexOf(kind as (typeof KIND_CODES)[number]);
	return mask;
}
