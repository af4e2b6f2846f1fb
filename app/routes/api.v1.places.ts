import type { LoaderFunctionArgs } from "@remix-run/node";
import { badParameter, limitOf } from "#app/api/list-page.server.ts";
import { apiCall, refuseUnknownParameters } from "#app/api/problem.server.ts";
import { currentVersions } from "#app/versions.server.ts";

const DEFAULT_LIMIT = 10;

/** `GET /api/v1/places?q=`: communes, EPCI, départements and régions whose name or code begins so. */
export function loader({ request, context }: LoaderFunctionArgs) {
	const { services } = context;
	return apiCall(async () => {
		const url = new URL(request.url);
		refuseUnknownParameters(url, ["q", "limit"]);
		const query = url.searchParams.get("q");
		if (query === null)
			throw badParameter("q", "Indiquez le début d’un nom de lieu ou un code postal.");
		const page = services.reference.placeSearch.page(query, limitOf(url, DEFAULT_LIMIT));
		return { ...page, nextCursor: null, versions: await currentVersions(services) };
	});
}
