import { CELL_ZONE } from "#app/domain/match/resolve-cells.ts";
import type { CellCount } from "#app/domain/match-types.ts";
import type { Need } from "#app/domain/need.ts";
import type { NeedNames } from "#app/domain/need-form/asked-words.ts";
import { cellId } from "#app/domain/need-form/form-state.ts";
import { isZoneCode } from "#app/domain/need-form/places.ts";
import type { Services } from "#app/services.server.ts";
import type { GroupNames } from "../../consortia/server/groups-view.server.ts";
import type { Matrix, MatrixCell } from "../answer-types.ts";
import { type AnswerQuery, answerAddress } from "./answer-query.server.ts";

interface MatrixContext {
	readonly base: string;
	readonly query: AnswerQuery;
	readonly services: Services;
	readonly names: NeedNames;
}

/** Sites × services with who can take each cell; null when there is one cell only. */
export function matrixOf(
	need: Need,
	cells: readonly CellCount[],
	context: MatrixContext,
): Matrix | null {
	if (cells.length < 2) return null;
	const counts = new Map(cells.map((cell) => [cell.cell, cell]));
	const places = placesOf(need, context.services);
	return {
		services: need.services.map((service) => ({
			id: service.id,
			label: context.names.segment(service.segment),
		})),
		rows: places.map(({ id, name, place }) => ({
			site: id,
			name,
			place,
			cells: need.services.map((service) => {
				const count = counts.get(`${service.id}/${id}`);
				return count ? cellOf(count, context) : null;
			}),
		})),
	};
}

function cellOf(count: CellCount, { base, query }: MatrixContext): MatrixCell {
	const able = count.confirmed + count.possible;
	return {
		...count,
		// Depth is told as 0, 1, 2, 3 or more: more than that is no better for a lot.
		shade: Math.min(4, able >= 3 ? 4 : able) as MatrixCell["shade"],
		to: `${answerAddress(base, query, { cell: count.cell, removedBy: null })}#structures`,
		current: query.cell === count.cell,
	};
}

/** Ids of the cells of a need. */
export function cellIds(need: Need): ReadonlySet<string> {
	if (need.cells) return new Set(need.cells.map((cell) => cellId(cell.service, cell.site)));
	const places = need.zone ? [CELL_ZONE] : (need.sites ?? []).map((site) => site.id);
	return new Set(need.services.flatMap(({ id }) => places.map((place) => cellId(id, place))));
}

/** Cells as people name them: their site, and their service when there are several. */
export function groupNames(need: Need, names: NeedNames, services: Services): GroupNames {
	const sites = new Map(placesOf(need, services).map(({ id, name }) => [id, name]));
	const labels = new Map(need.services.map(({ id, segment }) => [id, names.segment(segment)]));
	return {
		places: services.reference.places,
		cell(id) {
			const [service = "", site = ""] = id.split("/");
			const place = sites.get(site) ?? site;
			return labels.size > 1 ? `${labels.get(service) ?? service}, ${place}` : place;
		},
	};
}

interface NamedPlace {
	readonly id: string;
	readonly name: string;
	/** The commune, when the name does not say it. */
	readonly place: string;
}

/** Sites of a need as people name them, or its zone. */
export function placesOf(need: Need, { reference: { places } }: Services): readonly NamedPlace[] {
	if (need.zone) {
		const name = isZoneCode(need.zone) ? places.zone(need.zone)?.name : undefined;
		return [{ id: CELL_ZONE, name: name ?? need.zone, place: "" }];
	}
	return (need.sites ?? []).map((site) => {
		const commune = site.commune ? places.commune(site.commune)?.name : undefined;
		return {
			id: site.id,
			name: site.label ?? commune ?? site.id,
			place: site.label && commune ? commune : "",
		};
	});
}
