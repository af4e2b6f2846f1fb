import { todayInParis } from "#app/clock.server.ts";
import type { Need } from "#app/domain/need.ts";
import type { ChangeNames } from "#app/domain/what-if/change-words.ts";
import type { Services } from "#app/services.server.ts";
import { placesOf } from "../../need/server/matrix-view.server.ts";
import { needNames } from "../../need/server/need-names.server.ts";

/** Names of what the changes of a need mention: segments, conditions, articles, and its own sites. */
export function changeNames(services: Services, need: Need): ChangeNames {
	const names = needNames(services, need.on ?? todayInParis());
	const sites = new Map(placesOf(need, services).map(({ id, name }) => [id, name]));
	const trades = new Map(need.services.map(({ id, segment }) => [id, names.segment(segment)]));
	return {
		...names,
		cell(id) {
			const [service = "", site = ""] = id.split("/");
			const place = sites.get(site) ?? site;
			return need.services.length > 1 ? `${trades.get(service) ?? service}, ${place}` : place;
		},
	};
}
