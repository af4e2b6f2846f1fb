import { z } from "zod";
import { createDocument, type ZodOpenApiPathsObject } from "zod-openapi";
import {
	DIRECTORY_SORTS,
	DIRECTORY_TAGS,
	DIRECTORY_VIEWS,
	FRESHNESS,
} from "#app/domain/directory.ts";
import { EXPORT_TYPES } from "#app/domain/export-types.ts";
import { needSchema } from "#app/domain/need.ts";
import { CHECK_IDS, KIND_CODES, RESERVATIONS, SCOPES } from "#app/domain/vocabulary.ts";
import { matchAnswerSchema, problemSchema, readingSchema } from "./answer-schemas.ts";
import {
	criterionListSchema,
	placeListSchema,
	segmentListSchema,
	supplierDetailSchema,
	supplierListSchema,
	supplierPointsSchema,
} from "./list-schemas.ts";
import { MATCH_SORTS } from "./match-options.server.ts";
import { readRequestSchema } from "./read-need.server.ts";

const json = (schema: z.ZodType) => ({ content: { "application/json": { schema } } });

const badInput = {
	"400": {
		description: "Demande refusée : chaque erreur nomme le champ et dit quoi faire",
		content: { "application/problem+json": { schema: problemSchema } },
	},
	"429": {
		description: "Trop de demandes : réessayez après le délai de Retry-After",
		content: { "application/problem+json": { schema: problemSchema } },
	},
};

const notFound = {
	"404": {
		description: "Rien à cette adresse",
		content: { "application/problem+json": { schema: problemSchema } },
	},
};

const paging = {
	limit: z.coerce.number().int().min(1).max(100).optional(),
	cursor: z.string().optional().meta({ description: "nextCursor de la page précédente" }),
};

const directoryFilters = z.object({
	q: z
		.string()
		.optional()
		.meta({ description: "Mots ; les fautes, accents, pluriels et synonymes sont admis" }),
	segment: z
		.string()
		.optional()
		.meta({ description: "Code d’un segment d’achat", example: "nettoyage-locaux" }),
	kind: z.enum(KIND_CODES).optional().meta({ description: "Type de structure" }),
	reservation: z
		.enum(RESERVATIONS)
		.optional()
		.meta({ description: "Marché réservé auquel la structure peut répondre" }),
	zone: z
		.string()
		.optional()
		.meta({ description: "Siège dans cette zone", example: "departement:56" }),
	serves: z
		.string()
		.optional()
		.meta({ description: "Dessert cette commune (code INSEE)", example: "56260" }),
	near: z
		.string()
		.optional()
		.meta({ description: "Commune (code INSEE) ou « lat,lon »", example: "56260" }),
	km: z.number().positive().optional().meta({ description: "Distance à vol d’oiseau, avec near" }),
	mode: z.enum(["service", "goods", "staffing"]).optional(),
	fresh: z.enum(FRESHNESS).optional().meta({
		description: "Dernière confirmation : moins de 12 mois, plus ancienne, jamais",
	}),
	ess: z.enum(["1"]).optional().meta({ description: "ESS par statut ou agrément seulement" }),
	tag: z.enum(DIRECTORY_TAGS).optional(),
	sort: z.enum(DIRECTORY_SORTS).optional().meta({
		description:
			"Sans mots, draw : un tirage stable, le même pour tous. distance demande near ou serves.",
	}),
	view: z.enum(DIRECTORY_VIEWS).optional().meta({ description: "Sans effet hors des pages" }),
	page: z.coerce.number().int().min(1).optional().meta({ description: "Sinon, cursor" }),
	...paging,
});

const paths: ZodOpenApiPathsObject = {
	"/api/v1/suppliers": {
		get: {
			summary: "Chercher des structures",
			requestParams: { query: directoryFilters },
			responses: {
				"200": {
					description: "Une page de 100 structures au plus, et les facettes",
					...json(supplierListSchema),
				},
				...badInput,
			},
		},
	},
	"/api/v1/suppliers/points": {
		get: {
			summary: "La même liste sur une carte, regroupée quand elle est longue",
			requestParams: {
				query: directoryFilters.extend({
					bounds: z
						.string()
						.optional()
						.meta({ description: "ouest,sud,est,nord ; avec zoom", example: "-4,47,-2,48" }),
					zoom: z.coerce
						.number()
						.min(0)
						.max(18)
						.optional()
						.meta({ description: "Échelle de la carte ; avec bounds", example: 8 }),
				}),
			},
			responses: {
				"200": { description: "Points, regroupements et étendue", ...json(supplierPointsSchema) },
				...badInput,
			},
		},
	},
	"/api/v1/suppliers/{id}": {
		get: {
			summary: "Une structure, avec l’origine et la date de chaque fait public",
			requestParams: {
				path: z.object({ id: z.string().meta({ description: "Identifiant ou SIRET" }) }),
			},
			responses: {
				"200": { description: "La structure", ...json(supplierDetailSchema) },
				...notFound,
				...badInput,
			},
		},
	},
	"/api/v1/segments": {
		get: {
			summary: "Segments d’achat",
			requestParams: { query: z.object({ q: z.string().optional(), ...paging }) },
			responses: { "200": { description: "Segments", ...json(segmentListSchema) }, ...badInput },
		},
	},
	"/api/v1/criteria": {
		get: {
			summary: "Conditions de métier d’un segment",
			requestParams: { query: z.object({ segment: z.string().optional(), ...paging }) },
			responses: {
				"200": { description: "Conditions", ...json(criterionListSchema) },
				...badInput,
			},
		},
	},
	"/api/v1/places": {
		get: {
			summary: "Communes, EPCI, départements et régions par leur nom",
			requestParams: { query: z.object({ q: z.string(), limit: paging.limit }) },
			responses: { "200": { description: "Lieux", ...json(placeListSchema) }, ...badInput },
		},
	},
	"/api/v1/needs/read": {
		post: {
			summary: "Lire un besoin écrit en une phrase",
			requestBody: { ...json(readRequestSchema), required: true },
			responses: {
				"200": {
					description: "Ce qui est compris, avec les mots, ce qui est à préciser et ce qui reste",
					...json(readingSchema),
				},
				...badInput,
			},
		},
	},
	"/api/v1/needs/match": {
		post: {
			summary: "Confronter un besoin à l’offre réelle",
			requestParams: {
				query: z.object({
					scope: z
						.enum(SCOPES)
						.optional()
						.meta({ description: "any : au moins une cellule ; whole : toutes" }),
					detail: z
						.enum(["cells"])
						.optional()
						.meta({ description: "Ajoute le détail par cellule (byCell)" }),
					removedBy: z
						.enum(CHECK_IDS)
						.optional()
						.meta({ description: "Les structures qu’écarte ce critère" }),
					cursor: paging.cursor,
					sort: z.enum(MATCH_SORTS).optional().meta({
						description: "Ordre des structures ; draw : verdict, puis tirage stable",
					}),
				}),
			},
			requestBody: { ...json(needSchema), required: true },
			responses: {
				"200": { description: "La réponse, avec ses raisons", ...json(matchAnswerSchema) },
				...badInput,
			},
		},
	},
	...Object.fromEntries(
		(["ndjson", "csv", "xlsx"] as const).map((format) => [
			`/api/v1/exports/suppliers.${format}`,
			{
				get: {
					summary: `La liste d’une recherche, en ${format.toUpperCase()}`,
					requestParams: {
						query: directoryFilters.omit({ page: true, limit: true, cursor: true }),
					},
					responses: {
						"200": {
							description: "Le fichier de toute la liste, dans son ordre",
							content: { [EXPORT_TYPES[format]]: { schema: z.string() } },
						},
						...badInput,
					},
				},
			},
		]),
	),
};

/** The OpenAPI 3.1 description of the public API, generated from the schemas that validate it. */
export function openApiDocument(options: { version: string; serverUrl: string }) {
	return createDocument({
		openapi: "3.1.0",
		info: {
			title: "Vivier",
			version: options.version,
			description:
				"Annuaire de sourcing et de mise en relation de l’économie sociale et solidaire. Montants en euros HT, distances en km à vol d’oiseau, dates ISO (Europe/Paris), codes INSEE. Absent ou null : inconnu.",
			license: { name: "MIT", identifier: "MIT" },
		},
		servers: [{ url: options.serverUrl }],
		paths,
	});
}
