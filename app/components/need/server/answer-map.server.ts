import { mapBase } from "#app/components/map/base.server.ts";
import type { MapScene } from "#app/components/map/scene.ts";
import { buildScene } from "#app/components/map/scene-build.ts";
import type { MatchedSupplier } from "#app/domain/match-types.ts";
import type { Need } from "#app/domain/need.ts";
import type { Services } from "#app/services.server.ts";
import { placesOf } from "./matrix-view.server.ts";

/** The map of an answer: sites as squares, the suppliers of the list by their verdict; null when nothing has a position. */
export function answerMap(
	need: Need,
	suppliers: readonly MatchedSupplier[],
	services: Services,
): MapScene | null {
	const { places } = services.reference;
	const names = new Map(placesOf(need, services).map((place) => [place.id, place.name]));
	const sites = (need.sites ?? []).flatMap((site) => {
		const commune = site.commune ? places.commune(site.commune) : undefined;
		const lat = site.lat ?? commune?.lat;
		const lon = site.lon ?? commune?.lon;
		if (lat === undefined || lon === undefined) return [];
		return [{ id: site.id, label: names.get(site.id) ?? site.id, lat, lon }];
	});
	const dots = suppliers.flatMap(({ id, name, verdict, lat, lon }) =>
		lat === null || lon === null
			? []
			: [{ id, label: name, href: `/fournisseurs/${id}`, verdict, lat, lon }],
	);
	if (sites.length === 0 && dots.length === 0) return null;
	return buildScene(mapBase(places, services.env), { places: dots, sites });
}
