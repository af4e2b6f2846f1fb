import {
	type ActionFunctionArgs,
	type LoaderFunctionArgs,
	type MetaFunction,
	redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { NewNeedPage } from "#app/components/need/new-need-page.tsx";
import { startDraft } from "#app/components/need/server/draft-access.server.ts";
import { firstForm, newNeedView } from "#app/components/need/server/new-need.server.ts";
import { postedFrom } from "#app/domain/need-form/posted.ts";
import { postedForm } from "#app/posted-form.server.ts";

export const meta: MetaFunction = () => [{ title: "Décrire un besoin — Vivier" }];

export async function loader(args: LoaderFunctionArgs) {
	return newNeedView(args);
}

export async function action({ request, context }: ActionFunctionArgs) {
	const posted = postedFrom((await postedForm(request)).entries());
	const { form, next } = firstForm(posted, context.services);
	const { id, setCookie } = await startDraft({ request, context }, form);
	return redirect(`/besoins/${id}${next}`, { headers: { "Set-Cookie": setCookie } });
}

export default function NewNeed() {
	return <NewNeedPage view={useLoaderData<typeof loader>()} />;
}
