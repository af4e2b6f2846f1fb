import {
	type ActionFunctionArgs,
	data,
	type LoaderFunctionArgs,
	type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { shareView, takeShare } from "#app/components/need/server/share-view.server.ts";
import { SharePage } from "#app/components/need/share-page.tsx";
import { postedFrom } from "#app/domain/need-form/posted.ts";
import { postedForm } from "#app/posted-form.server.ts";

export const meta: MetaFunction = () => [
	{ title: "Partager ce besoin — Vivier" },
	{ name: "robots", content: "noindex" },
];

export async function loader(args: LoaderFunctionArgs) {
	return shareView(args);
}

export async function action(args: ActionFunctionArgs) {
	const posted = postedFrom((await postedForm(args.request)).entries());
	// The new link is in this answer and nowhere else: only its digest is kept.
	return data(await takeShare(args, posted), { headers: { "Cache-Control": "no-store" } });
}

export default function Share() {
	return (
		<SharePage
			view={useLoaderData<typeof loader>()}
			made={useActionData<typeof action>() ?? null}
		/>
	);
}
