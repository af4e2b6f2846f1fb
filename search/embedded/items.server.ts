import { effectiveModes, visibleKinds } from "#app/domain/match/compile-supplier.ts";
import { effectiveOffer } from "#app/domain/match/effective-offer.ts";
import { KIND_CODES, MODES, RESERVATIONS } from "#app/domain/vocabulary.ts";
import type { ListedSupplier } from "#db/search/supplier-reads.server.ts";
import { highlightsOf } from "#search/highlights.ts";
import type { DirectoryItem, ItemSegment } from "#search/port.ts";
import type { ColumnsWorld, SearchColumns } from "./columns.server.ts";
import type { Point } from "./filters.server.ts";
import { distanceFrom } from "./order.server.ts";
import type { WordsMatch } from "./words-match.server.ts";

/** A line of the directory, from the supplier's own row: public facts only. */
export function directoryItem(
	listed: ListedSupplier,
	columns: SearchColumns,
	{ taxonomy, places }: ColumnsWorld,
	words: WordsMatch | null,
	origin: Point | null,
): DirectoryItem {
	const { supplier } = listed;
	const row = columns.rowOfSupplier(listed.id);
	const kinds = (columns.kinds.view()[row] ?? 0) as number;
	const kindsProved = columns.kindsProved.view()[row] ?? 0;
	const eligible = columns.eligible.view()[row] ?? 0;
	const eligibleProved = columns.eligibleProved.view()[row] ?? 0;
	const commune = listed.commune === null ? undefined : places.commune(listed.commune);
	const km = row < 0 ? null : distanceFrom(columns, row, origin);
	const segments = segmentsOf(listed, taxonomy);
	return {
		id: supplier.id,
		siret: listed.siret,
		name: supplier.name,
		kinds: visibleKinds(supplier) === null ? null : certain(KIND_CODES, kinds, kindsProved),
		reservations: certain(RESERVATIONS, eligible, eligibleProved),
		ess: supplier.ess ?? null,
		tags: supplier.tags ?? [],
		commune: commune
			? { code: commune.code, name: commune.name, departement: commune.departement }
			: null,
		lat: listed.lat,
		lon: listed.lon,
		position: listed.position,
		distanceKm: km === null ? null : Math.round(km * 10) / 10,
		segments,
		modes: modesOf(listed),
		verifiedOn: listed.verifiedOn,
		demo: listed.demo,
		highlights: highlightsOf(supplier, segments, words, taxonomy),
	};
}

function certain<T extends string>(
	codes: readonly T[],
	mask: number,
	proved: number,
): { code: T; certainty: "proved" | "to-confirm" }[] {
	return codes.flatMap((code, index) => {
		const bit = 1 << index;
		if (!(mask & bit)) return [];
		return [{ code, certainty: proved & bit ? ("proved" as const) : ("to-confirm" as const) }];
	});
}

/** Each segment once, as declared if one of its offers is. */
function segmentsOf(
	{ supplier }: ListedSupplier,
	taxonomy: ColumnsWorld["taxonomy"],
): ItemSegment[] {
	const segments = new Map<string, ItemSegment>();
	for (const { segment, basis } of supplier.offers) {
		if (segments.get(segment)?.basis === "declared") continue;
		segments.set(segment, {
			code: segment,
			label: taxonomy.get(segment)?.label ?? segment,
			basis: basis === "inferred" ? "inferred" : "declared",
		});
	}
	return [...segments.values()];
}

function modesOf({ supplier }: ListedSupplier): DirectoryItem["modes"] {
	const kinds = visibleKinds(supplier);
	const modes = new Set(
		supplier.offers.flatMap(
			(offer) => effectiveModes(effectiveOffer(supplier, offer), kinds) ?? [],
		),
	);
	return MODES.filter((mode) => modes.has(mode));
}
