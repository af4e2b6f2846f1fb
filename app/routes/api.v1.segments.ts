import type { LoaderFunctionArgs } from "@remix-run/node";
import { pageOf } from "#app/api/list-page.server.ts";
import { apiCall, refuseUnknownParameters } from "#app/api/problem.server.ts";
import { currentVersions } from "#app/versions.server.ts";

/** `GET /api/v1/segments?q=`: the purchasing taxonomy, or its segments that fit words or a CPV code. */
export function loader({ request, context }: LoaderFunctionArgs) {
	const { services } = context;
	return apiCall(async () => {
		const url = new URL(request.url);
		refuseUnknownParameters(url, ["q", "limit", "cursor"]);
		const hits = services.reference.segmentSearch.search(url.searchParams.get("q") ?? "");
		const items = hits.map(({ segment, because }) => ({ ...segment, because }));
		return {
			...pageOf(url, items, ({ code }) => code),
			versions: await currentVersions(services),
		};
	});
}
