import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { HomeFacts, HomeQuestion, HomeWays } from "#app/components/directory/home.tsx";
import { baseFacts, readHome } from "#app/components/directory/home-view.server.ts";
import { toResponse } from "#app/http-errors.ts";

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
	const asked = readHome(new URL(request.url).searchParams, services.reference);
	if (asked.redirectTo !== null) return redirect(asked.redirectTo);
	const facts = await baseFacts(services).catch((error: unknown) => {
		throw toResponse(error);
	});
	return data({ asked, facts }, { status: asked.problem === null ? 200 : 400 });
}

export const meta: MetaFunction = () => [
	{ title: "Vivier — trouver les structures de l’ESS qui peuvent répondre à un besoin" },
];

export default function Home() {
	const { asked, facts } = useLoaderData<typeof loader>();
	return (
		<div className="page home stack stack--loose">
			<HomeQuestion asked={asked} />
			<HomeWays />
			<HomeFacts facts={facts} />
		</div>
	);
}
