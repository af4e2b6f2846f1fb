import {
	type ActionFunctionArgs,
	data,
	type LoaderFunctionArgs,
	type MetaFunction,
	redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { todayInParis } from "#app/clock.server.ts";
import { ReadPage } from "#app/components/need/read-page.tsx";
import { startDraft } from "#app/components/need/server/draft-access.server.ts";
import {
	type ReadView,
	readingView,
	textProblem,
} from "#app/components/need/server/read-view.server.ts";
import { formFromReading } from "#app/components/need/server/take-reading.server.ts";
import { postedForm } from "#app/posted-form.server.ts";
import type { Services } from "#app/services.server.ts";

export const meta: MetaFunction = () => [{ title: "Un besoin en une phrase — Vivier" }];

/** The opening page sends its sentence here in the address. */
export function loader({ request, context }: LoaderFunctionArgs) {
	const text = new URL(request.url).searchParams.get("texte");
	return text === null
		? { text: "", problem: null, reading: null }
		: viewOf(text, context.services);
}

export async function action({ request, context }: ActionFunctionArgs) {
	const posted = await postedForm(request);
	const text = String(posted.get("texte") ?? "").replace(/\r\n?/g, "\n");
	const view = viewOf(text, context.services);
	if (view.problem !== null) return data(view, { status: 400 });
	if (!posted.has("continuer")) return data(view);
	const { form, next } = formFromReading(
		readText(text, context.services),
		posted,
		context.services,
	);
	const { id, setCookie } = await startDraft({ request, context }, form);
	return redirect(`/besoins/${id}${next}`, { headers: { "Set-Cookie": setCookie } });
}

function viewOf(text: string, services: Services): ReadView {
	const problem = textProblem(text);
	if (problem !== null) return { text, problem, reading: null };
	return {
		text,
		problem,
		reading: readingView(text, readText(text, services), services.reference),
	};
}

function readText(text: string, { reference }: Services) {
	return reference.needReader.read(text, { today: todayInParis() });
}

export default function ReadNeed() {
	const opened = useLoaderData<typeof loader>();
	return <ReadPage view={useActionData<typeof action>() ?? opened} />;
}
