import { positionOf } from "#app/domain/match/compile-supplier.ts";
import { effectiveOffer } from "#app/domain/match/effective-offer.ts";
import { createPlaces, type PlaceRows } from "#app/domain/places-index.ts";
import type { Segment } from "#app/domain/reference.ts";
import type { Supplier } from "#app/domain/supplier.ts";
import { createTaxonomy } from "#app/domain/taxonomy.ts";
import { fold } from "#app/domain/text.ts";
import { type Db, rawOf } from "#db/open.server.ts";
import { openSearch } from "#search/embedded/engine.server.ts";
import type { SearchEngine } from "#search/port.ts";
import { openTestDb } from "./db.ts";
import { makeCommune, makeSegment } from "./reference.ts";

export const TEST_TODAY = "2026-11-21";

const SEGMENTS: Partial<Segment>[] = [
	{ code: "proprete", label: "Propreté", synonyms: ["services de propreté"] },
	{
		code: "nettoyage-locaux",
		parent: "proprete",
		label: "Nettoyage des locaux",
		synonyms: ["ménage", "entretien des bureaux"],
	},
	{
		code: "vitrerie",
		parent: "proprete",
		label: "Nettoyage des vitres",
		synonyms: ["lavage de vitres"],
	},
	{ code: "espaces-verts", label: "Espaces verts", synonyms: ["jardinage"] },
	{
		code: "entretien-espaces-verts",
		parent: "espaces-verts",
		label: "Entretien des espaces verts",
		synonyms: ["tonte de pelouse", "taille de haies"],
	},
	{ code: "traiteur", label: "Traiteur", synonyms: ["buffet", "cocktail"] },
];

const PLACES: PlaceRows = {
	communes: [
		makeCommune(),
		makeCommune({ code: "56121", name: "Lorient", epci: "200042174", lat: 47.7482, lon: -3.3702 }),
		makeCommune({ code: "56178", name: "Pontivy", epci: "200067932", lat: 48.0686, lon: -2.9628 }),
		makeCommune({
			code: "29019",
			name: "Brest",
			epci: "242900314",
			departement: "29",
			lat: 48.3905,
			lon: -4.486,
		}),
		makeCommune({
			code: "44109",
			name: "Nantes",
			epci: "244400404",
			departement: "44",
			region: "52",
			lat: 47.2184,
			lon: -1.5536,
		}),
	],
	aliases: [],
	zones: [
		{ zone: "departement:56", name: "Morbihan" },
		{ zone: "departement:29", name: "Finistère" },
		{ zone: "departement:44", name: "Loire-Atlantique" },
		{ zone: "region:53", name: "Bretagne" },
		{ zone: "region:52", name: "Pays de la Loire" },
		{ zone: "epci:200067932", name: "Golfe du Morbihan – Vannes agglomération" },
		{ zone: "epci:200042174", name: "Lorient Agglomération" },
		{ zone: "epci:242900314", name: "Brest Métropole" },
		{ zone: "epci:244400404", name: "Nantes Métropole" },
	],
};

/** Six segments, five communes of the West. */
export const testWorld = {
	taxonomy: createTaxonomy(SEGMENTS.map((segment) => makeSegment(segment))),
	places: { ...createPlaces(PLACES), rows: PLACES },
};

/** Suppliers as the import leaves them in the table that search reads; ids from 1 in the order given, unless they are there already. */
export function putSuppliers(db: Db, suppliers: readonly Supplier[]): number[] {
	const put = rawOf(db).prepare(
		`INSERT INTO supplier (public_id, siret, operator_key, name, commune, lat, lon, position, status, verified_on, sort_name, document)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (public_id) DO UPDATE SET siret = excluded.siret, name = excluded.name, commune = excluded.commune, lat = excluded.lat,
			lon = excluded.lon, position = excluded.position, status = excluded.status, verified_on = excluded.verified_on,
			sort_name = excluded.sort_name, document = excluded.document
		RETURNING id`,
	);
	return suppliers.map((supplier) => {
		const position = positionOf(supplier, testWorld.places);
		const row = put.get(
			supplier.id,
			supplier.siret ?? null,
			`id:${supplier.id}`,
			supplier.name,
			position?.commune?.code ?? null,
			position?.lat ?? null,
			position?.lon ?? null,
			position ? (position.errorKm === 0 && supplier.lat != null ? "exact" : "commune") : null,
			supplier.status ?? "open",
			verifiedOn(supplier),
			fold(supplier.name),
			JSON.stringify(supplier),
		) as { id: number };
		return row.id;
	});
}

/** A base of its own with these suppliers, indexed. */
export async function openTestSearch(
	suppliers: readonly Supplier[],
	today = TEST_TODAY,
): Promise<{ db: Db; search: SearchEngine }> {
	const db = await openTestDb();
	const search = openSearch(db, testWorld, { today: () => today });
	await search.update(putSuppliers(db, suppliers));
	return { db, search };
}

/** Last confirmation by the supplier or the CRESS. */
export function verifiedOn(supplier: Supplier): string | null {
	const dates = supplier.offers
		.map((offer) => effectiveOffer(supplier, offer))
		.filter(({ verifiedBy }) => verifiedBy === "supplier" || verifiedBy === "cress")
		.flatMap(({ verifiedOn: date }) => date ?? []);
	return dates.sort().at(-1) ?? null;
}
