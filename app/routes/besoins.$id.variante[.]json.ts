import type { LoaderFunctionArgs } from "@remix-run/node";
import {
	openVariant,
	scopeOf,
	standingFor,
} from "#app/components/what-if/server/variant.server.ts";

/** Where the need would stand with the edits of the address. */
export async function loader(args: LoaderFunctionArgs) {
	const { searchParams } = new URL(args.request.url);
	const { edited } = await openVariant(args, searchParams);
	const standing = await standingFor(edited, scopeOf(searchParams), args.context.services);
	return Response.json(standing, { headers: { "Cache-Control": "private, no-store" } });
}
