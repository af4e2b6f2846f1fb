import { z } from "zod";
import { AppError } from "../domain/errors.ts";

/** geo.api.gouv.fr, the State's public API of administrative places. */
export const GEO_API_URL = "https://geo.api.gouv.fr";

const communesSchema = z.array(
	z.object({
		code: z.string(),
		/** Absent for the lands without inhabitants. */
		centre: z
			.object({ type: z.literal("Point"), coordinates: z.tuple([z.number(), z.number()]) })
			.optional(),
	}),
);

export interface GeoApiOptions {
	readonly baseUrl?: string;
	readonly timeoutMs?: number;
}

/**
 * The official centres of all communes, overseas included.
 *
 * @throws {AppError} "geocoder-unavailable" when the service does not answer in time, refuses, or answers something else
 */
export async function fetchCommuneCentres({
	baseUrl = GEO_API_URL,
	timeoutMs = 60_000,
}: GeoApiOptions = {}): Promise<{ code: string; lat: number; lon: number }[]> {
	const url = `${baseUrl}/communes?fields=code,centre&format=json&zone=metro,drom,com`;
	const parsed = communesSchema.safeParse(await fetchJson(url, timeoutMs));
	if (!parsed.success) throw unavailable("answer", parsed.error);
	return parsed.data.flatMap(({ code, centre }) => {
		if (!centre) return [];
		// GeoJSON order.
		const [lon, lat] = centre.coordinates;
		return [{ code, lat, lon }];
	});
}

async function fetchJson(url: string, timeoutMs: number): Promise<unknown> {
	try {
		const response = await fetch(url, {
			headers: { Accept: "application/json" },
			signal: AbortSignal.timeout(timeoutMs),
		});
		if (!response.ok) throw new Error(`HTTP ${response.status}`);
		return await response.json();
	} catch (cause) {
		throw unavailable("request", cause);
	}
}

function unavailable(step: string, cause: unknown): AppError {
	const message =
		"Les centres n’ont pas pu être pris : réessayez plus tard, ou chargez-les d’un fichier (vivier reference load places FICHIER).";
	return new AppError(
		"geocoder-unavailable",
		{ service: "geo.api.gouv.fr", step },
		{ cause, problems: [{ path: "geo.api.gouv.fr", message }] },
	);
}
