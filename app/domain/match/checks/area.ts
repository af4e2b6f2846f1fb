import { formatKm, formatShare, joinAnd } from "../../french-format.ts";
import { distanceKm } from "../../geo.ts";
import type { Area } from "../../supplier.ts";
import { zonesOf } from "../place-keys.ts";
import type { Place, SitePlace, ZonePlace } from "../prepared.ts";
import { bindSites } from "./area-sites.ts";
import { bindZone } from "./area-zone.ts";
import type { CheckDefinition, ExplainInput } from "./definition.ts";

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
		const place = words.place(asked.zone ?? asked.site ?? "");
		const declared = declaredWords(offered, words.place);
		if (asked.zone) {
			if (verdict === "met") return `intervient dans tout le territoire ${place}`;
			const share = result.margin ?? 0;
			if (verdict === "unknown" && share > 0) {
				return `intervient dans une partie du territoire ${place} (${formatShare(share)} de la population)`;
			}
		}
		if (verdict === "met") return `intervient à ${place} (${declared})`;
		const away =
			offered.distanceKm === null ? "" : `, ${place} est à ${formatKm(offered.distanceKm)}`;
		if (declared === null) {
			return verdict === "unmet"
				? `n’a pas dit où elle intervient et se trouve loin${away}`
				: `n’a pas dit où elle intervient${away}`;
		}
		if (verdict === "unmet") return `intervient ${declared}${away}`;
		if (offered.radiusKm !== null && offered.distanceKm === null) {
			return `intervient ${declared}, mais sa position n’est pas connue`;
		}
		if (asked.commune && offered.commune === asked.commune) {
			return `intervient ${declared}${away}, mais son siège est dans la commune`;
		}
		return `intervient ${declared}${away}\u202f: sa position approchée ne permet pas de trancher`;
	},
	relaxation: { nature: "allotment", step: { type: "split" } },
};

function declaredWords(offered: OfferedArea, place: (code: string) => string): string | null {
	if (offered.country) return "dans toute la France";
	const parts: string[] = [];
	if (offered.radiusKm !== null) parts.push(`à ${formatKm(offered.radiusKm)} à la ronde`);
	if (offered.zones.length > 0) {
		const shown = offered.zones.slice(0, 3).map(place);
		const rest = offered.zones.length - shown.length;
		parts.push(`en zone ${joinAnd(rest > 0 ? [...shown, `${rest} autres territoires`] : shown)}`);
	}
	return parts.length > 0 ? parts.join(" et ") : null;
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
