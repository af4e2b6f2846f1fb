import type { AppError, ErrorCode, InputProblem } from "./domain/errors.ts";

export const ERROR_STATUS: Record<ErrorCode, number> = {
	"bad-input": 400,
	"supplier-not-found": 404,
	"segment-not-found": 404,
	"need-not-found": 404,
	"draft-expired": 410,
	"place-not-found": 404,
	"corrupt-row": 500,
	"bad-file": 400,
	"file-too-large": 400,
	"search-unavailable": 503,
	"match-unavailable": 503,
	"geocoder-unavailable": 503,
	"rate-limited": 429,
};

export const ERROR_MESSAGE: Record<ErrorCode, string> = {
	"bad-input": "Une valeur de la demande ne peut pas être lue.",
	"supplier-not-found": "Aucune structure ne porte ce numéro dans la base.",
	"segment-not-found": "Ce segment d’achat n’existe pas.",
	"need-not-found": "Ce besoin n’existe pas, ou son lien n’est pas complet.",
	"draft-expired": "Ce lien a expiré : demandez-en un nouveau à la personne qui l’a partagé.",
	"place-not-found": "Ce lieu n’est pas connu : vérifiez la commune ou le code postal.",
	"corrupt-row": "Une fiche de la base ne peut pas être lue.",
	"bad-file": "Ce fichier ne peut pas être lu.",
	"file-too-large": "Ce fichier est trop volumineux.",
	"search-unavailable": "La recherche ne répond pas pour l’instant : réessayez dans une minute.",
	"match-unavailable":
		"La mise en relation ne répond pas pour l’instant : réessayez dans une minute.",
	"geocoder-unavailable":
		"Le service d’adresses ne répond pas pour l’instant : indiquez la commune, ou réessayez.",
	"rate-limited": "Trop de demandes à la suite : patientez un instant, puis réessayez.",
};

/** The body of an error answer; on /api it is served as `application/problem+json`. */
export interface HttpProblem {
	readonly type: string;
	readonly title: string;
	readonly status: number;
	readonly code: ErrorCode;
	readonly errors: readonly InputProblem[];
}

/**
 * Whether this is one of our expected failures. Told by its shape: the bundle and the process each
 * hold their own copy of the class, so `instanceof` would say no across that border.
 */
export function isAppError(error: unknown): error is AppError {
	return (
		error instanceof Error &&
		error.name === "AppError" &&
		"code" in error &&
		String(error.code) in ERROR_STATUS
	);
}

export function toProblem(error: AppError): HttpProblem {
	return {
		type: "about:blank",
		title: ERROR_MESSAGE[error.code],
		status: ERROR_STATUS[error.code],
		code: error.code,
		errors: error.problems,
	};
}

/**
 * The answer a loader throws for an expected failure: `throw toResponse(error)`.
 *
 * @throws the error itself when it is not an expected failure, so that it is logged as an incident
 */
export function toResponse(error: unknown, type = "application/json"): Response {
	if (!isAppError(error)) throw error;
	const problem = toProblem(error);
	const headers = new Headers({ "Content-Type": `${type}; charset=utf-8` });
	const wait = error.context["retryAfterSeconds"];
	if (wait !== undefined) headers.set("Retry-After", String(wait));
	return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

/** What an error boundary received, when it is one of our expected failures. */
export function problemFrom(data: unknown): HttpProblem | null {
	if (typeof data !== "object" || data === null || !("code" in data)) return null;
	return String(data.code) in ERROR_STATUS ? (data as HttpProblem) : null;
}
