import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { todayInParis } from "#app/clock.server.ts";
import { readAsked } from "#app/components/directory/asked.server.ts";
import { DirectoryForm } from "#app/components/directory/directory-form.tsx";
import { directoryView } from "#app/components/directory/directory-view.server.ts";
import { Chips, Refusals, Results, WordNotes } from "#app/components/directory/results.tsx";
import { PageHeader } from "#app/components/ui/blocks.tsx";
import { countOfWord } from "#app/domain/french-format.ts";
import { toResponse } from "#app/http-errors.ts";

export async function loader({ request, context: { services } }: LoaderFunctionArgs) {
	const asked = readAsked(new URL(request.url).searchParams, services.reference);
	if (asked.redirectTo !== null) return redirect(asked.redirectTo);
	const view = await directoryView(services, asked, todayInParis()).catch((error: unknown) => {
		throw toResponse(error);
	});
	return data(view, { status: view.problems.length > 0 ? 400 : 200 });
}

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
	{ title: `${view?.headline ?? "Structures"} — Vivier` },
];

export default function Directory() {
	const view = useLoaderData<typeof loader>();
	const understood = view.problems.length === 0;
	return (
		<div className="page page--wide directory">
			<PageHeader
				title={understood ? view.headline : "Cette recherche n’a pas été comprise en entier"}
			/>
			<div className="stack stack--snug">
				<DirectoryForm view={view} />
				<Chips chips={view.chips} cleared={view.hrefs.cleared} />
				<p role="status" className="visually-hidden">
					{understood
						? `${countOfWord(view.page.total, "structure")} trouvées`
						: "Filtre non compris"}
				</p>
				{understood ? (
					<>
						<WordNotes page={view.page} />
						<Results view={view} />
					</>
				) : (
					<Refusals view={view} />
				)}
			</div>
		</div>
	);
}
