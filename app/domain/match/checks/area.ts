import { countOfWord, formatKm, formatShare, joinAnd } from "../../french-format.ts";
import { distanceKm } from "../../geo.ts";
import type { Area } from "../../supplier.ts";
import type { CheckVerdict } from "../../vocabulary.ts";
import { zonesOf } from "../place-keys.ts";
import type { Place, SitePlace, ZonePlace } from "../prepared.ts";
import { bindSites } from "./area-sites.ts";
import { bindZone } from "./area-zone.ts";
import type { CheckDefinition, ExplainInput, SentenceWords } from "./definition.ts";

interface AskedArea {
	readonly site?: string;
	readonly commune?: string;
	readonly zone?: string;
	readonly undeclaredKm: number;
}

interface OfferedArea {
	readonly radiusKm: number | null;
	readonly zones: readonly string[];
	readonly country: boolean;
	/** Commune of the establishment. */
	readonly commune: string | null;
	/** Distance from the establishment to the site, or to the nearest commune of the zone. */
	readonly distanceKm: number | null;
	readonly errorKm: number;
}

export const area: CheckDefinition = {
	id: "area",
	level: "place",
	visibility: "public",
	asked: () => true,
	bind(places, terms, columns, bit) {
		const [first] = places;
		return first?.kind === "zone"
			? bindZone(first, terms, columns, bit)
			: bindSites(places as readonly SitePlace[], terms, columns, bit);
	},
	explain(input) {
		const { place, terms } = input;
		const asked: AskedArea =
			place.kind === "site"
				? { site: place.id, commune: place.commune.code, undeclaredKm: terms.undeclaredKm }
				: { zone: place.zone, undeclaredKm: terms.undeclaredKm };
		const offered = offeredArea(input);
		return {
			asked: { ...asked },
			offered: { ...offered },
			margin: marginOf(input, offered),
			fact: "area",
		};
	},
	sentence(result, verdict, words) {
		const asked = result.asked as unknown as AskedArea;
		const offered = result.offered as unknown as OfferedArea;
		return asked.zone
			? zoneSentence(words.place(asked.zone), offered, verdict, result.margin ?? 0, words)
			: siteSentence(words.place(asked.site ?? ""), asked, offered, verdict, words);
	},
	relaxation: { nature: "allotment", step: { type: "split" } },
};

function siteSentence(
	site: string,
	asked: AskedArea,
	offered: OfferedArea,
	verdict: CheckVerdict,
	words: SentenceWords,
): string {
	const declared = declaredWords(offered, words);
	if (verdict === "met") return `intervient à ${site} (${declared ?? ""})`;
	const away = awayWords(site, offered.distanceKm);
	if (declared === null) {
		const far = verdict === "unmet" ? " et se trouve loin" : "";
		return `n’a pas dit où elle intervient${far}${away}`;
	}
	const serves = `intervient sur\u202f: ${declared}${away}`;
	if (verdict === "unmet") return serves;
	if (offered.radiusKm !== null && offered.distanceKm === null) {
		return `${serves}\u202f; sa position n’est pas connue`;
	}
	return asked.commune && offered.commune === asked.commune
		? `${serves}\u202f; son siège est dans la commune`
		: `${serves}\u202f; sa position, approchée, ne permet pas de trancher`;
}

function zoneSentence(
	zone: string,
	offered: OfferedArea,
	verdict: CheckVerdict,
	share: number,
	words: SentenceWords,
): string {
	if (verdict === "met") return `intervient dans tout le territoire demandé (${zone})`;
	const declared = declaredWords(offered, words);
	if (verdict === "unmet") {
		return declared === null
			? `n’a pas dit où elle intervient et se trouve loin du territoire demandé (${zone})`
			: `intervient sur\u202f: ${declared}, hors du territoire demandé (${zone})`;
	}
	if (share > 0) {
		return `intervient dans une partie du territoire demandé (${zone}\u202f: ${formatShare(share)} de la population)`;
	}
	return declared === null
		? `n’a pas dit où elle intervient\u202f; vous demandez\u202f: ${zone}`
		: `intervient sur\u202f: ${declared}\u202f; à vérifier pour ${zone}`;
}

function awayWords(site: string, km: number | null): string {
	if (km === null) return "";
	return km < 0.1 ? "\u202f; son siège est sur place" : `\u202f; ${site} est à ${formatKm(km)}`;
}

/** `un rayon de 30 km, Morbihan`; null when nothing is declared. */
function declaredWords(offered: OfferedArea, words: SentenceWords): string | null {
	if (offered.country) return "toute la France";
	const parts = offered.zones.slice(0, 3).map((zone) => words.place(zone));
	const rest = offered.zones.length - parts.length;
	if (rest > 0) parts.push(countOfWord(rest, "autre territoire", "autres territoires"));
	if (offered.radiusKm !== null) parts.unshift(`un rayon de ${formatKm(offered.radiusKm)}`);
	return parts.length > 0 ? joinAnd(parts) : null;
}

function offeredArea({ offer, position, commune, place }: ExplainInput): OfferedArea {
	return {
		radiusKm: offer.area?.radiusKm ?? null,
		zones: offer.area?.zones ?? [],
		country: offer.area?.country === true,
		commune,
		distanceKm: position ? distanceToPlace(position, place) : null,
		errorKm: position?.errorKm ?? 0,
	};
}

/** Distance from a position to a site, or to the nearest commune of a zone; in km. */
export function distanceToPlace(position: { lat: number; lon: number }, place: Place): number {
	if (place.kind === "site") {
		return distanceKm(position.lat, position.lon, place.lat, place.lon);
	}
	let nearest = Number.POSITIVE_INFINITY;
	for (const commune of place.communes) {
		const km = distanceKm(position.lat, position.lon, commune.lat, commune.lon);
		if (km < nearest) nearest = km;
	}
	return nearest;
}

/** On a site: km left inside the circle, negative outside. On a zone: share of its population that is covered. */
function marginOf(input: ExplainInput, offered: OfferedArea): number | null {
	const { place, terms } = input;
	if (place.kind === "zone") return coveredShare(input, place);
	if (offered.distanceKm === null) return null;
	if (offered.radiusKm !== null) return offered.radiusKm - offered.distanceKm;
	const declared = offered.zones.length > 0 || offered.country;
	return declared ? null : terms.undeclaredKm - offered.distanceKm;
}

function coveredShare({ offer, position }: ExplainInput, place: ZonePlace): number {
	if (offer.area?.country) return 1;
	const weight = place.communes.every((commune) => commune.population === null)
		? () => 1
		: (commune: (typeof place.communes)[number]) => commune.population ?? 0;
	let total = 0;
	let covered = 0;
	for (const commune of place.communes) {
		total += weight(commune);
		if (isCovered(offer.area, position, commune)) covered += weight(commune);
	}
	return total === 0 ? 0 : covered / total;
}

function isCovered(
	served: Area | null | undefined,
	position: ExplainInput["position"],
	commune: ZonePlace["communes"][number],
): boolean {
	const zones = served?.zones ?? [];
	if (zonesOf(commune).some((zone) => zones.includes(zone))) return true;
	const radiusKm = served?.radiusKm;
	if (typeof radiusKm !== "number" || !position) return false;
	return distanceKm(position.lat, position.lon, commune.lat, commune.lon) <= radiusKm;
}
