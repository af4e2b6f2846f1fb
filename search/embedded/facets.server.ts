import { DIRECTORY_TAGS, type DirectoryQuery, FRESHNESS } from "#app/domain/directory.ts";
import { KIND_LABELS, MODE_LABELS, RESERVATION_LABELS } from "#app/domain/french-labels.ts";
import type { Places } from "#app/domain/reference.ts";
import type { Zone } from "#app/domain/supplier.ts";
import { KIND_CODES, MODES, RESERVATIONS } from "#app/domain/vocabulary.ts";
import type { Facets, FacetValue } from "#search/port.ts";
import type { Codes } from "./codes.server.ts";
import type { ColumnsWorld, SearchColumns } from "./columns.server.ts";
import type { FacetCounts } from "./scan.server.ts";

const MAX_EPCIS = 30;

const FRESH_LABELS: Record<(typeof FRESHNESS)[number], string> = {
	"12m": "confirmée depuis moins de 12 mois",
	older: "confirmée il y a plus de 12 mois",
	never: "jamais confirmée par la structure ou la CRESS",
};

const TAG_LABELS: Record<(typeof DIRECTORY_TAGS)[number], string> = { reemploi: "réemploi" };

/** Counts with their labels; values that lead nowhere are left out unless chosen. */
export function namedFacets(
	counts: FacetCounts,
	query: DirectoryQuery,
	columns: SearchColumns,
	{ taxonomy, places }: ColumnsWorld,
): Facets {
	const territory = (level: string, codes: Codes, of: Int32Array) =>
		zoneValues(level, codes, of, query, places);
	return {
		segment: kept(
			taxonomy.segments.map(({ code, label }) => ({
				value: code,
				label,
				count: counts.segment[columns.segments.numberOf(code)] ?? 0,
				selected: query.segments.includes(code),
			})),
		),
		kind: listed(KIND_CODES, KIND_LABELS, counts.kind, query.kinds),
		reservation: listed(RESERVATIONS, RESERVATION_LABELS, counts.reservation, [query.reservation]),
		region: territory("region", columns.regions, counts.region),
		departement: territory("departement", columns.departements, counts.departement),
		epci: territory("epci", columns.epcis, counts.epci),
		mode: listed(MODES, MODE_LABELS, counts.mode, [query.mode]),
		fresh: listed(FRESHNESS, FRESH_LABELS, counts.fresh, [query.fresh]),
		ess: kept([
			{
				value: "1",
				label: "économie sociale et solidaire, par statut ou agrément",
				count: counts.ess[0] ?? 0,
				selected: query.ess,
			},
		]),
		tag: kept(
			DIRECTORY_TAGS.map((tag) => ({
				value: tag,
				label: TAG_LABELS[tag],
				count: counts.tag[columns.tags.find(tag) - 1] ?? 0,
				selected: query.tag === tag,
			})),
		),
	};
}

function listed<T extends string>(
	values: readonly T[],
	labels: Record<T, string>,
	counts: Int32Array,
	selected: readonly (T | null)[],
): FacetValue[] {
	return kept(
		values.map((value, index) => ({
			value,
			label: labels[value],
			count: counts[index] ?? 0,
			selected: selected.includes(value),
		})),
	);
}

/** Most numerous first; what is chosen stays in view. */
function zoneValues(
	level: string,
	codes: Codes,
	counts: Int32Array,
	query: DirectoryQuery,
	places: Places,
): FacetValue[] {
	const selected = new Set<string>(query.zones);
	const values: { value: Zone; count: number }[] = [];
	for (let number = 1; number < counts.length; number++) {
		const value = `${level}:${codes.codeOf(number)}` as Zone;
		const count = counts[number] ?? 0;
		if (count > 0 || selected.has(value)) values.push({ value, count });
	}
	values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
	const most = level === "epci" ? MAX_EPCIS : values.length;
	return values
		.filter(({ value }, rank) => rank < most || selected.has(value))
		.map(({ value, count }) => ({
			value,
			label: places.zone(value)?.name ?? value,
			count,
			selected: selected.has(value),
		}));
}

function kept(values: readonly FacetValue[]): FacetValue[] {
	return values.filter(({ count, selected }) => count > 0 || selected);
}
