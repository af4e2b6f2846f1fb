import type { LoaderFunctionArgs } from "@remix-run/node";
import { attemptOf } from "#app/components/what-if/server/attempt.server.ts";
import { openVariant, scopeOf } from "#app/components/what-if/server/variant.server.ts";

/** Where the need would stand with the edits of the address. */
export async function loader(args: LoaderFunctionArgs) {
	const { searchParams } = new URL(args.request.url);
	const variant = await openVariant(args, searchParams);
	const attempt = await attemptOf(variant, scopeOf(searchParams), args.context.services);
	return Response.json(attempt, { headers: { "Cache-Control": "private, no-store" } });
}
