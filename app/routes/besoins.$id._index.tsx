import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AnswerPage } from "#app/components/need/answer-page.tsx";
import { answerView } from "#app/components/need/server/answer-view.server.ts";
import { openDraft } from "#app/components/need/server/draft-access.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `${data?.title ?? "Réponse"} — Vivier` },
	{ name: "robots", content: "noindex" },
];

export async function loader(args: LoaderFunctionArgs) {
	const open = await openDraft(args);
	const { need, draft } = open;
	// Something is missing or cannot be read: the review says what.
	if (need === null) throw redirect(`/besoins/${draft.id}/decrire/relecture`);
	const url = new URL(args.request.url);
	const { services } = args.context;
	return answerView({ need, services, url, open, sharedUntil: null });
}

export default function Answer() {
	return <AnswerPage view={useLoaderData<typeof loader>()} />;
}
