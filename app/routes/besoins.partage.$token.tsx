import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { todayInParis } from "#app/clock.server.ts";
import { AnswerPage } from "#app/components/need/answer-page.tsx";
import { answerView } from "#app/components/need/server/answer-view.server.ts";
import { formatDate } from "#app/domain/french-format.ts";
import { toResponse } from "#app/http-errors.ts";
import { getSharedNeed } from "#db/share-links.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `${data?.title ?? "Besoin partagé"} — Vivier` },
	{ name: "robots", content: "noindex" },
];

export async function loader({ request, params, context: { services } }: LoaderFunctionArgs) {
	const token = params["token"] ?? "";
	const shared = await getSharedNeed(services.sessionDb, token, new Date()).catch(
		(error: unknown) => {
			throw toResponse(error);
		},
	);
	const sharedUntil = formatDate(todayInParis(new Date(shared.expiresAt)));
	return answerView({
		need: shared.need,
		services,
		url: new URL(request.url),
		open: null,
		sharedUntil,
	});
}

export default function SharedAnswer() {
	return <AnswerPage view={useLoaderData<typeof loader>()} />;
}
