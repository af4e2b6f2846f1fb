import type { LoaderFunctionArgs } from "@remix-run/node";
import { badParameter, pageOf } from "#app/api/list-page.server.ts";
import { apiCall, refuseUnknownParameters } from "#app/api/problem.server.ts";
import { closestWord } from "#app/domain/text.ts";
import { currentVersions } from "#app/versions.server.ts";
import type { Reference } from "#db/reference.server.ts";

/** `GET /api/v1/criteria?segment=`: the conditions of a trade, typical ones first; all of them without a segment. */
export function loader({ request, context }: LoaderFunctionArgs) {
	const { services } = context;
	return apiCall(async () => {
		const url = new URL(request.url);
		refuseUnknownParameters(url, ["segment", "limit", "cursor"]);
		const criteria = criteriaFor(services.reference, url.searchParams.get("segment"));
		return {
			...pageOf(url, criteria, ({ code }) => code),
			versions: await currentVersions(services),
		};
	});
}

function criteriaFor({ taxonomy, criteria }: Reference, segment: string | null) {
	if (segment === null) return criteria.all;
	if (taxonomy.get(segment)) return criteria.ofSegment(segment);
	const close = closestWord(
		segment,
		taxonomy.segments.map(({ code }) => code),
	);
	const hint = close
		? `Vouliez-vous dire « ${close} » ?`
		: "La liste est à l’adresse /api/v1/segments.";
	throw badParameter("segment", `Le segment « ${segment} » n’existe pas. ${hint}`);
}
