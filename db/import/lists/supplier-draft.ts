import { distanceKm } from "#app/domain/geo.ts";
import type { InferredOffer, SupplierClues } from "#app/domain/inference/index.ts";
import type { Commune } from "#app/domain/reference.ts";
import { compactSiret, isValidSiren, isValidSiret } from "#app/domain/siret.ts";
import type { Accreditation, Offer, Provenance, Supplier } from "#app/domain/supplier.ts";
import { slugOf } from "#app/domain/text.ts";
import { EVERY_FACT } from "#app/domain/upkeep/provenance.ts";
import type { KindCode, Proof } from "#app/domain/vocabulary.ts";
import type { ListContext, Reject } from "./list-format.ts";

/** Identity of a row: a SIRET, else a SIREN, else the list's own id. */
export interface Identity {
	readonly key: string;
	readonly siret: string | null;
	readonly siren: string | null;
}

/** Farther than this from its commune's centre, a position is taken for a mistake. */
const FAR_KM = 60;
/** Nearer than this with the other sign, its longitude lost its minus. */
const MIRROR_KM = 20;

/** A SIRET with a right key; a SIREN alone is kept as such; anything else rejects the row, with what to do. */
export function readSiret(
	text: string,
	column: string,
	context: ListContext,
): Identity | { reject: Reject } {
	const siret = compactSiret(text);
	const reject = (reason: string) => ({ reject: { column, value: text.trim(), reason } });
	if (isValidSiret(siret) && !siret.startsWith("000000000"))
		return { key: siret, siret, siren: siret.slice(0, 9) };
	if (siret === "")
		return reject("Le SIRET manque. Complétez-le d’après l’Annuaire des entreprises.");
	if (/\D/.test(siret))
		return reject("Ce SIRET contient autre chose que des chiffres. Corrigez-le.");
	if (isValidSiren(siret)) {
		context.warn(
			`« ${siret} » est un SIREN (9 chiffres), pas un SIRET : l’établissement reste à préciser.`,
		);
		return { key: siret, siret: null, siren: siret };
	}
	if (siret.length !== 14) {
		return reject(
			`Ce numéro compte ${siret.length} chiffres, un SIRET en compte 14. Corrigez-le d’après l’Annuaire des entreprises.`,
		);
	}
	return reject(
		"La clé de ce SIRET est fausse : un chiffre a été mal recopié, ou le numéro est inventé. Corrigez-le d’après l’Annuaire des entreprises.",
	);
}

export interface RowPlace {
	readonly inseeCode?: string | undefined;
	readonly postcode?: string | undefined;
	readonly town?: string | undefined;
	/** When the list gives no postcode: the name is looked for inside it. */
	readonly departement?: string | null | undefined;
	readonly lat?: string | number | null | undefined;
	readonly lon?: string | number | null | undefined;
	/** True when the list says its coordinates are those of the commune: they tell nothing more. */
	readonly approximate?: boolean;
}

export interface ResolvedPlace {
	readonly commune: Commune | null;
	readonly lat: number | null;
	readonly lon: number | null;
	/** How the commune was found, for `facts`; null when the list gives its code. */
	readonly because: string | null;
}

/** The commune by code, else by postcode and name, else the nearest to the point; unknown otherwise, with a warning. */
export function resolvePlace(place: RowPlace, context: ListContext): ResolvedPlace {
	const point = readPoint(place);
	const town = place.town?.replace(/\bcedex\b.*$/i, "").trim() ?? "";
	const postcode = normalPostcode(place.postcode);
	const words = [
		postcode,
		town && `« ${town} »`,
		!postcode && place.departement && `département ${place.departement}`,
	]
		.filter(Boolean)
		.join(", ");
	const byCode = place.inseeCode
		? context.places.findCommune({ inseeCode: place.inseeCode })
		: null;
	const commune = byCode ?? findByName(postcode || inside(place.departement), town, context);
	if (!commune && point) {
		const nearest = context.places.nearestCommune(point.lat, point.lon);
		return {
			commune: nearest,
			...(place.approximate ? NOWHERE : point),
			because: "commune la plus proche du point",
		};
	}
	if (!commune) {
		if (town || postcode) context.warn(`Commune non trouvée (${words}) : elle reste inconnue.`);
		return { commune: null, ...NOWHERE, because: null };
	}
	const kept = point && !place.approximate ? plausiblePoint(point, commune, context) : null;
	return { commune, ...(kept ?? NOWHERE), because: byCode ? null : words };
}

const NOWHERE = { lat: null, lon: null };

function findByName(postcode: string, town: string, context: ListContext): Commune | null {
	return postcode === "" && town === ""
		? null
		: context.places.findCommune({ postcode, name: town });
}

/** A postcode that no town bears: the name alone decides inside the département. */
function inside(departement: string | null | undefined): string {
	return departement ? `${departement.replace(/[AB]$/i, "0")}999`.slice(0, 5) : "";
}

/** A point far from its commune is a geocoder's mistake, unless its longitude only lost its sign. */
function plausiblePoint(
	point: { lat: number; lon: number },
	commune: Commune,
	context: ListContext,
): { lat: number; lon: number } | null {
	const limitKm = FAR_KM + commune.errorKm;
	const away = (lon: number) => distanceKm(point.lat, lon, commune.lat, commune.lon);
	if (away(point.lon) <= limitKm) return point;
	if (away(-point.lon) <= MIRROR_KM + commune.errorKm) {
		context.warn(
			`La longitude ${point.lon} est loin de ${commune.name} : elle a sans doute perdu son signe, ${-point.lon} est retenu.`,
		);
		return { lat: point.lat, lon: -point.lon };
	}
	context.warn(
		`Le point (${point.lat}, ${point.lon}) est à plus de ${FAR_KM} km de ${commune.name} : il est laissé de côté.`,
	);
	return null;
}

/** `1400`, `84200.0` → `01400`, `84200`. */
function normalPostcode(text: string | undefined): string {
	const digits = (text ?? "").trim().replace(/\.0$/, "").replace(/\s/g, "");
	return /^\d{4,5}$/.test(digits) ? digits.padStart(5, "0") : "";
}

function readPoint({ lat, lon }: RowPlace): { lat: number; lon: number } | null {
	const point = { lat: toNumber(lat), lon: toNumber(lon) };
	if (point.lat === null || point.lon === null || (point.lat === 0 && point.lon === 0)) return null;
	return Math.abs(point.lat) <= 90 && Math.abs(point.lon) <= 180
		? { lat: point.lat, lon: point.lon }
		: null;
}

function toNumber(value: string | number | null | undefined): number | null {
	if (value === null || value === undefined || value === "") return null;
	const number = typeof value === "number" ? value : Number(value.trim().replace(",", "."));
	return Number.isFinite(number) ? Math.round(number * 1e6) / 1e6 : null;
}

export interface Draft {
	readonly identity: Identity;
	readonly name: string;
	/** Date of what the row says; the list's when it says nothing better. */
	readonly on: string | null;
	readonly place: ResolvedPlace;
	readonly fields: Partial<Supplier>;
	readonly clues: SupplierClues;
	/** What each inferred offer also says, from the list itself (an area…). */
	readonly offer?: Partial<Offer>;
	/** Where a field comes from when the row's words had to be read. */
	readonly because?: Readonly<Record<string, string>>;
}

/** A supplier in exchange form from what a row says, each value with its source and date. */
export function buildSupplier(draft: Draft, context: ListContext): Supplier {
	const { identity, place, on } = draft;
	const offers = context.inference.infer(draft.clues);
	const supplier: Supplier = {
		schemaVersion: 1,
		id: `${context.sourceId}-${slugOf(identity.key)}`.slice(0, 120),
		...(identity.siret ? { siret: identity.siret } : {}),
		...(identity.siren && !identity.siret ? { siren: identity.siren } : {}),
		name: draft.name.slice(0, 300),
		...known(draft.fields),
		...known({ commune: place.commune?.code, lat: place.lat, lon: place.lon }),
		offers: offers.map((offer) => toOffer(offer, draft.offer)),
	};
	return { ...supplier, facts: factsOf(supplier, offers, { source: context.sourceId, on }, draft) };
}

function toOffer(offer: InferredOffer, more: Partial<Offer> | undefined): Offer {
	return {
		segment: offer.segment,
		basis: "inferred",
		...(offer.modes ? { modes: [...offer.modes] } : {}),
		...known(more ?? {}),
	};
}

/** The row's source and date cover every value; a value that had to be read or guessed says from what. */
function factsOf(
	supplier: Supplier,
	offers: readonly InferredOffer[],
	base: Provenance,
	{ because = {}, place, offer }: Draft,
): Record<string, Provenance> {
	const facts: Record<string, Provenance> = { [EVERY_FACT]: base };
	const note = (path: string, reason: string | null | undefined) => {
		if (reason) facts[path] = { ...base, because: reason };
	};
	if (supplier.commune) note("commune", place.because);
	for (const [field, reason] of Object.entries(because)) if (field in supplier) note(field, reason);
	offers.forEach((inferred, index) => {
		note(`offers[${index}].segment`, inferred.because);
		for (const field of Object.keys(known(offer ?? {})))
			note(`offers[${index}].${field}`, because[`offer.${field}`]);
	});
	return facts;
}

/** Only what is known: absent rather than null. */
function known<T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
	return Object.fromEntries(
		Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
	) as {
		[K in keyof T]?: NonNullable<T[K]>;
	};
}

/** One accreditation, as seen on a list. */
export function accredited(
	code: KindCode,
	proof: Proof,
	asOf: string | null,
	until: string | null = null,
): Accreditation {
	return { code, proof, ...(asOf ? { asOf } : {}), ...(until ? { until } : {}) };
}

/** Accreditations of several rows, one per code, the best proved then the latest. */
export function mergeKinds(kinds: readonly Accreditation[]): Accreditation[] {
	const best = new Map<KindCode, Accreditation>();
	for (const kind of kinds) {
		const other = best.get(kind.code);
		if (!other || rank(kind) > rank(other)) best.set(kind.code, kind);
	}
	return [...best.values()];
}

function rank(kind: Accreditation): string {
	return `${kind.proof === "registry" ? 2 : kind.proof === "document" ? 1 : 0} ${kind.asOf ?? ""}`;
}
