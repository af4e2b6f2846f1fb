import type { LoaderFunctionArgs } from "@remix-run/node";
import { outlinesSvg } from "#app/components/map/base.server.ts";

/** Pages name it with a digest of its content: it can be kept for ever. */
export function loader({ context }: LoaderFunctionArgs) {
	return new Response(outlinesSvg(context.services.reference.places), {
		headers: {
			"Content-Type": "image/svg+xml; charset=utf-8",
			"Cache-Control": "public, max-age=31536000, immutable",
		},
	});
}
