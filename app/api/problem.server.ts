import { AppError } from "#app/domain/errors.ts";
import { closestWord } from "#app/domain/text.ts";
import { isAppError, toResponse } from "#app/http-errors.ts";

const PROBLEM_TYPE = "application/problem+json";
const MAX_BODY_BYTES = 5_000_000;

/** The API's answer to an expected failure. @throws the error itself when it is not one: it is then an incident */
export function problem(error: unknown): Response {
	return toResponse(error, PROBLEM_TYPE);
}

/** Runs one call of the API: its value as JSON, an expected failure as problem+json. */
export async function apiCall(run: () => unknown): Promise<Response> {
	try {
		const value = await run();
		return value instanceof Response ? value : Response.json(value);
	} catch (error) {
		if (isAppError(error)) return problem(error);
		throw error;
	}
}

/** @throws {AppError} "bad-input" naming each parameter that this call does not know, or that is given twice */
export function refuseUnknownParameters(url: URL, known: readonly string[]): void {
	const problems = [...new Set(url.searchParams.keys())]
		.filter((name) => !known.includes(name))
		.map((name) => {
			const close = closestWord(name, known);
			const hint = close
				? ` Vouliez-vous dire « ${close} » ?`
				: known.length > 0
					? ` Paramètres admis : ${known.join(", ")}.`
					: " Cet appel n’en prend aucun.";
			return { path: name, message: `Le paramètre « ${name} » n’existe pas.${hint}` };
		});
	for (const name of known) {
		const count = new Set(url.searchParams.getAll(name)).size;
		if (count < 2) continue;
		problems.push({
			path: name,
			message: `« ${name} » n’accepte qu’une valeur, ${count} ont été données.`,
		});
	}
	if (problems.length > 0) throw new AppError("bad-input", {}, { problems });
}

/** The value of a parameter among the ones allowed; null when absent. @throws {AppError} "bad-input" */
export function oneOf<T extends string>(url: URL, name: string, allowed: readonly T[]): T | null {
	const value = url.searchParams.get(name);
	if (value === null || value === "") return null;
	const found = allowed.find((candidate) => candidate === value);
	if (found) return found;
	throw new AppError(
		"bad-input",
		{},
		{
			problems: [
				{
					path: name,
					message: `« ${value} » n’est pas une valeur de « ${name} ». Valeurs admises : ${allowed.join(", ")}.`,
				},
			],
		},
	);
}

/** The JSON body of a request. @throws {AppError} "bad-input" when it is not JSON, "file-too-large" over 5 MB */
export async function jsonBody(request: Request): Promise<unknown> {
	const bytes = await request.arrayBuffer();
	if (bytes.byteLength > MAX_BODY_BYTES) {
		throw new AppError(
			"file-too-large",
			{ bytes: bytes.byteLength },
			{
				problems: [
					{ path: "", message: "Le corps de la demande dépasse 5 Mo : découpez le besoin." },
				],
			},
		);
	}
	try {
		return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
	} catch (cause) {
		throw new AppError(
			"bad-input",
			{},
			{
				cause,
				problems: [
					{
						path: "",
						message:
							"Le corps de la demande n’est pas du JSON en UTF-8 : vérifiez encodage, guillemets, virgules et accolades.",
					},
				],
			},
		);
	}
}
