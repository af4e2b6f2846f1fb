import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ComparePage } from "#app/components/what-if/compare-page.tsx";
import { compareView } from "#app/components/what-if/server/compare-view.server.ts";

export const meta: MetaFunction = () => [
	{ title: "Comparer deux variantes — Vivier" },
	{ name: "robots", content: "noindex" },
];

export async function loader(args: LoaderFunctionArgs) {
	return compareView(args);
}

export default function Compare() {
	return <ComparePage view={useLoaderData<typeof loader>()} />;
}
