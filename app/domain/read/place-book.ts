import { placeKey, withoutArticle } from "../place-names.ts";
import type { PlaceRows } from "../places-index.ts";
import type { Commune } from "../reference.ts";
import type { Zone } from "../supplier.ts";

/** A place that a name may mean. */
export interface NamedPlace {
	readonly kind: "commune" | "epci" | "departement" | "region";
	readonly zone: Zone;
	readonly name: string;
	/** Of a commune; null for a zone. */
	readonly commune: Commune | null;
	/** True for a delegated commune's name, or one without its article. */
	readonly isOther: boolean;
}

/** All the names of places, to be looked for in sentences. */
export interface PlaceBook {
	/** Places of this key (`placeKey`); empty when none. */
	named(key: string): readonly NamedPlace[];
	/** Words of the longest name that begins with this word; 0 when none does. */
	longestFrom(word: string): number;
	ofPostcode(postcode: string): readonly Commune[];
	zoneOf(zone: Zone): NamedPlace | undefined;
	readonly communes: readonly Commune[];
}

/** What an intercommunalité is called beside its legal form. */
const EPCI_FORM =
	/^(?:communaute (?:de communes|d agglomeration|urbaine)|metropole|ca|cc|cu)(?: (?:de l|de la|de|du|des|d|la|le|les|l))?\b ?/;

export function createPlaceBook({ communes, aliases, zones }: PlaceRows): PlaceBook {
	const byKey = new Map<string, NamedPlace[]>();
	const longest = new Map<string, number>();
	const byPostcode = new Map<string, Commune[]>();
	const byZone = new Map<Zone, NamedPlace>();
	const add = (key: string, place: NamedPlace) => {
		if (key === "") return;
		const list = byKey.get(key);
		if (!list) byKey.set(key, [place]);
		else if (!list.some(({ zone }) => zone === place.zone)) list.push(place);
		const words = key.split(" ");
		const first = words[0] ?? "";
		if (words.length > (longest.get(first) ?? 0)) longest.set(first, words.length);
	};
	const addName = (name: string, place: NamedPlace) => {
		const key = placeKey(name);
		add(key, place);
		const bare = withoutArticle(key);
		if (bare !== null) add(bare, { ...place, isOther: true });
	};
	const byCode = new Map<string, Commune>();
	for (const commune of communes) {
		byCode.set(commune.code, commune);
		addName(commune.name, {
			kind: "commune",
			zone: `commune:${commune.code}`,
			name: commune.name,
			commune,
			isOther: false,
		});
		for (const postcode of commune.postcodes) {
			const list = byPostcode.get(postcode);
			if (list) list.push(commune);
			else byPostcode.set(postcode, [commune]);
		}
	}
	for (const { kind, name, commune: code } of aliases) {
		const commune = byCode.get(code);
		if (kind !== "delegated" || name === "" || !commune || name === commune.name) continue;
		addName(name, { kind: "commune", zone: `commune:${code}`, name, commune, isOther: true });
	}
	for (const { zone, name } of zones) {
		const kind = zone.split(":")[0] as NamedPlace["kind"];
		const place: NamedPlace = { kind, zone, name, commune: null, isOther: false };
		byZone.set(zone, place);
		addName(name, place);
		if (kind === "epci") {
			const bare = placeKey(name).replace(EPCI_FORM, "");
			if (bare.includes(" ")) add(bare, { ...place, isOther: true });
			for (const piece of name.split(/ - | \(/).slice(1)) {
				if (/agglo|m[ée]tropole|communaut/i.test(piece)) add(placeKey(piece), place);
			}
		}
	}
	return {
		named: (key) => byKey.get(key) ?? [],
		longestFrom: (word) => longest.get(word) ?? 0,
		ofPostcode: (postcode) => byPostcode.get(postcode) ?? [],
		zoneOf: (zone) => byZone.get(zone),
		communes,
	};
}
