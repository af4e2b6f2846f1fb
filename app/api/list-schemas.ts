import { z } from "zod";
import { DIRECTORY_SORTS } from "#app/domain/directory.ts";
import { supplierSchema } from "#app/domain/supplier.ts";
import { KIND_CODES, MODES, RESERVATIONS } from "#app/domain/vocabulary.ts";
import { count, versions } from "./answer-schemas.ts";

/** The shapes of what the API lists: suppliers, their points, and the reference lists. */

function listOf<T extends z.ZodType>(item: T) {
	return z.object({
		items: z.array(item),
		total: count,
		nextCursor: z.string().nullable(),
		versions: versions.optional(),
	});
}

const certainty = z
	.enum(["proved", "to-confirm"])
	.meta({ description: "to-confirm : dit seulement, périmé, ou type que l’article ne nomme pas" });
const ranges = z
	.array(z.tuple([count, count]))
	.meta({ description: "Début et fin (exclue), en unités UTF-16" });

const directoryItem = z
	.object({
		id: z.string(),
		siret: z.string().nullable(),
		name: z.string(),
		kinds: z
			.array(z.object({ code: z.enum(KIND_CODES), certainty }))
			.nullable()
			.meta({ description: "null : inconnus" }),
		reservations: z.array(z.object({ code: z.enum(RESERVATIONS), certainty })),
		ess: z.boolean().nullable(),
		tags: z.array(z.string()),
		commune: z.object({ code: z.string(), name: z.string(), departement: z.string() }).nullable(),
		lat: z.number().nullable(),
		lon: z.number().nullable(),
		position: z
			.enum(["exact", "commune"])
			.nullable()
			.meta({ description: "commune : le centre de sa commune" }),
		distanceKm: z.number().nullable().meta({ description: "Depuis near, sinon serves" }),
		segments: z.array(
			z.object({ code: z.string(), label: z.string(), basis: z.enum(["declared", "inferred"]) }),
		),
		modes: z.array(z.enum(MODES)),
		verifiedOn: z.iso.date().nullable().meta({
			description: "Dernière confirmation par la structure ou la CRESS ; null : jamais",
		}),
		demo: z.boolean().meta({ description: "Structure fictive" }),
		highlights: z
			.object({
				name: ranges,
				segments: z.array(z.string()),
				text: z.object({ excerpt: z.string(), ranges }).nullable(),
			})
			.meta({ description: "Où les mots de la recherche ont été trouvés" }),
	})
	.meta({ id: "DirectoryItem" });

const facet = z.array(
	z
		.object({ value: z.string(), label: z.string(), count, selected: z.boolean() })
		.meta({ id: "FacetValue" }),
);

/** `GET /api/v1/suppliers`. */
export const supplierListSchema = listOf(directoryItem).extend({
	facets: z
		.object({
			segment: facet,
			kind: facet,
			reservation: facet,
			region: facet,
			departement: facet,
			epci: facet,
			mode: facet,
			fresh: facet,
			ess: facet,
			tag: facet,
		})
		.meta({ description: "Ce que donnerait chaque valeur, les autres filtres gardés" }),
	sort: z.enum(DIRECTORY_SORTS).meta({ description: "L’ordre de la liste" }),
	page: z.number().int().min(1),
	corrected: z
		.array(z.object({ from: z.string(), to: z.string() }))
		.meta({ description: "Mots lus comme d’autres, proches" }),
	ignored: z.array(z.string()).meta({ description: "Mots qui ne mènent nulle part" }),
	without: z.record(z.string(), count).meta({
		description: "Quand la liste est vide : combien il y en aurait sans chacun des filtres",
	}),
});

const degrees = z.number();

/** `GET /api/v1/suppliers/points`. */
export const supplierPointsSchema = z.object({
	points: z.array(
		z
			.tuple([z.string(), degrees, degrees, z.string(), z.boolean()])
			.meta({ description: "id, lat, lon, nom, position connue à la commune près" }),
	),
	clusters: z.array(
		z.tuple([count, degrees, degrees]).meta({ description: "nombre de structures, lat, lon" }),
	),
	located: count,
	unlocated: count,
	bounds: z.tuple([degrees, degrees, degrees, degrees]).nullable(),
	versions,
});

export const supplierDetailSchema = z.looseObject({ ...supplierSchema.partial().shape, versions });
export const segmentListSchema = listOf(z.looseObject({ code: z.string(), label: z.string() }));
export const placeListSchema = listOf(z.looseObject({ zone: z.string(), label: z.string() }));
export const criterionListSchema = listOf(z.looseObject({ code: z.string(), label: z.string() }));
