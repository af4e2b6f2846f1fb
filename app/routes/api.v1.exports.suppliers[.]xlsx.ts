import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportResponse } from "#app/exports/export-response.server.ts";

/** `GET /api/v1/exports/suppliers.xlsx`: the directory, with the search's filters. */
export function loader({ request, context }: LoaderFunctionArgs) {
	return exportResponse(request, context.services, "xlsx");
}
