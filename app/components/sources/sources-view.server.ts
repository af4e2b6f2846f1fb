import { formatNumber, formatShare } from "#app/domain/french-format.ts";
import { LEGAL_RULES, LEGAL_TABLE_DATE } from "#app/domain/legal-table.ts";
import wordWeights from "#app/domain/read/segments/model.json" with { type: "json" };
import type { Services } from "#app/services.server.ts";
import {
	findReferenceLoad,
	listOrigins,
	type ReferenceLoad,
} from "#db/reference-origins.server.ts";
import { listSources } from "#db/suppliers.server.ts";

/** One row of the table of reference data. `date` is ISO; null: the source does not say. */
export interface DataSet {
	readonly id: string;
	readonly label: string;
	readonly origin: string;
	readonly url: string | null;
	readonly licence: string;
	readonly date: string | null;
	readonly rows: number;
	readonly note: string | null;
}

/** A list of suppliers taken over. */
export interface ImportedList {
	readonly id: string;
	readonly label: string;
	readonly url: string | null;
	readonly licence: string | null;
	readonly attribution: string | null;
	readonly date: string | null;
	readonly rows: number;
	readonly fictional: boolean;
}

export interface SourcesView {
	readonly dataSets: readonly DataSet[];
	readonly lists: readonly ImportedList[];
	/** The CPV list is there only once someone loaded it. */
	readonly cpvLoaded: boolean;
	readonly legalDate: string;
}

/** What the page of sources shows. */
export async function sourcesView({
	db,
	reference,
}: Pick<Services, "db" | "reference">): Promise<SourcesView> {
	const [centres, cpv, sources] = await Promise.all([
		findReferenceLoad(db, "centres"),
		findReferenceLoad(db, "cpv"),
		listSources(db),
	]);
	const packaged = listOrigins().map(({ via, attribution: _, ...origin }) => ({
		...origin,
		note: origin.id === "centres" ? centresNote(reference.places.rows.communes) : `Paquet ${via}`,
	}));
	return {
		dataSets: [...packaged, ...loadedSets(centres, cpv), ...ownSets(reference)],
		lists: sources.map((source) => ({
			id: source.id,
			label: source.label,
			url: source.origin_url,
			licence: source.licence,
			attribution: source.attribution,
			date: source.list_date,
			rows: Number(source.records),
			fictional: source.demo === 1,
		})),
		cpvLoaded: cpv !== null,
		legalDate: LEGAL_TABLE_DATE,
	};
}

function centresNote(
	communes: readonly { readonly errorKm: number; readonly population: number | null }[],
): string {
	const exact = communes.filter(({ errorKm }) => errorKm === 0);
	const people = (list: typeof communes) =>
		list.reduce((sum, { population }) => sum + (population ?? 0), 0);
	const approximate = communes.length - exact.length;
	const share = formatShare(people(exact) / people(communes));
	if (approximate === 0) return "Le centre de chaque commune est exact.";
	return `Position connue pour ${formatNumber(exact.length)} communes, où vivent ${share} des habitants ; les ${formatNumber(approximate)} autres sont placées d’après leurs voisines, à 12 km près le plus souvent, et marquées approchées.`;
}

function loadedSets(centres: ReferenceLoad | null, cpv: ReferenceLoad | null): DataSet[] {
	const sets: DataSet[] = [];
	if (centres) {
		sets.push({
			...describeLoad(centres, "centres-charges", "Centres exacts des communes"),
			licence: "Licence Ouverte 2.0",
		});
	}
	if (cpv) {
		sets.push({
			...describeLoad(cpv, "cpv", "Vocabulaire commun des marchés publics (CPV 2008)"),
			licence: "CC BY 4.0 (Office des publications de l’UE)",
		});
	}
	return sets;
}

function describeLoad(load: ReferenceLoad, id: string, label: string): Omit<DataSet, "licence"> {
	const isAddress = load.origin.startsWith("https://");
	return {
		id,
		label,
		origin: isAddress ? load.origin.slice("https://".length) : `Fichier ${load.origin}`,
		url: isAddress ? load.origin : null,
		date: load.loadedOn,
		rows: load.rows,
		note: "Chargé par l’administrateur de ce site, à cette date.",
	};
}

/** When the weights of words were last learned. */
const MODEL_DATE = "2026-11-22";

const OURS = { origin: "Vivier", url: null, licence: "MIT" };

function ownSets({ taxonomy, criteria }: Services["reference"]): DataSet[] {
	return [
		{
			...OURS,
			id: "segments",
			label: "Segments d’achat",
			date: LEGAL_TABLE_DATE,
			rows: taxonomy.segments.length,
			note: "Écrits à la main d’après le CPV, les métiers de l’insertion et des objets de marchés réels.",
		},
		{
			...OURS,
			id: "mots-des-segments",
			label: "Mots qui mènent aux segments d’achat, avec leur poids",
			origin:
				"Titres de marchés publics (données essentielles de la commande publique, 2018–2020) ; libellés du CPV ; mots des segments",
			licence: "Licence Ouverte 2.0 pour les titres, CC BY 4.0 pour le CPV",
			date: MODEL_DATE,
			rows: wordWeights.words.length,
			note: "Des mots et des poids, aucun titre ni nom d’acheteur. Les mots des titres que moins de trois acheteurs ont écrits et les noms de communes sont laissés de côté.",
		},
		{
			...OURS,
			id: "conditions",
			label: "Conditions de métier",
			date: LEGAL_TABLE_DATE,
			rows: criteria.all.length,
			note: "Des questions à poser, jamais des obligations ; la plupart viennent de l’usage et restent à vérifier.",
		},
		{
			...OURS,
			id: "table-juridique",
			label: "Table juridique",
			date: LEGAL_TABLE_DATE,
			rows: LEGAL_RULES.length,
			note: "Chaque règle dit comment elle a été lue ; voir plus bas.",
		},
	];
}
