import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { deleteDraft } from "#db/drafts.server.ts";

export function loader() {
	return redirect("/besoins");
}

export async function action({ request, params, context }: ActionFunctionArgs) {
	const { services } = context;
	const session = await services.session.read(request);
	await deleteDraft(services.sessionDb, session, params["id"] ?? "");
	return redirect("/besoins", 303);
}
