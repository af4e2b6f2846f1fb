import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { applyVariant } from "#app/components/what-if/server/apply.server.ts";

export function loader({ params }: LoaderFunctionArgs) {
	return redirect(`/besoins/${params["id"]}`);
}

export async function action(args: ActionFunctionArgs) {
	const next = await applyVariant(args);
	// The cookie lasts as long as the draft that was just put off.
	const { setCookie } = await args.context.services.session.open(args.request);
	return redirect(next, { status: 303, headers: { "Set-Cookie": setCookie } });
}
