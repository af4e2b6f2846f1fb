import { CELL_ZONE } from "../match/resolve-cells.ts";
import type { CellInput, Need } from "../need.ts";

/** `service/site`. */
export function cellId(cell: CellInput): string {
	return `${cell.service}/${cell.site}`;
}

/** The cells of a need, written out when it leaves them to be understood: every service at every site. */
export function cellsOf(need: Need): readonly CellInput[] {
	if (need.cells) return need.cells;
	const sites = need.zone ? [CELL_ZONE] : (need.sites ?? []).map(({ id }) => id);
	return need.services.flatMap(({ id }) => sites.map((site) => ({ service: id, site })));
}

/**
 * The need on some of its cells: a lot. Services, sites and groups of cells that are left empty go with the others.
 * A total given on a service stays as it is: how much of it falls on the cells left is not known.
 */
export function keepCells(need: Need, ids: readonly string[]): Need {
	const kept = new Set(ids);
	const cells = cellsOf(need).filter((cell) => kept.has(cellId(cell)));
	if (cells.length === 0) return need;
	const groups = (list: Need["keepTogether"]) =>
		list?.map((group) => group.filter((id) => kept.has(id))).filter((group) => group.length > 1);
	return {
		...need,
		services: need.services.filter(({ id }) => cells.some(({ service }) => service === id)),
		sites: need.sites?.filter(({ id }) => cells.some(({ site }) => site === id)),
		cells: [...cells],
		keepTogether: groups(need.keepTogether),
		keepApart: groups(need.keepApart),
	};
}
