import { todayInParis } from "#app/clock.server.ts";
import type { Need } from "#app/domain/need.ts";
import type { ChangeNames } from "#app/domain/relax/change-words.ts";
import { relaxNames } from "#app/domain/relax/names.ts";
import type { Services } from "#app/services.server.ts";

/** Names of what the changes of a need mention. */
export function changeNames({ reference }: Services, need: Need): ChangeNames {
	return relaxNames(reference, need.on ?? todayInParis());
}
