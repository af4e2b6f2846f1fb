import { parseDay } from "#app/domain/dates.ts";
import { effectiveModes, visibleKinds } from "#app/domain/match/compile-supplier.ts";
import { drawRank, hashOfText } from "#app/domain/match/draw.ts";
import { effectiveOffer } from "#app/domain/match/effective-offer.ts";
import { isListed } from "#app/domain/public-supplier.ts";
import type { Accreditation, Supplier } from "#app/domain/supplier.ts";
import { MODES } from "#app/domain/vocabulary.ts";
import { contentWords, indexTokens } from "./words.ts";

/** A supplier of the base, as the index reads it. */
export interface SearchSource {
	/** Internal id. */
	readonly supplierId: number;
	/** Current commune and position, which the document gives as received. */
	readonly commune: string | null;
	readonly lat: number | null;
	readonly lon: number | null;
	/** Last confirmation by the supplier or the CRESS. */
	readonly verifiedOn: string | null;
	readonly sortName: string;
	readonly supplier: Supplier;
}

/** The names of communes by their code. */
export interface CommuneNames {
	commune(code: string): { readonly name: string } | undefined;
}

/** Node, 1 when it holds for the node's children, bits of MODES (0: unknown), radius in km (0: none), 1 for the country, zones. */
export type OfferEntry = readonly [
	segment: string,
	includesChildren: 0 | 1,
	modes: number,
	radiusKm: number,
	country: 0 | 1,
	zones: readonly string[],
];

/** What filters and facets need; only public facts. */
export interface EntryFacts {
	/** Code, proof, asOf, until. Null: unknown. */
	readonly kinds:
		| readonly (readonly [string, Accreditation["proof"], string | null, string | null])[]
		| null;
	readonly ess: boolean | null;
	readonly tags: readonly string[];
	readonly offers: readonly OfferEntry[];
}

/** One supplier in the index, as the index writes it: plain JSON, so that a thread can prepare it. */
export interface SearchEntry {
	readonly supplierId: number;
	/** False: kept so that others learn that it left; never shown. */
	readonly listed: boolean;
	/** Rank in the draw of the directory. */
	readonly draw: number;
	readonly lat: number | null;
	readonly lon: number | null;
	readonly commune: string | null;
	readonly verifiedDay: number | null;
	readonly sortName: string;
	/** EntryFacts as text. */
	readonly facts: string;
	/** Tokens, apart by a space. */
	readonly name: string;
	readonly body: string;
}

/** The directory has one draw for all: anyone can compute it again from the public ids. */
export const DIRECTORY_DRAW_SEED = "annuaire";
const SEED_HASH = hashOfText(DIRECTORY_DRAW_SEED);

const NOTHING: EntryFacts = { kinds: null, ess: null, tags: [], offers: [] };

/** What the index keeps of a supplier. */
export function searchEntry(source: SearchSource, places: CommuneNames): SearchEntry {
	const { supplier } = source;
	const listed = isListed(supplier);
	return {
		supplierId: source.supplierId,
		listed,
		draw: drawRank(SEED_HASH, hashOfText(supplier.id)),
		lat: source.lat,
		lon: source.lon,
		commune: source.commune,
		verifiedDay: source.verifiedOn ? parseDay(source.verifiedOn) : null,
		sortName: source.sortName,
		facts: factsToText(listed ? entryFacts(supplier) : NOTHING),
		name: listed ? indexTokens(contentWords(supplier.name)) : "",
		body: listed ? indexTokens(contentWords(bodyText(source, places))) : "",
	};
}

function factsToText({ kinds, ess, tags, offers }: EntryFacts): string {
	return JSON.stringify([kinds, ess, tags, offers]);
}

/** @throws {SyntaxError} on a row that this program did not write */
export function factsFromText(text: string): EntryFacts {
	const [kinds, ess, tags, offers] = JSON.parse(text);
	return { kinds, ess, tags, offers };
}

function entryFacts(supplier: Supplier): EntryFacts {
	const kinds = visibleKinds(supplier);
	return {
		kinds:
			kinds?.map(({ code, proof, asOf, until }) => [code, proof, asOf ?? null, until ?? null]) ??
			null,
		ess: supplier.ess ?? null,
		tags: supplier.tags ?? [],
		offers: supplier.offers.map((offer) => {
			const { area, modes, segment, includesChildren } = supplier.defaults
				? effectiveOffer(supplier, offer)
				: offer;
			return [
				segment,
				includesChildren === true ? 1 : 0,
				modesMask(effectiveModes({ modes }, kinds)),
				area?.radiusKm ?? 0,
				area?.country === true ? 1 : 0,
				area?.zones ?? [],
			];
		}),
	};
}

function modesMask(modes: readonly string[] | null): number {
	let mask = 0;
	for (const mode of modes ?? []) mask |= 1 << MODES.indexOf(mode as (typeof MODES)[number]);
	return mask;
}

/** Public texts beside the name. Certificates are looked for by their code; segments, kinds and territories by their names (`synonyms.ts`). */
function bodyText({ supplier, commune }: SearchSource, places: CommuneNames): string {
	const certificates = [supplier.defaults, ...supplier.offers].flatMap(
		(facts) => facts?.certificates?.map(({ code }) => code) ?? [],
	);
	return [
		supplier.description,
		supplier.network,
		supplier.group,
		commune === null ? null : places.commune(commune)?.name,
		supplier.postcode,
		...(supplier.tags ?? []),
		...new Set(certificates),
	]
		.filter((text) => text)
		.join(" ");
}
