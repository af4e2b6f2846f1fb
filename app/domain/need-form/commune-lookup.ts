import { placeKey, withoutArticle } from "../place-names.ts";
import type { PlaceSearch } from "../place-search.ts";
import type { Commune, Places } from "../reference.ts";
import { editDistance } from "../text.ts";
import type { CommuneLookup } from "./places.ts";

/** More than the homonyms of any name. */
const HOMONYMS = 60;
const SUGGESTIONS = 5;

/** The communes as a table of sites asks for them, over the reference's places. */
export function createCommuneLookup(places: Places, search: PlaceSearch): CommuneLookup {
	function communes(query: string): Commune[] {
		const found = search.search(query, HOMONYMS).flatMap((hit) => {
			const commune = hit.kind === "commune" ? places.commune(hit.code) : undefined;
			return commune ? [commune] : [];
		});
		return [...new Set(found)];
	}
	return {
		commune: (code) => places.commune(code),
		byPostcode: (postcode) =>
			communes(postcode).filter((commune) => commune.postcodes.includes(postcode)),
		byName(name) {
			const key = placeKey(name);
			if (key === "") return [];
			const hits = search.search(name, HOMONYMS).filter((hit) => hit.kind === "commune");
			const own = hits.filter((hit) => sameName(hit.name, key));
			// A delegated commune leads to today's; its label says its own name.
			const kept =
				own.length > 0 ? own : hits.filter((hit) => sameName(hit.label.split(" (")[0] ?? "", key));
			const found = kept.flatMap((hit) => places.commune(hit.code) ?? []);
			return [...new Set(found)];
		},
		suggest(name) {
			const key = placeKey(name);
			const near = [
				...new Set([...communes(key), ...communes(key.slice(0, 4)), ...communes(key.slice(0, 2))]),
			];
			return near
				.map((commune) => ({ commune, distance: editDistance(placeKey(commune.name), key, 3) }))
				.filter(({ commune, distance }) => distance <= 3 || placeKey(commune.name).includes(key))
				.sort(
					(a, b) =>
						a.distance - b.distance || (b.commune.population ?? 0) - (a.commune.population ?? 0),
				)
				.slice(0, SUGGESTIONS)
				.map(({ commune }) => commune);
		},
		nearest: (lat, lon) => places.nearestCommune(lat, lon),
	};
}

function sameName(name: string, key: string): boolean {
	const own = placeKey(name);
	return own === key || withoutArticle(own) === key;
}
