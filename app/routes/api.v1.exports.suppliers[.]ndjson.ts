import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportResponse } from "#app/exports/export-response.server.ts";

/** `GET /api/v1/exports/suppliers.ndjson`: the directory, with the search's filters. */
export function loader({ request, context }: LoaderFunctionArgs) {
	return exportResponse(request, context.services, "ndjson");
}
