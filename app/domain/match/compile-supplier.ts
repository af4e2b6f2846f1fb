import { NO_DAY, parseDay } from "../dates.ts";
import type { Commune, Places } from "../reference.ts";
import type { Accreditation, Offer, Supplier } from "../supplier.ts";
import { CONSORTIUM_ROLES, operatorKey } from "../supplier.ts";
import { fold } from "../text.ts";
import { KIND_CODES, MODES, PERIODS, PROOFS, UNITS, VERIFIERS, WEEKDAYS } from "../vocabulary.ts";
import { effectiveOffer } from "./effective-offer.ts";
import type { CompiledOffer, CompiledSupplier } from "./facts.ts";
import { FACT_UNKNOWN, NO, YES } from "./facts.ts";
import { maskOf } from "./masks.ts";
import { communeKey, currentZone } from "./place-keys.ts";

/** Kinds that only lend staff: with nothing but these and no mode declared, the mode is staffing. */
const STAFFING_KINDS: readonly string[] = ["AI", "ETTI", "GEIQ", "EATT"];

const STOCK = ["firm", "as-found"];
const TRANSFER = ["accepts", "studies", "impossible"];
const INVOICING = ["chorus", "none"];

/** Whether a supplier may be proposed: establishments closed or withdrawn are not matched. */
export function isMatchable(supplier: Supplier): boolean {
	return supplier.status !== "closed" && supplier.status !== "withdrawn";
}

/** Where a supplier stands: its own point, else the centre of its commune with that centre's error; null when neither is known. */
export function positionOf(
	supplier: Pick<Supplier, "lat" | "lon" | "commune">,
	places: Places,
): { lat: number; lon: number; errorKm: number; commune: Commune | undefined } | null {
	const known = supplier.commune ? places.commune(supplier.commune) : undefined;
	const { lat, lon } = supplier;
	if (typeof lat === "number" && typeof lon === "number") {
		// A point without a commune takes the nearest commune's.
		const commune = supplier.commune ? known : places.nearestCommune(lat, lon);
		return { lat, lon, errorKm: 0, commune };
	}
	return known ? { lat: known.lat, lon: known.lon, errorKm: known.errorKm, commune: known } : null;
}

/**
 * The accreditations that may be shown and used: a person's disability (TIH) only by consent. Null: unknown, and the same for a person
 * whose only kind is hidden, so that hiding tells nothing.
 */
export function visibleKinds(
	supplier: Pick<Supplier, "kinds" | "tihConsent">,
): readonly Accreditation[] | null {
	if (!supplier.kinds) return null;
	if (supplier.tihConsent === true) return supplier.kinds;
	const kinds = supplier.kinds.filter((kind) => kind.code !== "TIH");
	return kinds.length === 0 && supplier.kinds.length > 0 ? null : kinds;
}

/** The modes of an offer; staffing is presumed of those whose only kinds lend staff. Null: unknown. */
export function effectiveModes(
	offer: Pick<Offer, "modes">,
	kinds: readonly Accreditation[] | null,
): readonly (typeof MODES)[number][] | null {
	if (offer.modes) return offer.modes;
	const lendsStaff =
		kinds !== null && kinds.length > 0 && kinds.every((k) => STAFFING_KINDS.includes(k.code));
	return lendsStaff ? ["staffing"] : null;
}

/** Turns an exchange supplier into numbers: defaults inherited, codes of places brought up to date. */
export function compileSupplier(supplier: Supplier, places: Places): CompiledSupplier {
	const position = positionOf(supplier, places);
	const kinds = visibleKinds(supplier);
	const commune = position?.commune?.code ?? supplier.commune;
	return {
		id: supplier.id,
		sortName: fold(supplier.name),
		operatorKey: operatorKey(supplier),
		lat: position?.lat ?? Number.NaN,
		lon: position?.lon ?? Number.NaN,
		errorKm: position?.errorKm ?? 0,
		commune: commune ? communeKey(commune) : 0,
		kinds: kinds?.flatMap(kindNumbers) ?? null,
		ess: yesNo(supplier.ess),
		consortium: rankOf(supplier.consortium, CONSORTIUM_ROLES),
		offers: supplier.offers.map((_, i) => compileOffer(supplier, i, kinds, places)),
	};
}

function compileOffer(
	supplier: Supplier,
	position: number,
	kinds: readonly Accreditation[] | null,
	places: Places,
): CompiledOffer {
	const offer = effectiveOffer(supplier, supplier.offers[position] as Offer);
	const area = offer.area;
	const zones = area?.zones ?? [];
	return {
		position,
		segment: offer.segment,
		inferred: offer.basis === "inferred",
		includesChildren: offer.includesChildren === true,
		modes: setOf(effectiveModes(offer, kinds), MODES),
		areaDeclared: typeof area?.radiusKm === "number" || zones.length > 0 || area?.country === true,
		country: area?.country === true,
		radiusKm: area?.radiusKm ?? Number.NaN,
		zones: [...new Set(zones.map((zone) => currentZone(zone, places)))].sort(),
		daysPerWeek: offer.daysPerWeek ?? Number.NaN,
		weekdays: setOf(offer.weekdays, WEEKDAYS),
		windows: offer.windows ? offer.windows.flatMap(windowNumbers) : null,
		minVisitHours: offer.minVisitHours ?? Number.NaN,
		closures: offer.closures
			? offer.closures.flatMap(({ from, to }) => [monthDay(from), monthDay(to)])
			: null,
		coversClosures: offer.coversClosures === true,
		leadTimeDays: offer.leadTimeDays ?? Number.NaN,
		availableFrom: dayOrNone(offer.availableFrom),
		stock: rankOf(offer.stock, STOCK),
		staffDependent: offer.skills === "staff-dependent",
		certificates:
			offer.certificates?.map(({ code, until }) => ({ code, until: dayOrNone(until) })) ?? null,
		capabilities: offer.capabilities
			? Object.entries(offer.capabilities).flatMap(([code, value]) =>
					value === null ? [] : [{ code, value }],
				)
			: null,
		delivers: yesNo(offer.delivers),
		installs: yesNo(offer.installs),
		staffTransfer: rankOf(offer.staffTransfer, TRANSFER),
		eInvoicing: rankOf(offer.eInvoicing, INVOICING),
		orderMin: offer.orderEur?.min ?? Number.NaN,
		orderMax: offer.orderEur?.max ?? Number.NaN,
		capacity: (offer.capacity ?? []).map((entry) => ({
			unit: UNITS.indexOf(entry.unit),
			per: PERIODS.indexOf(entry.per),
			max: entry.max ?? Number.NaN,
			remaining: entry.remaining ?? Number.NaN,
			remainingOn: dayOrNone(entry.remainingOn),
		})),
		flexible: maskOf(offer.flexible ?? []),
		verifiedOn: dayOrNone(offer.verifiedOn),
		verifiedBy: rankOf(offer.verifiedBy, VERIFIERS),
	};
}

/** Minutes since midnight of `HH:MM`. */
export function minutesOf(hour: string): number {
	return Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3, 5));
}

/** Start and length in minutes of a window; one that ends before it starts ends after midnight. */
export function windowNumbers(window: { from: string; to: string }): [number, number] {
	const from = minutesOf(window.from);
	const to = minutesOf(window.to);
	return [from % 1440, to < from ? to + 1440 - from : to - from];
}

/** `MM-DD` as month·100+day. */
export function monthDay(text: string): number {
	return Number(text.slice(0, 2)) * 100 + Number(text.slice(3, 5));
}

/** An accreditation as `accreditationOutcome` reads it: code·4+proof, asOf, until. */
export function kindNumbers(kind: Accreditation): number[] {
	const code = KIND_CODES.indexOf(kind.code) * 4 + PROOFS.indexOf(kind.proof);
	return [code, dayOrNone(kind.asOf), dayOrNone(kind.until)];
}

function dayOrNone(iso: string | null | undefined): number {
	return iso ? parseDay(iso) : NO_DAY;
}

function yesNo(value: boolean | null | undefined): number {
	if (value === null || value === undefined) return FACT_UNKNOWN;
	return value ? YES : NO;
}

/** 1 for the first word of a list, 2 for the second…; 0 when unknown. */
function rankOf(value: string | null | undefined, words: readonly string[]): number {
	return value ? words.indexOf(value) + 1 : FACT_UNKNOWN;
}

function setOf(values: readonly string[] | null | undefined, words: readonly string[]): number {
	if (!values) return -1;
	let mask = 0;
	for (const value of values) mask |= 1 << words.indexOf(value);
	return mask;
}
