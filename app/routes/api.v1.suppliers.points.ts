import type { LoaderFunctionArgs } from "@remix-run/node";
import { mapViewFrom } from "#app/api/map-view.server.ts";
import { apiCall } from "#app/api/problem.server.ts";
import { parseDirectoryQuery } from "#app/domain/directory-parse.ts";
import { currentVersions } from "#app/versions.server.ts";

/** `GET /api/v1/suppliers/points`: the same list on a map. */
export function loader({ request, context }: LoaderFunctionArgs) {
	const { services } = context;
	return apiCall(async () => {
		const { view, others } = mapViewFrom(new URL(request.url).searchParams);
		const query = parseDirectoryQuery(others, services.reference);
		const points = await services.search.points(query, view);
		return { ...points, versions: await currentVersions(services) };
	});
}
