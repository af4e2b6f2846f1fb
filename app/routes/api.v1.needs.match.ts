import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { matchOptionsFrom } from "#app/api/match-options.server.ts";
import { methodNotAllowed } from "#app/api/method.server.ts";
import { apiCall, jsonBody } from "#app/api/problem.server.ts";
import { todayInParis } from "#app/clock.server.ts";
import { parseNeed } from "#app/domain/validation.ts";

/** `POST /api/v1/needs/match`: who can really do it, and what excludes the others. */
export function action({ request, context }: ActionFunctionArgs) {
	return apiCall(async () => {
		if (request.method !== "POST") return methodNotAllowed("POST");
		const options = matchOptionsFrom(new URL(request.url));
		const need = parseNeed(await jsonBody(request));
		return context.services.matcher.match(need, { ...options, today: todayInParis() });
	});
}

export function loader(_: LoaderFunctionArgs) {
	return methodNotAllowed("POST");
}
