import type { DirectoryQuery } from "#app/domain/directory.ts";
import { withFilters } from "#app/domain/directory.ts";
import { directoryHref } from "#app/domain/directory-url.ts";
import type { Taxonomy } from "#app/domain/reference.ts";
import type { Facets, FacetValue } from "#search/port.ts";

export interface FamilyLink {
	readonly label: string;
	readonly count: number;
	readonly href: string;
}

/** The segment filter: first a family, then its leaves. Two hundred boxes at once help nobody. */
export interface SegmentFacet {
	/** The family being looked into; null: none yet. */
	readonly family: { readonly code: string; readonly label: string; readonly count: number } | null;
	readonly leaves: readonly FacetValue[];
	readonly families: readonly FamilyLink[];
	/** Segments in force outside the family: the form carries them along. */
	readonly kept: readonly string[];
}

/** The facets, the segments arranged by family. */
export interface FacetsView extends Omit<Facets, "segment"> {
	readonly segment: SegmentFacet;
}

const SHOWN = { departement: 8, epci: 6 };

/** The counts that the form shows: those of the whole list are many more. */
export function facetsView(facets: Facets, query: DirectoryQuery, taxonomy: Taxonomy): FacetsView {
	return {
		segment: segmentFacet(facets.segment, query, taxonomy),
		kind: facets.kind,
		reservation: facets.reservation,
		region: facets.region,
		departement: largest(facets.departement, SHOWN.departement),
		epci: largest(facets.epci, SHOWN.epci),
		mode: facets.mode,
		fresh: facets.fresh,
		ess: facets.ess.filter((value) => value.value === "1"),
		tag: facets.tag,
	};
}

/** The first ones, and those in force wherever they are. */
function largest(values: readonly FacetValue[], shown: number): FacetValue[] {
	return values.filter((value, index) => index < shown || value.selected);
}

function segmentFacet(
	values: readonly FacetValue[],
	query: DirectoryQuery,
	taxonomy: Taxonomy,
): SegmentFacet {
	const parentOf = (code: string) => taxonomy.get(code)?.parent ?? null;
	const [first] = query.segments;
	const familyCode = first === undefined ? null : (parentOf(first) ?? first);
	const familyValue = values.find((value) => value.value === familyCode);
	const family =
		familyCode === null
			? null
			: {
					code: familyCode,
					label: taxonomy.get(familyCode)?.label ?? familyCode,
					count: familyValue?.count ?? 0,
				};
	return {
		family,
		leaves:
			familyCode === null ? [] : values.filter((value) => parentOf(value.value) === familyCode),
		families: values
			.filter((value) => parentOf(value.value) === null && value.value !== familyCode)
			.map(({ value, label, count }) => ({
				label,
				count,
				href: directoryHref(withFilters(query, { segments: [value] })),
			})),
		kept: query.segments.filter((code) => code !== familyCode && parentOf(code) !== familyCode),
	};
}
