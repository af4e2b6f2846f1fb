import type { LatLon } from "#app/components/map/plane.ts";
import type { MapArea } from "#app/components/map/scene.ts";
import type { EffectiveOffer } from "#app/domain/match/effective-offer.ts";
import type { Places } from "#app/domain/reference.ts";
import type { Zone } from "#app/domain/supplier.ts";

/** Drawing more one by one would cover the map and say no more. */
const MAX_ZONES = 200;

/** The areas served of all the offers, each drawn once. A circle needs the establishment's position. */
export function offerAreas(
	offers: readonly EffectiveOffer[],
	position: LatLon | null,
	places: Places,
	departements: readonly string[],
): MapArea[] {
	const zones = new Set<Zone>();
	const radii = new Set<number>();
	let country = false;
	for (const { area } of offers) {
		for (const zone of area?.zones ?? []) zones.add(zone);
		if (typeof area?.radiusKm === "number") radii.add(area.radiusKm);
		country ||= area?.country === true;
	}
	const areas: MapArea[] = country ? [{ type: "departements", codes: departements }] : [];
	for (const zone of [...zones].slice(0, MAX_ZONES)) areas.push(...zoneArea(zone, places));
	if (position !== null) {
		for (const radiusKm of radii) areas.push({ type: "circle", centre: position, radiusKm });
	}
	return areas;
}

function zoneArea(zone: Zone, places: Places): MapArea[] {
	const info = places.zone(zone);
	if (!info) return [];
	if (zone.startsWith("departement:")) {
		return [{ type: "departements", codes: [zone.slice("departement:".length)] }];
	}
	if (zone.startsWith("region:")) {
		return [
			{ type: "departements", codes: [...new Set(info.communes.map((one) => one.departement))] },
		];
	}
	const centres = info.communes.map(({ lat, lon }) => ({ lat, lon }));
	return [{ type: "communes", label: info.name, centres }];
}
