import type { LoaderFunctionArgs } from "@remix-run/node";
import { marksOf } from "#app/components/what-if/server/marks.server.ts";
import { relaxedFor } from "#app/components/what-if/server/panel-view.server.ts";
import { openVariant, scopeOf } from "#app/components/what-if/server/variant.server.ts";

/** The values at which somebody would come in, from where the need stands with the edits of the address. */
export async function loader(args: LoaderFunctionArgs) {
	const { searchParams } = new URL(args.request.url);
	const variant = await openVariant(args, searchParams);
	const relaxed = await relaxedFor(variant.edited, scopeOf(searchParams), args.context.services);
	return Response.json(marksOf(variant, relaxed), {
		headers: { "Cache-Control": "private, no-store" },
	});
}
