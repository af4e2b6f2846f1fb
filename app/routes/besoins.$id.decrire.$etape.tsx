import {
	type ActionFunctionArgs,
	data,
	type LoaderFunctionArgs,
	type MetaFunction,
	redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DescribeScreen } from "#app/components/need/describe-screen.tsx";
import { describeView } from "#app/components/need/server/describe-view.server.ts";
import { openDraft } from "#app/components/need/server/draft-access.server.ts";
import { screenOf } from "#app/components/need/server/post-step.server.ts";
import { takeStep } from "#app/components/need/server/take-step.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `${data?.title ?? "Décrire un besoin"} — Vivier` },
	{ name: "robots", content: "noindex" },
];

export async function loader(args: LoaderFunctionArgs) {
	const screen = screenOf(args.params["etape"]);
	const open = await openDraft(args);
	const view = await describeView(open, screen, args);
	// The screen comes back with the file it could not read: programs must hear it too.
	const refused = screen === "ou" && open.draft.form.uploadProblem !== "";
	return data(view, { status: refused ? 400 : 200 });
}

export async function action(args: ActionFunctionArgs) {
	const screen = screenOf(args.params["etape"]);
	const next = await takeStep(args, await openDraft(args), screen);
	// The cookie lasts as long as the draft that was just put off.
	const { setCookie } = await args.context.services.session.open(args.request);
	return redirect(next, { status: 303, headers: { "Set-Cookie": setCookie } });
}

export default function Describe() {
	return <DescribeScreen view={useLoaderData<typeof loader>()} />;
}
