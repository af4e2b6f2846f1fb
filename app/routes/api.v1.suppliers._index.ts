import type { LoaderFunctionArgs } from "@remix-run/node";
import { apiCall } from "#app/api/problem.server.ts";
import { parseDirectoryQuery } from "#app/domain/directory-parse.ts";
import { currentVersions } from "#app/versions.server.ts";

/** `GET /api/v1/suppliers`: the directory, with facet counts. */
export function loader({ request, context }: LoaderFunctionArgs) {
	const { services } = context;
	return apiCall(async () => {
		const query = parseDirectoryQuery(new URL(request.url).searchParams, services.reference);
		const page = await services.search.search(query);
		return { ...page, versions: await currentVersions(services) };
	});
}
