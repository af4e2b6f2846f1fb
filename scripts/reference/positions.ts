import { distanceKm } from "#app/domain/geo.ts";
import { foldedWords } from "#app/domain/text.ts";
import type { GeoNamesPlace, PackagedCommune } from "./sources.ts";

/**
 * Where communes are, from GeoNames where it knows a place of that commune, else from their neighbours.
 * The errors to expect are the 95th percentile of the distance to the official centres, measured once on
 * the whole country: docs/decisions/004-reference-data.md.
 */
export interface Position {
	readonly lat: number;
	readonly lon: number;
	/** 0: a place of the commune's own name. */
	readonly errorKm: number;
	readonly origin: "geonames" | "approximate";
}

/** Error to expect, in km, by the way a position was found. */
export const ERROR_KM = {
	/** A hamlet or a delegated commune of it. */
	otherPlace: 5,
	/** Mean of the communes that share its postcode. */
	postcode: 12,
	/** Mean of its EPCI. */
	epci: 30,
	/** Mean of its arrondissement, département or collectivity. */
	arrondissement: 60,
	departement: 100,
	/** Atolls of French Polynesia, islands of New Caledonia. */
	overseas: 1000,
} as const;

/** A place farther than this from every neighbour by postcode and by EPCI bears another commune's code. */
const MISPLACED_KM = 18;

/** Misplaced by a little less than that: 18 km from its official centre. */
const KNOWN_MISPLACED = new Set(["47099"]);

/** Islands that are an arrondissement's stray commune: no EPCI, a postcode of their own, no place in GeoNames. Ours, to a few km. */
const ISLANDS: Readonly<Record<string, { lat: number; lon: number }>> = {
	"22016": { lat: 48.85, lon: -3.0 },
	"29083": { lat: 48.04, lon: -4.85 },
	"85113": { lat: 46.71, lon: -2.35 },
};

/** The seats of communes of French Polynesia that GeoNames knows by the village's name only. */
const SEATS: Readonly<Record<string, string>> = {
	Vaitape: "98714",
	Rikitea: "98719",
	Tiarei: "98722",
	Atuona: "98723",
	Fare: "98724",
	Afareaitu: "98729",
	Taiohae: "98731",
	Avera: "98750",
	Moerai: "98744",
	Afaahiti: "98747",
	Vairao: "98748",
	Mataura: "98753",
	Tevaitoa: "98754",
	Marigot: "97801",
	Gustavia: "97701",
	Wé: "98814",
};

const nameKey = (name: string) => foldedWords(name).join(" ");

export interface PositionInput {
	readonly communes: readonly PackagedCommune[];
	/** Delegated, associated and former code → current commune. */
	readonly aliases: ReadonlyMap<string, string>;
	readonly epciOf: ReadonlyMap<string, string>;
	readonly places: readonly GeoNamesPlace[];
}

/** The position of every commune. */
export function locateCommunes(input: PositionInput): Map<string, Position> {
	const known = withoutMisplaced(knownPositions(input), input);
	const located = new Map(known);
	const means = neighbourMeans(known, input);
	for (const [code, point] of Object.entries(ISLANDS)) {
		const isHere = input.communes.some((commune) => commune.code === code);
		if (isHere && !located.has(code))
			located.set(code, { ...point, errorKm: ERROR_KM.otherPlace, origin: "approximate" });
	}
	for (const commune of input.communes) {
		if (!located.has(commune.code)) located.set(commune.code, approximate(commune, means, input));
	}
	return located;
}

function knownPositions({ communes, aliases, places }: PositionInput): Map<string, Position> {
	const byCode = new Map(communes.map((commune) => [commune.code, commune]));
	const overseasByName = new Map(
		communes
			.filter((commune) => /^9[78]/.test(commune.code))
			.map((commune) => [nameKey(commune.nom), commune.code]),
	);
	const candidates = new Map<string, { place: GeoNamesPlace; own: boolean }[]>();
	for (const place of places) {
		const given = place.adminCodes.find((code) => byCode.has(code) || aliases.has(code));
		const code =
			SEATS[place.name] && place.country !== "FR"
				? SEATS[place.name]
				: (given ?? (place.country === "FR" ? undefined : overseasByName.get(nameKey(place.name))));
		const commune = code === undefined ? undefined : byCode.has(code) ? code : aliases.get(code);
		if (commune === undefined) continue;
		const list = candidates.get(commune) ?? [];
		list.push({ place, own: commune === code });
		candidates.set(commune, list);
	}
	const known = new Map<string, Position>();
	for (const [code, list] of candidates) {
		const name = nameKey(byCode.get(code)?.nom ?? "");
		const seat = SEAT_CODES.has(code);
		const sameName = list.find(({ place }) => nameKey(place.name) === name);
		const best =
			sameName ??
			[...list].sort(
				(a, b) =>
					Number(b.own) - Number(a.own) ||
					Number(a.place.feature === "PPLX") - Number(b.place.feature === "PPLX") ||
					b.place.population - a.place.population,
			)[0];
		if (!best) continue;
		known.set(code, {
			lat: best.place.lat,
			lon: best.place.lon,
			errorKm: sameName || seat ? 0 : ERROR_KM.otherPlace,
			origin: "geonames",
		});
	}
	return known;
}

const SEAT_CODES = new Set(Object.values(SEATS));

function withoutMisplaced(
	known: ReadonlyMap<string, Position>,
	{ communes, epciOf }: PositionInput,
): Map<string, Position> {
	const byPostcode = groupBy(known, communes, (commune) => commune.codesPostaux ?? []);
	const byEpci = groupBy(known, communes, (commune) => epciOf.get(commune.code) ?? []);
	const kept = new Map(known);
	for (const commune of communes) {
		const position = known.get(commune.code);
		if (!position || commune.code.startsWith("97") || commune.code.startsWith("98")) continue;
		const nearest = (others: readonly Neighbour[]) =>
			Math.min(
				...others
					.filter((other) => other.code !== commune.code)
					.map((other) =>
						distanceKm(position.lat, position.lon, other.position.lat, other.position.lon),
					),
			);
		const mates = (commune.codesPostaux ?? []).flatMap((code) => byPostcode.get(code) ?? []);
		const members = byEpci.get(epciOf.get(commune.code) ?? "") ?? [];
		const farFromMates = mates.length > 1 && nearest(mates) > MISPLACED_KM;
		const isFar = farFromMates && nearest(members) > MISPLACED_KM;
		if (isFar || KNOWN_MISPLACED.has(commune.code)) kept.delete(commune.code);
	}
	return kept;
}

interface Neighbour {
	readonly code: string;
	readonly position: Position;
}

function groupBy(
	known: ReadonlyMap<string, Position>,
	communes: readonly PackagedCommune[],
	keysOf: (commune: PackagedCommune) => string | readonly string[],
): Map<string, Neighbour[]> {
	const groups = new Map<string, Neighbour[]>();
	for (const commune of communes) {
		const position = known.get(commune.code);
		if (!position) continue;
		for (const key of [keysOf(commune)].flat()) {
			const group = groups.get(key) ?? [];
			group.push({ code: commune.code, position });
			groups.set(key, group);
		}
	}
	return groups;
}

type Means = Record<
	"postcode" | "epci" | "arrondissement" | "departement",
	Map<string, Neighbour[]>
>;

function neighbourMeans(
	known: ReadonlyMap<string, Position>,
	{ communes, epciOf }: PositionInput,
): Means {
	return {
		postcode: groupBy(known, communes, (commune) => commune.codesPostaux ?? []),
		epci: groupBy(known, communes, (commune) => epciOf.get(commune.code) ?? []),
		arrondissement: groupBy(known, communes, (commune) => commune.arrondissement ?? []),
		departement: groupBy(known, communes, (commune) => commune.departement),
	};
}

function approximate(commune: PackagedCommune, means: Means, { epciOf }: PositionInput): Position {
	const ways = [
		[
			ERROR_KM.postcode,
			(commune.codesPostaux ?? []).flatMap((code) => means.postcode.get(code) ?? []),
		],
		[ERROR_KM.epci, means.epci.get(epciOf.get(commune.code) ?? "") ?? []],
		[ERROR_KM.arrondissement, means.arrondissement.get(commune.arrondissement ?? "") ?? []],
		[ERROR_KM.departement, means.departement.get(commune.departement) ?? []],
	] as const;
	for (const [errorKm, neighbours] of ways) {
		if (neighbours.length === 0) continue;
		const mean = (of: (position: Position) => number) =>
			neighbours.reduce((sum, neighbour) => sum + of(neighbour.position), 0) / neighbours.length;
		return {
			lat: mean((position) => position.lat),
			lon: mean((position) => position.lon),
			errorKm: commune.code.startsWith("98") ? ERROR_KM.overseas : errorKm,
			origin: "approximate",
		};
	}
	throw new Error(`No position for ${commune.code} ${commune.nom}`);
}
