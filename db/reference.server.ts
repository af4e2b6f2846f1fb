import { type Criteria, createCriteria } from "#app/domain/criteria.ts";
import type { PlaceSearch } from "#app/domain/place-search.ts";
import { createNeedReader, type NeedReader } from "#app/domain/read/reader.ts";
import { segmentRanker } from "#app/domain/read/segments/rank.ts";
import { createSegmentSearch, type SegmentSearch } from "#app/domain/segment-search.ts";
import { createTaxonomy, type TaxonomyIndex } from "#app/domain/taxonomy.ts";
import { loadCpvLabels } from "./cpv.server.ts";
import type { Db } from "./open.server.ts";
import { loadPlaces, type PlaceDirectory, packagedPlaces } from "./places.server.ts";
import { readCriteria, readNafLabels, readSegments } from "./reference-files.server.ts";

/** The reference data, in memory for the life of the process. */
export interface Reference {
	readonly taxonomy: TaxonomyIndex;
	readonly criteria: Criteria;
	readonly segmentSearch: SegmentSearch;
	readonly places: PlaceDirectory;
	readonly placeSearch: PlaceSearch;
	/** Reads needs written in words; built by the first text. */
	readonly needReader: NeedReader;
	/** NAF labels by code without dot. */
	readonly nafLabels: ReadonlyMap<string, string>;
}

/** The reference data, with the exact centres and the CPV labels that were loaded into this database. */
export function loadReference(db: Db): Reference {
	return referenceOf(loadPlaces(db), () => loadCpvLabels(db));
}

/** The reference data of the committed files, for commands and tests without a database. */
export function packagedReference(): Reference {
	return referenceOf(packagedPlaces(), () => new Map());
}

function referenceOf(
	places: PlaceDirectory,
	cpvLabels: () => ReadonlyMap<string, string>,
): Reference {
	const taxonomy = createTaxonomy(readSegments());
	const criteria = createCriteria(readCriteria(), taxonomy);
	let nafLabels: ReadonlyMap<string, string> | undefined;
	let needReader: NeedReader | undefined;
	return {
		taxonomy,
		criteria,
		segmentSearch: createSegmentSearch(taxonomy),
		places,
		placeSearch: places.search,
		get needReader() {
			needReader ??= createNeedReader({
				taxonomy,
				criteria,
				places: places.rows,
				ranker: segmentRanker(taxonomy, cpvLabels()),
			});
			return needReader;
		},
		get nafLabels() {
			nafLabels ??= readNafLabels();
			return nafLabels;
		},
	};
}
