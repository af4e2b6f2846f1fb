import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SegmentSheet } from "#app/components/directory/segment-sheet.tsx";
import { segmentView } from "#app/components/directory/segment-view.server.ts";
import { toResponse } from "#app/http-errors.ts";

export function loader({ params, context: { services } }: LoaderFunctionArgs) {
	return segmentView(services, params["code"] ?? "").catch((error: unknown) => {
		throw toResponse(error);
	});
}

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
	{ title: `${view?.label ?? "Segment inconnu"} — Vivier` },
];

export default function Segment() {
	return <SegmentSheet view={useLoaderData<typeof loader>()} />;
}
