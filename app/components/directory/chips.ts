import { DEFAULT_NEAR_KM, type DirectoryQuery, withFilters } from "#app/domain/directory.ts";
import { directoryHref } from "#app/domain/directory-url.ts";
import { formatKm, quote } from "#app/domain/french-format.ts";
import type { Places, Taxonomy } from "#app/domain/reference.ts";
import { FRESH_LABELS, MODE_CHOICES, RESERVATION_CHOICES, TAG_LABELS } from "./words.ts";

/** A filter in force, in words, and the list without it. */
export interface Chip {
	readonly filter: string;
	readonly label: string;
	readonly href: string;
}

interface World {
	readonly taxonomy: Taxonomy;
	readonly places: Places;
}

/** The filters in force, in the order of the form. */
export function listChips(query: DirectoryQuery, { taxonomy, places }: World): Chip[] {
	const chips: Chip[] = [];
	const add = (filter: string, label: string, changes: Partial<DirectoryQuery>) => {
		chips.push({ filter, label, href: directoryHref(withFilters(query, changes)) });
	};
	if (query.q !== "") add("q", quote(query.q), { q: "", sort: dropSort(query, "relevance") });
	for (const code of query.segments) {
		const segments = query.segments.filter((other) => other !== code);
		add("segment", taxonomy.get(code)?.label ?? code, { segments });
	}
	for (const code of query.kinds) {
		add("kind", code, { kinds: query.kinds.filter((other) => other !== code) });
	}
	if (query.reservation) {
		const label = `Marché réservé\u202f: ${RESERVATION_CHOICES[query.reservation]}`;
		add("reservation", label, { reservation: null });
	}
	for (const zone of query.zones) {
		const zones = query.zones.filter((other) => other !== zone);
		add("zone", `Installées\u202f: ${places.zone(zone)?.name ?? zone}`, { zones });
	}
	if (query.serves !== null) {
		add(
			"serves",
			`Interviennent à ${placeName(places, query.serves)}`,
			withoutPlace(query, "serves"),
		);
	}
	if (query.near) {
		const label = `À ${formatKm(query.km ?? DEFAULT_NEAR_KM)} au plus de ${nearName(query, places)}`;
		add("near", label, withoutPlace(query, "near"));
	}
	if (query.mode) add("mode", MODE_CHOICES[query.mode], { mode: null });
	if (query.fresh) add("fresh", `Confirmées ${FRESH_LABELS[query.fresh]}`, { fresh: null });
	if (query.ess) add("ess", "Structures de l’ESS", { ess: false });
	if (query.tag) add("tag", TAG_LABELS[query.tag], { tag: null });
	return chips;
}

/** Lifting the only place in force also lifts the sort that needs one. */
function withoutPlace(query: DirectoryQuery, place: "serves" | "near"): Partial<DirectoryQuery> {
	const other = place === "serves" ? query.near : query.serves;
	return { [place]: null, ...(other ? {} : { sort: dropSort(query, "distance") }) };
}

function dropSort(query: DirectoryQuery, sort: DirectoryQuery["sort"]): DirectoryQuery["sort"] {
	return query.sort === sort ? null : query.sort;
}

export function placeName(places: Places, code: string): string {
	return places.commune(code)?.name ?? code;
}

/** The place of `near` in words; empty without one. */
export function nearName(query: DirectoryQuery, places: Places): string {
	if (!query.near) return "";
	if ("commune" in query.near) return placeName(places, query.near.commune);
	return `ce point (${query.near.lat.toFixed(3)}, ${query.near.lon.toFixed(3)})`;
}

/** What to write in a place field for a commune: words that lead back to its code. */
export function placeField(places: Places, code: string | null): string {
	const commune = code === null ? undefined : places.commune(code);
	return commune ? `${commune.name} (${commune.departement}) — commune` : "";
}
