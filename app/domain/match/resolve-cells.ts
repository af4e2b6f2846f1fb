import type { CellInput, Need, Requirements, Service } from "../need.ts";
import { CHECK_IDS } from "../vocabulary.ts";
import { CHECKS } from "./checks/index.ts";
import type { CheckMask } from "./masks.ts";
import type { CellAsk, PreparedCell, ServiceTotal, Terms } from "./prepared.ts";

/** Stands for the zone in cell ids, where a need names a zone instead of sites. */
export const CELL_ZONE = "zone";

/** Cells beyond this make no sense as one need. */
export const MAX_CELLS = 5000;

export interface ResolvedCells {
	readonly cells: readonly PreparedCell[];
	readonly profiles: readonly CellAsk[];
	readonly totals: Record<string, ServiceTotal>;
}

/** The cells asked for with their requirements: absent, every service at every site; a cell's own value wins over its service's. */
export function resolveCells(
	need: Need,
	terms: Terms,
	placeIds: readonly string[],
	groupOf: (service: Service) => number,
): ResolvedCells {
	const services = new Map(need.services.map((service) => [service.id, service]));
	const inputs: readonly CellInput[] =
		need.cells ??
		need.services.flatMap((service) => placeIds.map((site) => ({ service: service.id, site })));
	const needHasAmount =
		inputs.some((cell) => typeof cell.amountEur === "number") ||
		need.services.some((service) => typeof service.amountEur === "number");
	const profiles: CellAsk[] = [];
	const profileRanks = new Map<string, number>();
	const placeRanks = new Map(placeIds.map((id, i) => [id, i]));
	const cells = inputs.map((input, index): PreparedCell => {
		const service = services.get(input.service) as Service;
		const ask = askOf(service, input);
		const key = JSON.stringify(ask);
		let profile = profileRanks.get(key);
		if (profile === undefined) {
			profile = profiles.push(ask) - 1;
			profileRanks.set(key, profile);
		}
		const quantity = input.quantity ?? null;
		return {
			index,
			id: `${input.service}/${input.site}`,
			service: input.service,
			place: placeRanks.get(input.site) as number,
			group: groupOf(service),
			profile,
			ask,
			quantity,
			amountEur: input.amountEur ?? null,
			asked: askedChecks(ask, quantity !== null || Boolean(service.quantity), needHasAmount, terms),
		};
	});
	return { cells, profiles, totals: totalsOf(need.services, cells) };
}

function askedChecks(
	ask: CellAsk,
	hasQuantity: boolean,
	needHasAmount: boolean,
	terms: Terms,
): CheckMask {
	let mask = 0;
	CHECK_IDS.forEach((check, i) => {
		if (CHECKS[check].asked({ ask, hasQuantity, needHasAmount }, terms)) mask |= 1 << i;
	});
	return mask;
}

function askOf(service: Service, cell: CellInput): CellAsk {
	const own = <K extends keyof Requirements>(key: K): Requirements[K] => cell[key] ?? service[key];
	return {
		mode: own("mode") ?? null,
		daysPerWeek: own("daysPerWeek") ?? null,
		weekdays: [...new Set(own("weekdays") ?? [])].sort(),
		window: own("window") ?? null,
		visitHours: own("visitHours") ?? null,
		continuity: own("continuity") === true,
		firmStock: own("firmStock") === true,
		certificates: [...new Set(own("certificates") ?? [])].sort(),
		capabilities: [...new Set(own("capabilities") ?? [])].sort(),
		delivery: own("delivery") === true,
		installation: own("installation") === true,
		staffTransfer: own("staffTransfer") === true,
		eInvoicing: own("eInvoicing") ?? null,
	};
}

function totalsOf(
	services: readonly Service[],
	cells: readonly PreparedCell[],
): Record<string, ServiceTotal> {
	return Object.fromEntries(
		services.map((service) => [
			service.id,
			{
				quantity: service.quantity ?? null,
				amountEur: service.amountEur ?? null,
				cells: cells.filter((cell) => cell.service === service.id).map((cell) => cell.index),
			},
		]),
	);
}
