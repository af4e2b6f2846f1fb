import type { LoaderFunctionArgs } from "@remix-run/node";
import { openApiDocument } from "#app/api/openapi.server.ts";

/** The description of the API, for programs. People read it at /api. */
export function loader({ context }: LoaderFunctionArgs) {
	const { env, program } = context.services;
	return Response.json(openApiDocument({ version: program, serverUrl: env.baseUrl }), {
		headers: { "Cache-Control": "public, max-age=300" },
	});
}
