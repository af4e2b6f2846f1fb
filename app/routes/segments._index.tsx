import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import {
	FamilyList,
	SegmentHits,
	SegmentSearchForm,
} from "#app/components/directory/segment-list.tsx";
import { segmentsView } from "#app/components/directory/segment-view.server.ts";
import { PageHeader } from "#app/components/ui/blocks.tsx";
import { countOfWord, quote } from "#app/domain/french-format.ts";
import { toResponse } from "#app/http-errors.ts";

export function loader({ request, context: { services } }: LoaderFunctionArgs) {
	const q = new URL(request.url).searchParams.get("q")?.trim().slice(0, 200) ?? "";
	return segmentsView(services, q).catch((error: unknown) => {
		throw toResponse(error);
	});
}

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
	{ title: view?.q ? `Segments pour ${quote(view.q)} — Vivier` : "Segments d’achat — Vivier" },
];

export default function Segments() {
	const view = useLoaderData<typeof loader>();
	return (
		<div className="page page--narrow">
			<PageHeader
				title={
					view.hits === null
						? "Ce que l’on achète, par métier"
						: `${countOfWord(view.hits.length, "segment")} pour ${quote(view.q)}`
				}
				lead="Les segments d’achat rangent les besoins par métier, et chaque code CPV mène à l’un d’eux."
			/>
			<div className="stack">
				<SegmentSearchForm q={view.q} />
				<p role="status" className="visually-hidden">
					{view.hits === null ? "" : `${countOfWord(view.hits.length, "segment")} trouvés`}
				</p>
				<SegmentHits view={view} />
				{view.hits === null ? <FamilyList families={view.families} /> : null}
			</div>
		</div>
	);
}
