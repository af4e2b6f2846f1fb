import { Readable } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { apiCall } from "#app/api/problem.server.ts";
import { todayInParis } from "#app/clock.server.ts";
import { parseDirectoryQuery } from "#app/domain/directory-parse.ts";
import type { Services } from "#app/services.server.ts";
import { currentVersions } from "#app/versions.server.ts";
import { EXPORT_NOTE } from "./supplier-columns.ts";
import { csvLines, ndjsonLines } from "./text-exports.server.ts";
import { type AboutLines, xlsxStream } from "./xlsx-export.server.ts";

const FORMATS = {
	csv: "text/csv; charset=utf-8",
	ndjson: "application/x-ndjson; charset=utf-8",
	xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** The whole list that a query gives, in the order of the page, streamed. */
export function exportResponse(
	request: Request,
	services: Services,
	format: keyof typeof FORMATS,
): Promise<Response> {
	return apiCall(async () => {
		const { reference, search } = services;
		const query = parseDirectoryQuery(new URL(request.url).searchParams, reference);
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
				"Content-Type": FORMATS[format],
				"Content-Disposition": `attachment; filename="vivier-structures-${today}.${format}"`,
				"Vivier-Versions": `data=${versions.data}, law=${versions.law}, program=${versions.program}`,
			},
		});
	});
}
