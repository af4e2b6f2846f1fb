import { Readable } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { apiCall } from "#app/api/problem.server.ts";
import { todayInParis } from "#app/clock.server.ts";
import { parseDirectoryQuery } from "#app/domain/directory-parse.ts";
import { AppError } from "#app/domain/errors.ts";
import { EXPORT_TYPES } from "#app/domain/export-types.ts";
import type { Services } from "#app/services.server.ts";
import { currentVersions } from "#app/versions.server.ts";
import { EXPORT_NOTE } from "./supplier-columns.ts";
import { csvLines, ndjsonLines } from "./text-exports.server.ts";
import { type AboutLines, xlsxStream } from "./xlsx-export.server.ts";

/** A file holds the whole list: what chooses a page would be ignored, and is refused. */
const PAGE_PARAMETERS = ["page", "limit", "cursor"];

/** The whole list that a query gives, in the order of the page, streamed. */
export function exportResponse(
	request: Request,
	services: Services,
	format: keyof typeof EXPORT_TYPES,
): Promise<Response> {
	return apiCall(async () => {
		const { reference, search } = services;
		const { searchParams } = new URL(request.url);
		refusePages(searchParams);
		const query = parseDirectoryQuery(searchParams, reference);
		const versions = await currentVersions(services);
		const today = todayInParis();
		const about: AboutLines = [
			["Liste", request.url],
			["Exportée le", today],
			["Données", `version ${versions.data}`],
			["Table juridique", versions.law],
			["Vivier", versions.program],
			["Lecture", EXPORT_NOTE],
		];
		const found = search.export(query);
		const { places } = reference;
		const output = {
			csv: () => Readable.from(csvLines(found, places)),
			ndjson: () => Readable.from(ndjsonLines(found)),
			xlsx: () => xlsxStream(found, places, about),
		}[format]();
		return new Response(createReadableStreamFromReadable(output), {
			headers: {
				"Content-Type": `${EXPORT_TYPES[format]}${format === "xlsx" ? "" : "; charset=utf-8"}`,
				"Content-Disposition": `attachment; filename="vivier-structures-${today}.${format}"`,
				"Vivier-Versions": `data=${versions.data}, law=${versions.law}, program=${versions.program}`,
			},
		});
	});
}

function refusePages(params: URLSearchParams): void {
	const problems = PAGE_PARAMETERS.filter((name) => params.has(name)).map((name) => ({
		path: name,
		message: `« ${name} » ne sert pas ici\u202f: le fichier contient toute la liste. Retirez-le.`,
	}));
	if (problems.length > 0) throw new AppError("bad-input", {}, { problems });
}
