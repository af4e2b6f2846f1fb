import { z } from "zod";
import { partialNeedSchema, QUESTION_SUBJECTS } from "#app/domain/read/types.ts";
import { CARES, CHECK_IDS, KIND_CODES, SCOPES } from "#app/domain/vocabulary.ts";

/** The shapes of the API's answers, for the published description and for tests that hold answers against it. */

export const count = z.number().int().nonnegative();
const check = z.enum(CHECK_IDS);
const verdict = z.enum(["confirmed", "possible", "excluded"]).meta({
	description:
		"confirmed : compatible ; possible : à confirmer ; excluded : ne correspond pas, en l’état",
});
export const versions = z
	.object({
		data: z.string().meta({ description: "Version de la base ; change à chaque mise à jour" }),
		law: z.iso.date().meta({ description: "Date de la table juridique" }),
		program: z.string(),
	})
	.meta({ id: "Versions" });

const checkResult = z
	.object({
		check,
		service: z.string().nullable(),
		cell: z.string().nullable(),
		verdict: z.enum(["met", "unmet", "unknown"]),
		asked: z.json(),
		offered: z.json().optional().meta({ description: "null : non déclaré ; absent avec withheld" }),
		margin: z.number().nullable().optional(),
		withheld: z
			.literal(true)
			.optional()
			.meta({ description: "Valeur réservée aux acheteurs identifiés" }),
		negotiable: z.boolean(),
		source: z.string().nullable(),
		on: z.string().nullable(),
	})
	.meta({ id: "CheckResult" });

const cellVerdict = z.object({ verdict, failed: z.array(check), unknown: z.array(check) });

const matchedSupplier = z
	.object({
		id: z.string(),
		siret: z.string().nullable(),
		name: z.string(),
		verdict,
		distanceKm: z.number().nullable(),
		cell: z.string().nullable(),
		checks: z.array(checkResult),
		care: z.array(z.enum(CARES)),
		byCell: z.record(z.string(), cellVerdict).optional(),
		stale: z.boolean(),
		verifiedOn: z.string().nullable(),
		commune: z.string().nullable(),
		lat: z.number().nullable(),
		lon: z.number().nullable(),
		kinds: z.array(z.string()).nullable(),
	})
	.meta({ id: "MatchedSupplier" });

const relaxation = z
	.object({
		nature: z
			.enum(["need", "allotment", "law"])
			.meta({ description: "À changer dans le besoin, dans l’allotissement, ou de régime" }),
		changes: z.array(
			z.object({
				check,
				service: z.string().nullable(),
				cell: z.string().nullable(),
				from: z.json(),
				to: z.json().meta({ description: "null : la condition n’est plus demandée" }),
			}),
		),
		patch: z.record(z.string(), z.json()).meta({
			description:
				"Le besoin ainsi changé, en JSON Merge Patch (RFC 7396) : à appliquer au besoin envoyé, sans rien interpréter",
		}),
		gained: z.array(z.string()).meta({ description: "Structures qui entrent dans l’offre réelle" }),
		lost: z.array(z.string()).meta({ description: "Structures qui en sortent" }),
		confirmed: count,
		possible: count,
		real: count,
		organisations: count,
	})
	.meta({ id: "Relaxation" });

const consortiumMember = z
	.object({
		id: z.string(),
		siret: z.string().nullable(),
		name: z.string(),
		commune: z.string().nullable(),
		distanceKm: z.number().nullable(),
		cells: z.array(z.string()).meta({ description: "Ce qu’il prend, en tout ou en partie" }),
		shared: z.array(z.string()).meta({ description: "Parmi cells, ce qu’il partage" }),
		unknown: z.array(check).meta({ description: "À confirmer, sur ce qu’il prend" }),
		toDiscuss: z.array(check).meta({ description: "À négocier, sur ce qu’il prend" }),
		stale: z.boolean(),
		accepts: z.enum(["yes", "unknown"]).meta({ description: "Accepte de se grouper" }),
		leads: z.enum(["yes", "perhaps", "no"]).meta({ description: "Peut être mandataire" }),
		eligibility: z
			.object({
				article: z.string(),
				confidence: z.enum(["V1", "V2", "M", "U"]),
				state: z.enum(["proved", "to-confirm"]),
				kinds: z.array(z.enum(KIND_CODES)),
			})
			.nullable()
			.meta({ description: "null : marché non réservé" }),
	})
	.meta({ id: "ConsortiumMember" });

const consortium = z
	.object({
		members: z.array(z.string()).min(2).max(3),
		lead: z.string(),
		verdict: z.enum(["confirmed", "possible"]),
		shares: z
			.record(z.string(), z.array(z.string()))
			.meta({ description: "Qui prend chaque prestation et lieu ; plusieurs : partagé" }),
		unknowns: count.meta({ description: "Ce qui reste à demander à ses membres" }),
		details: z.array(consortiumMember),
	})
	.meta({ id: "Consortium" });

const consortiaSearch = z
	.object({
		total: count.nullable().meta({ description: "null : plus de 50" }),
		candidates: count.meta({ description: "Structures entre lesquelles on a cherché" }),
		found: count.meta({ description: "Structures qui pourraient prendre une partie" }),
		alone: count.meta({ description: "Celles qui pourraient tout prendre seules" }),
		uncovered: z.array(z.string()),
		complete: z.boolean(),
	})
	.meta({ id: "ConsortiaSearch" });

/** `POST /api/v1/needs/match`. */
export const matchAnswerSchema = z
	.object({
		scope: z.enum(SCOPES),
		theoretical: count,
		confirmed: count,
		possible: count,
		real: count,
		organisations: count.meta({ description: "Opérateurs indépendants parmi l’offre réelle" }),
		minCompetition: count,
		reachMedian: count.nullable(),
		waterfall: z.array(
			z
				.object({ check, remaining: count, removed: count, removedAlone: count })
				.meta({ id: "WaterfallStep" }),
		),
		cells: z
			.array(z.object({ cell: z.string(), theoretical: count, confirmed: count, possible: count }))
			.nullable(),
		suppliers: z.array(matchedSupplier),
		nextCursor: z.string().nullable().optional(),
		combinations: z.array(z.object({ checks: z.array(check), organisations: count })),
		relaxations: z
			.array(relaxation)
			.optional()
			.meta({ description: "Absent des pages suivantes et avec removedBy" }),
		consortia: z.array(consortium).max(50).meta({
			description: "Groupements minimaux ; vide quand le besoin ne les autorise pas",
		}),
		consortiaSearch: consortiaSearch
			.nullable()
			.meta({ description: "null : les groupements n’ont pas été cherchés" }),
		versions,
	})
	.meta({ id: "MatchAnswer" });

const words = z
	.array(z.tuple([count, count]))
	.meta({ description: "Début et fin (exclue) dans le texte donné, en unités UTF-16" });

/** `POST /api/v1/needs/read`. */
export const readingSchema = z
	.object({
		need: partialNeedSchema.meta({
			description: "Ce qui est compris ; incomplet tant qu’un service n’a pas de segment",
		}),
		segments: z.array(z.object({ segment: z.string(), score: z.number(), words })),
		parts: z.array(
			z
				.object({
					path: z.string().meta({ description: "Où dans need ; siteCount est à part" }),
					value: z.json(),
					words,
				})
				.meta({ id: "ReadPart" }),
		),
		notUnderstood: words,
		questions: z.array(
			z
				.object({
					about: z.enum(QUESTION_SUBJECTS),
					path: z.string(),
					text: z.string(),
					words,
					options: z.array(z.object({ label: z.string(), value: z.json() })),
					chosen: count
						.nullable()
						.meta({ description: "Option retenue en attendant ; null : aucune" }),
				})
				.meta({ id: "ReadQuestion" }),
		),
		warnings: z.array(z.object({ message: z.string(), words })),
		versions,
	})
	.meta({ id: "Reading" });

/** Every error of the API. */
export const problemSchema = z
	.object({
		type: z.string(),
		title: z.string(),
		status: z.number().int(),
		code: z.string().meta({ description: "Code stable" }),
		errors: z.array(z.object({ path: z.string(), message: z.string() })),
	})
	.meta({ id: "Problem" });
