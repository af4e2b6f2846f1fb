import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MyNeedsPage } from "#app/components/need/my-needs-page.tsx";
import { myNeeds } from "#app/components/need/server/my-needs.server.ts";

export const meta: MetaFunction = () => [{ title: "Vos besoins — Vivier" }];

export async function loader(args: LoaderFunctionArgs) {
	return { needs: await myNeeds(args) };
}

export default function MyNeeds() {
	return <MyNeedsPage needs={useLoaderData<typeof loader>().needs} />;
}
