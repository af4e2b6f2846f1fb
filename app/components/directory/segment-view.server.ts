import { mapBase } from "#app/components/map/base.server.ts";
import { buildChoropleth, type ChoroplethScene } from "#app/components/map/choropleth-build.ts";
import { coverByDepartement, type DepartementCoverage } from "#app/domain/coverage.ts";
import { EMPTY_DIRECTORY_QUERY } from "#app/domain/directory.ts";
import { AppError } from "#app/domain/errors.ts";
import type { Criterion, Segment } from "#app/domain/reference.ts";
import type { Services } from "#app/services.server.ts";
import { findCpvLabels } from "#db/cpv.server.ts";
import { listOfferAreas } from "#db/segment-coverage.server.ts";
import type { DirectoryPage, FacetValue } from "#search/port.ts";
import { remembering } from "./remember.server.ts";
import { typicalWords, unitWords } from "./segment-words.ts";

const CONDITIONS_SHOWN = 8;

export interface SegmentLink {
	readonly code: string;
	readonly label: string;
	readonly count: number;
}

export interface SegmentView {
	readonly code: string;
	readonly label: string;
	readonly description: string;
	readonly family: SegmentLink | null;
	readonly leaves: readonly SegmentLink[];
	readonly total: number;
	readonly kinds: readonly FacetValue[];
	readonly reservations: readonly FacetValue[];
	readonly cpv: readonly { readonly code: string; readonly label: string | null }[];
	readonly naf: readonly { readonly code: string; readonly label: string | null }[];
	readonly synonyms: readonly string[];
	readonly typical: readonly string[];
	readonly conditions: readonly Pick<Criterion, "code" | "label" | "confidence" | "source">[];
	readonly moreConditions: number;
	readonly unit: string | null;
	readonly agec: string | null;
	readonly essService: boolean;
	readonly reuse: boolean;
	readonly scene: ChoroplethScene;
	readonly coverage: readonly (DepartementCoverage & { readonly seated: number })[];
	/** Suppliers that declare no area, counted at home only. */
	readonly undeclared: number;
}

/** @throws {AppError} "segment-not-found" */
export async function segmentView(services: Services, code: string): Promise<SegmentView> {
	const { taxonomy, criteria, nafLabels } = services.reference;
	const segment = taxonomy.get(code);
	if (!segment) throw new AppError("segment-not-found", { code });
	const [page, cpvLabels, coverage] = await Promise.all([
		facetsOf(services, [code]),
		findCpvLabels(services.db, segment.cpv),
		rememberCoverage(services, code, () => computeCoverage(services, segment)),
	]);
	const counts = new Map(page.facets.segment.map(({ value, count }) => [value, count]));
	const link = ({ code, label }: Segment) => ({ code, label, count: counts.get(code) ?? 0 });
	const conditions = criteria.ofSegment(code);
	const family = segment.parent === null ? undefined : taxonomy.get(segment.parent);
	return {
		code,
		label: segment.label,
		description: segment.description,
		family: family ? link(family) : null,
		leaves: taxonomy.children(code).map(link),
		total: page.total,
		kinds: page.facets.kind,
		reservations: page.facets.reservation,
		cpv: segment.cpv.map((prefix) => ({ code: prefix, label: cpvLabels.get(prefix) ?? null })),
		naf: segment.naf.map((naf) => ({ code: naf, label: nafLabels.get(naf) ?? null })),
		synonyms: segment.synonyms,
		typical: typicalWords(segment),
		conditions: conditions.slice(0, CONDITIONS_SHOWN).map(({ code, label, confidence, source }) => {
			return { code, label, confidence, source };
		}),
		moreConditions: Math.max(0, conditions.length - CONDITIONS_SHOWN),
		unit: unitWords(segment),
		agec: segment.agec,
		essService: segment.essService,
		reuse: segment.reuse,
		...coverage,
		coverage: withSeated(coverage.coverage, page.facets.departement),
	};
}

/** Adds where suppliers sit, as the list counts them, and drops départements without any. */
function withSeated(
	coverage: readonly DepartementCoverage[],
	facet: readonly FacetValue[],
): SegmentView["coverage"] {
	const seats = new Map(facet.map(({ value, count }) => [value, count]));
	return coverage
		.map((one) => ({ ...one, seated: seats.get(`departement:${one.code}`) ?? 0 }))
		.filter(({ serving, undeclared, seated }) => serving + undeclared + seated > 0);
}

interface Coverage {
	readonly scene: ChoroplethScene;
	readonly coverage: readonly DepartementCoverage[];
	readonly undeclared: number;
}

/** Counted once for a state of the base: the geometry of a large segment takes a moment. */
const rememberCoverage = remembering<Coverage>(220);
const rememberFacets = remembering<Pick<DirectoryPage, "total" | "facets">>(220);

function facetsOf(services: Services, segments: readonly string[]) {
	return rememberFacets(services, segments.join(" "), async () => {
		const query = { ...EMPTY_DIRECTORY_QUERY, segments, limit: 1 };
		const { total, facets } = await services.search.search(query);
		return { total, facets };
	});
}

async function computeCoverage(services: Services, segment: Segment): Promise<Coverage> {
	const { places, taxonomy } = services.reference;
	const base = mapBase(places, services.env);
	const codes = [segment.code, ...taxonomy.children(segment.code).map((leaf) => leaf.code)];
	const areas = await listOfferAreas(services.db, codes, segment.parent);
	const coverage = coverByDepartement(areas, places, [...base.boxes.keys()].sort());
	return {
		scene: buildChoropleth(base, new Map(coverage.map(({ code, serving }) => [code, serving]))),
		coverage,
		undeclared: coverage.reduce((sum, { undeclared }) => sum + undeclared, 0),
	};
}

export interface SegmentsView {
	readonly q: string;
	readonly families: readonly (SegmentLink & { readonly leaves: readonly SegmentLink[] })[];
	/** What the words lead to; null without words. */
	readonly hits:
		| readonly (SegmentLink & { readonly family: string | null; readonly because: string | null })[]
		| null;
}

const HITS_SHOWN = 30;

/** Families and leaves with the number of structures, or what some words lead to. */
export async function segmentsView(services: Services, q: string): Promise<SegmentsView> {
	const { taxonomy, segmentSearch } = services.reference;
	const page = await facetsOf(services, []);
	const counts = new Map(page.facets.segment.map(({ value, count }) => [value, count]));
	const link = ({ code, label }: Segment) => ({ code, label, count: counts.get(code) ?? 0 });
	const hits = segmentSearch.search(q).slice(0, HITS_SHOWN);
	return {
		q,
		families:
			q === ""
				? taxonomy.parents.map((parent) => ({
						...link(parent),
						leaves: taxonomy.children(parent.code).map(link),
					}))
				: [],
		hits:
			q === ""
				? null
				: hits.map(({ segment, because }) => ({
						...link(segment),
						family: segment.parent === null ? null : (taxonomy.get(segment.parent)?.label ?? null),
						because,
					})),
	};
}
