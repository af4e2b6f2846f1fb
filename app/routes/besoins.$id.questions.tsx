import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { QuestionsPage } from "#app/components/what-if/questions-page.tsx";
import { questionsView } from "#app/components/what-if/server/questions-view.server.ts";

export const meta: MetaFunction = () => [
	{ title: "Les questions à poser — Vivier" },
	{ name: "robots", content: "noindex" },
];

export async function loader(args: LoaderFunctionArgs) {
	return questionsView(args);
}

export default function Questions() {
	return <QuestionsPage view={useLoaderData<typeof loader>()} />;
}
