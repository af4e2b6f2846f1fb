import type { Commune, Places } from "#app/domain/reference.ts";
import type { Offer, Supplier } from "#app/domain/supplier.ts";
import type { CheckVerdict } from "#app/domain/vocabulary.ts";
import { fact, type World } from "./world.ts";

/** Related to the needed node: null when the offer serves it in no way. */
export function segmentVerdict(world: World, needed: string, offer: Offer): CheckVerdict | null {
	const { taxonomy } = world;
	const isSame = offer.segment === needed;
	const isChild = taxonomy.get(offer.segment)?.parent === needed;
	const isParent = taxonomy.get(needed)?.parent === offer.segment;
	if (!isSame && !isChild && !isParent) return null;
	if (offer.basis === "inferred") return "unknown";
	return isParent && !offer.includesChildren ? "unknown" : "met";
}

export interface Point {
	lat: number;
	lon: number;
	errorKm: number;
}

export function supplierPoint(supplier: Supplier, places: Places): Point | null {
	if (typeof supplier.lat === "number" && typeof supplier.lon === "number") {
		return { lat: supplier.lat, lon: supplier.lon, errorKm: 0 };
	}
	return (supplier.commune && places.commune(supplier.commune)) || null;
}

export function supplierCommune(supplier: Supplier, places: Places): string | null {
	if (supplier.commune) return places.commune(supplier.commune)?.code ?? supplier.commune;
	if (typeof supplier.lat !== "number" || typeof supplier.lon !== "number") return null;
	return places.nearestCommune(supplier.lat, supplier.lon).code;
}

export function km(a: Point, b: Point): number {
	const rad = (degrees: number) => (degrees * Math.PI) / 180;
	const cosine =
		Math.sin(rad(a.lat)) * Math.sin(rad(b.lat)) +
		Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.cos(rad(b.lon - a.lon));
	return 6371.0088 * Math.acos(Math.max(-1, Math.min(1, cosine)));
}

/** Inside, outside, or a position too uncertain to say. */
function within(a: Point, b: Point, limit: number): CheckVerdict {
	const distance = km(a, b);
	const error = a.errorKm + b.errorKm;
	if (distance + error <= limit) return "met";
	return distance - error > limit ? "unmet" : "unknown";
}

export function communeInZones(
	commune: Commune,
	zones: readonly string[],
	places: Places,
): boolean {
	return zones.some((zone) => {
		const [kind, code = ""] = zone.split(":");
		if (kind === "commune") return (places.commune(code)?.code ?? code) === commune.code;
		if (kind === "epci") return commune.epci === code;
		return kind === "departement" ? commune.departement === code : commune.region === code;
	});
}

/** A point to serve, its commune and the supplier: the area check on one site. */
export function areaOnPoint(
	world: World,
	supplier: Supplier,
	offer: Offer,
	site: Point,
	commune: Commune,
): CheckVerdict {
	const area = fact(supplier, offer, "area");
	const zones = area?.zones ?? [];
	const radius = area?.radiusKm;
	const point = supplierPoint(supplier, world.places);
	if (area?.country || communeInZones(commune, zones, world.places)) return "met";
	const own = supplierCommune(supplier, world.places) === commune.code;
	if (typeof radius === "number") {
		if (!point) return "unknown";
		const inside = within(point, site, radius);
		if (inside !== "unmet") return inside;
	} else if (zones.length === 0) {
		if (!point) return "unknown";
		return within(point, site, world.need.location?.undeclaredKm ?? 50) !== "unmet" || own
			? "unknown"
			: "unmet";
	}
	return own ? "unknown" : "unmet";
}

/** Every site (or commune of the zone) against the `km` of `sits-within`. */
export function nearPoints(
	world: World,
	supplier: Supplier,
	points: readonly Point[],
): CheckVerdict {
	const point = supplierPoint(supplier, world.places);
	if (!point) return "unknown";
	const all = points.map((site) => within(point, site, world.need.location?.km ?? 0));
	if (all.every((one) => one === "met")) return "met";
	return all.every((one) => one === "unmet") ? "unmet" : "unknown";
}
