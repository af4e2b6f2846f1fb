import type { LoaderFunctionArgs } from "@remix-run/node";
import { detailOf } from "#app/components/what-if/server/panel-view.server.ts";
import { openVariant, scopeOf } from "#app/components/what-if/server/variant.server.ts";

/** Who would be there with the edits of the address, and the values at which somebody would come in from there. */
export async function loader(args: LoaderFunctionArgs) {
	const { searchParams } = new URL(args.request.url);
	const variant = await openVariant(args, searchParams);
	const detail = await detailOf(variant, scopeOf(searchParams), args.context.services);
	return Response.json(detail, { headers: { "Cache-Control": "private, no-store" } });
}
