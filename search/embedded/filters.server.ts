import type { DirectoryQuery } from "#app/domain/directory.ts";
import { type BoundingBox, boundingBox } from "#app/domain/geo.ts";
import { zonesOf } from "#app/domain/match/place-keys.ts";
import type { Places } from "#app/domain/reference.ts";
import { KIND_CODES, MODES, RESERVATIONS } from "#app/domain/vocabulary.ts";
import type { FilterName } from "#search/port.ts";
import type { SearchColumns } from "./columns.server.ts";
import type { WordsMatch } from "./words-match.server.ts";

/** One bit per filter. Those from SEGMENT on are judged on a supplier's offers together: one offer must pass them all. */
export const FILTER_BITS = {
	kind: 1,
	reservation: 2,
	zone: 4,
	near: 8,
	fresh: 16,
	ess: 32,
	tag: 64,
	segment: 128,
	mode: 256,
	serves: 512,
	q: 1024,
} as const satisfies Record<FilterName, number>;

export const OFFER_FILTERS = FILTER_BITS.segment | FILTER_BITS.mode | FILTER_BITS.serves;

/** A point of the map. */
export interface Point {
	readonly lat: number;
	readonly lon: number;
}

/** A query turned into numbers of the columns. A filter that is not in force is null (or an absent bit of `active`). */
export interface Filters {
	/** Bits of the filters in force. */
	readonly active: number;
	readonly kinds: number;
	readonly reservation: number;
	/** By number of the code: 1 when chosen. */
	readonly communes: Uint8Array;
	readonly epcis: Uint8Array;
	readonly departements: Uint8Array;
	readonly regions: Uint8Array;
	readonly near: (Point & { readonly km: number; readonly box: BoundingBox }) | null;
	readonly fresh: DirectoryQuery["fresh"];
	readonly tag: number;
	/** By node: 1 when an offer on it passes; without, then with its children. */
	readonly segmentAlone: Uint8Array;
	readonly segmentWithChildren: Uint8Array;
	readonly mode: number;
	/** The commune to serve: its centre, and the by number, 1 for the zones that hold it. */
	readonly serves: (Point & { readonly zones: Uint8Array }) | null;
	readonly words: WordsMatch | null;
	/** By node: bits of the words that name what an offer on it answers for. */
	readonly wordsAlone: Int32Array;
	readonly wordsWithChildren: Int32Array;
	/** Where distances are counted from; null when the query names no place. */
	readonly origin: Point | null;
}

export function compileFilters(
	query: DirectoryQuery,
	columns: SearchColumns,
	places: Places,
	words: WordsMatch | null,
): Filters {
	const near = nearOf(query, places);
	const served = query.serves === null ? undefined : places.commune(query.serves);
	const origin = near ?? served ?? null;
	const seat = (level: string, codes: { size: number; find(code: string): number }) => {
		const chosen = new Uint8Array(codes.size);
		for (const zone of query.zones) {
			if (!zone.startsWith(`${level}:`)) continue;
			const code = zone.slice(level.length + 1);
			const current = level === "commune" ? (places.commune(code)?.code ?? code) : code;
			chosen[codes.find(current)] = 1;
		}
		chosen[0] = 0;
		return chosen;
	};
	const chosenSegments = new Set(query.segments.map((code) => columns.segments.numberOf(code)));
	const { alone, withChildren } = perNode(columns, Uint8Array, (segment) =>
		chosenSegments.has(segment) ? 1 : 0,
	);
	const wordNodes = perNode(columns, Int32Array, (segment) => words?.bySegment[segment] ?? 0);
	return {
		active: activeFilters(query, words),
		kinds: query.kinds.reduce((mask, kind) => mask | (1 << KIND_CODES.indexOf(kind)), 0),
		reservation: query.reservation === null ? 0 : 1 << RESERVATIONS.indexOf(query.reservation),
		communes: seat("commune", columns.communes),
		epcis: seat("epci", columns.epcis),
		departements: seat("departement", columns.departements),
		regions: seat("region", columns.regions),
		near,
		fresh: query.fresh,
		tag: tagBit(columns, query.tag),
		segmentAlone: alone,
		segmentWithChildren: withChildren,
		mode: query.mode === null ? 0 : 1 << MODES.indexOf(query.mode),
		serves: served
			? {
					lat: served.lat,
					lon: served.lon,
					zones: chosenZones(columns, zonesOf(served)),
				}
			: null,
		words,
		wordsAlone: wordNodes.alone,
		wordsWithChildren: wordNodes.withChildren,
		origin: origin && { lat: origin.lat, lon: origin.lon },
	};
}

function activeFilters(query: DirectoryQuery, words: WordsMatch | null): number {
	const inForce: Record<FilterName, boolean> = {
		kind: query.kinds.length > 0,
		reservation: query.reservation !== null,
		zone: query.zones.length > 0,
		near: query.near !== null,
		fresh: query.fresh !== null,
		ess: query.ess,
		tag: query.tag !== null,
		segment: query.segments.length > 0,
		mode: query.mode !== null,
		serves: query.serves !== null,
		q: words !== null,
	};
	let active = 0;
	for (const [name, bit] of Object.entries(FILTER_BITS)) {
		if (inForce[name as FilterName]) active |= bit;
	}
	return active;
}

function nearOf({ near, km }: DirectoryQuery, places: Places): Filters["near"] {
	if (near === null || km === null) return null;
	const point = "commune" in near ? places.commune(near.commune) : near;
	if (!point) return null;
	const { lat, lon } = point;
	return { lat, lon, km, box: boundingBox(lat, lon, km) };
}

function chosenZones(columns: SearchColumns, zones: readonly string[]): Uint8Array {
	const chosen = new Uint8Array(columns.zones.size);
	for (const zone of zones) chosen[columns.zones.find(zone)] = 1;
	chosen[0] = 0;
	return chosen;
}

function tagBit(columns: SearchColumns, tag: string | null): number {
	const number = columns.tags.find(tag);
	return number === 0 ? 0 : 1 << (number - 1);
}

/** For each node, the values of all the segments that an offer on it answers for, put together. */
function perNode<T extends Uint8Array | Int32Array>(
	{ segments }: SearchColumns,
	type: new (length: number) => T,
	bitsOf: (segment: number) => number,
): { alone: T; withChildren: T } {
	const gather = (includesChildren: boolean) => {
		const values = new type(segments.size);
		for (let node = 0; node < segments.size; node++) {
			for (const segment of segments.answersFor(node, includesChildren)) {
				values[node] = (values[node] ?? 0) | bitsOf(segment);
			}
		}
		return values;
	};
	return { alone: gather(false), withChildren: gather(true) };
}
