import { existsSync } from "node:fs";
import { type Criteria, createCriteria } from "#app/domain/criteria.ts";
import type { PlaceSearch } from "#app/domain/place-search.ts";
import { createNeedReader, type NeedReader } from "#app/domain/read/reader.ts";
import { type SegmentRanker, segmentRanker } from "#app/domain/read/segments/rank.ts";
import { createSegmentSearch, type SegmentSearch } from "#app/domain/segment-search.ts";
import { createTaxonomy, type TaxonomyIndex } from "#app/domain/taxonomy.ts";
import { cpvEdition, loadCpvLabels } from "./cpv.server.ts";
import { type Db, isMigrated, openDb } from "./open.server.ts";
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
	return referenceOf(loadPlaces(db), {
		edition: cpvEdition(db),
		labels: () => loadCpvLabels(db),
	});
}

/** The reference data of the base in this file, which is read and never written; the committed ones when it is not there, or is not a base yet. */
export function openReference(file: string): { reference: Reference; close(): Promise<void> } {
	const db = existsSync(file) ? openDb(file, { readonly: true }) : null;
	return {
		reference: db && isMigrated(db) ? loadReference(db) : packagedReference(),
		close: async () => db?.destroy(),
	};
}

/** The reference data of the committed files, for commands and tests without a database. */
export function packagedReference(): Reference {
	return referenceOf(packagedPlaces(), { edition: () => "", labels: () => new Map() });
}

/** The CPV labels that were loaded. */
interface LoadedCpv {
	/** Another text after each load. */
	edition(): string;
	labels(): ReadonlyMap<string, string>;
}

function referenceOf(places: PlaceDirectory, cpv: LoadedCpv): Reference {
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
				ranker: rankerOf(taxonomy, cpv),
			});
			return needReader;
		},
		get nafLabels() {
			nafLabels ??= readNafLabels();
			return nafLabels;
		},
	};
}

/**
 * The ranker with the labels that are loaded. After a load the one before still answers: the next takes a tenth of a second to build,
 * between two requests and not inside one.
 */
function rankerOf(taxonomy: TaxonomyIndex, cpv: LoadedCpv): () => SegmentRanker {
	let built: { readonly edition: string; readonly ranker: SegmentRanker } | undefined;
	let isBuilding = false;
	const build = (edition: string) => {
		built = { edition, ranker: segmentRanker(taxonomy, cpv.labels()) };
		return built;
	};
	return () => {
		const edition = cpv.edition();
		const current = built ?? build(edition);
		if (current.edition !== edition && !isBuilding) {
			isBuilding = true;
			setImmediate(() => {
				try {
					build(edition);
				} catch {
					// The base closed in between: what is built goes on, and the next reading tries again.
				} finally {
					isBuilding = false;
				}
			});
		}
		return current.ranker;
	};
}
