import { placeKey, withoutArticle } from "./place-names.ts";
import type { PlaceRows } from "./places-index.ts";
import type { Commune } from "./reference.ts";
import type { Zone } from "./supplier.ts";

/** The sorted keys behind the autocomplete of places (place-search.ts). */

export type PlaceKind = "commune" | "epci" | "departement" | "region";

/** One proposal of the autocomplete. */
export interface PlaceHit {
	readonly kind: PlaceKind;
	/** INSEE code, or SIREN of an EPCI. */
	readonly code: string;
	readonly zone: Zone;
	readonly name: string;
	/** With its code and kind in words: « Vannes (56) — commune ». Unique. */
	readonly label: string;
	/** Of an EPCI: the one of its largest commune. Null for a région. */
	readonly departement: string | null;
	readonly postcodes: readonly string[];
	readonly population: number | null;
	/** Centre of a commune; null for a zone. */
	readonly lat: number | null;
	readonly lon: number | null;
	/** False when the centre is approximate; null for a zone. */
	readonly exact: boolean | null;
}

export interface Entry {
	readonly hit: PlaceHit;
	/** Orders equal matches. An intercommunalité counts less than the town it is named after. */
	readonly weight: number;
}

/** Keys in alphabetical order; `refs` holds, for each, twice the rank of its entry, plus one for a whole name. */
export interface KeyList {
	readonly texts: readonly string[];
	readonly refs: Int32Array;
}

export const KIND_WORDS: Readonly<Record<PlaceKind, string>> = {
	commune: "commune",
	epci: "intercommunalité",
	departement: "département",
	region: "région",
};

/** Words too common inside names to start a search. */
const INNER_STOP_WORDS = new Set(
	"de du des d en et sur sous les le la l aux au a lès communaute communes agglomeration urbaine".split(
		" ",
	),
);

export interface Index {
	readonly entries: readonly Entry[];
	readonly names: KeyList;
	/** Postcodes, INSEE codes of communes and départements. */
	readonly codes: KeyList;
}

/** Sorting plain strings is several times faster than sorting objects by a comparator: each carries its reference after a NUL. */
function createKeyCollector() {
	const packed: string[] = [];
	return {
		add(text: string, entry: number, whole: boolean): void {
			packed.push(`${text}\0${entry * 2 + (whole ? 1 : 0)}`);
		},
		sorted(): KeyList {
			packed.sort();
			const refs = new Int32Array(packed.length);
			const texts = packed.map((text, i) => {
				const end = text.indexOf("\0");
				refs[i] = Number(text.slice(end + 1));
				return text.slice(0, end);
			});
			return { texts, refs };
		},
	};
}

type KeyCollector = ReturnType<typeof createKeyCollector>;

export function buildIndex(rows: PlaceRows): Index {
	const names = createKeyCollector();
	const codes = createKeyCollector();
	const entries: Entry[] = [];
	const add = (entry: Entry) => entries.push(entry) - 1;
	const communes = new Map<string, PlaceHit>();
	const totals = zoneTotals(rows);
	for (const commune of rows.communes) {
		const hit = communeHit(commune);
		const id = add({ hit, weight: commune.population ?? 0 });
		communes.set(commune.code, hit);
		addNames(names, id, commune.name);
		// What people type is a postcode: an INSEE code made of the same digits comes after.
		codes.add(commune.code.toLowerCase(), id, false);
		for (const postcode of commune.postcodes) codes.add(postcode, id, true);
	}
	for (const alias of rows.aliases) {
		const hit = communes.get(alias.commune);
		if (!hit || alias.kind !== "delegated" || alias.name === hit.name) continue;
		const label = `${alias.name} (${hit.departement}) — commune déléguée, aujourd’hui ${hit.name}`;
		addNames(names, add({ hit: { ...hit, label }, weight: 0 }), alias.name);
	}
	for (const { zone, name } of rows.zones) {
		const entry = zoneEntry(zone, name, totals.get(zone));
		const id = add(entry);
		addNames(names, id, name);
		if (entry.hit.kind === "departement") codes.add(entry.hit.code.toLowerCase(), id, true);
	}
	return { entries, names: names.sorted(), codes: codes.sorted() };
}

interface ZoneTotal {
	population: number;
	/** The most populous commune. */
	seat: Commune;
}

function zoneTotals({ communes }: PlaceRows): Map<string, ZoneTotal> {
	const totals = new Map<string, ZoneTotal>();
	for (const commune of communes) {
		const people = commune.population ?? 0;
		for (const zone of zonesOf(commune)) {
			const total = totals.get(zone);
			if (!total) totals.set(zone, { population: people, seat: commune });
			else {
				total.population += people;
				if (people > (total.seat.population ?? 0)) total.seat = commune;
			}
		}
	}
	return totals;
}

function zonesOf(commune: Commune): string[] {
	return [`departement:${commune.departement}`, `region:${commune.region}`, `epci:${commune.epci}`];
}

function addNames(names: KeyCollector, entry: number, name: string): void {
	const whole = placeKey(name);
	names.add(whole, entry, true);
	const bare = withoutArticle(whole);
	if (bare !== null) names.add(bare, entry, true);
	const words = whole.split(" ");
	for (let i = 1; i < words.length; i++) {
		const word = words[i] ?? "";
		if (INNER_STOP_WORDS.has(word) || word === "saint" || word === "sainte") continue;
		names.add(words.slice(i).join(" "), entry, false);
	}
}

function communeHit(commune: Commune): PlaceHit {
	return {
		kind: "commune",
		code: commune.code,
		zone: `commune:${commune.code}`,
		name: commune.name,
		label: `${commune.name} (${commune.departement}) — commune`,
		departement: commune.departement,
		postcodes: commune.postcodes,
		population: commune.population,
		lat: commune.lat,
		lon: commune.lon,
		exact: commune.errorKm === 0,
	};
}

function zoneEntry(zone: Zone, name: string, total: ZoneTotal | undefined): Entry {
	const [kind, code] = zone.split(":") as [PlaceKind, string];
	const population = total?.population ?? 0;
	const seat = kind === "epci" ? (total?.seat.departement ?? null) : null;
	const departement = kind === "departement" ? code : seat;
	return {
		hit: {
			kind,
			code,
			zone,
			name,
			label: `${departement === null ? name : `${name} (${departement})`} — ${KIND_WORDS[kind]}`,
			departement,
			postcodes: [],
			population,
			lat: null,
			lon: null,
			exact: null,
		},
		weight: kind === "epci" ? population / 4 : population,
	};
}
