import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { methodNotAllowed } from "#app/api/method.server.ts";
import { apiCall, jsonBody, refuseUnknownParameters } from "#app/api/problem.server.ts";
import { textToRead } from "#app/api/read-need.server.ts";
import { todayInParis } from "#app/clock.server.ts";
import { currentVersions } from "#app/versions.server.ts";

/** `POST /api/v1/needs/read`: what a French sentence says of a need, and the words that led there. */
export function action({ request, context: { services } }: ActionFunctionArgs) {
	return apiCall(async () => {
		if (request.method !== "POST") return methodNotAllowed("POST");
		refuseUnknownParameters(new URL(request.url), []);
		const text = textToRead(await jsonBody(request));
		const reading = services.reference.needReader.read(text, { today: todayInParis() });
		return { ...reading, versions: await currentVersions(services) };
	});
}

export function loader(_: LoaderFunctionArgs) {
	return methodNotAllowed("POST");
}
