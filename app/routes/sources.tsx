import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { todayInParis } from "#app/clock.server.ts";
import { DataSets, ImportedLists } from "#app/components/sources/data-sets.tsx";
import { LegalRules } from "#app/components/sources/legal-rules.tsx";
import { sourcesView } from "#app/components/sources/sources-view.server.ts";
import { PageHeader } from "#app/components/ui/blocks.tsx";
import { PageContents } from "#app/components/ui/navigation.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { formatDate } from "#app/domain/french-format.ts";

export async function loader({ context: { services } }: LoaderFunctionArgs) {
	return { view: await sourcesView(services), today: todayInParis() };
}

export const meta: MetaFunction = () => [{ title: "Sources, dates et licences — Vivier" }];

const SECTIONS = [
	{ id: "listes", label: "Listes de structures" },
	{ id: "donnees", label: "Données de référence" },
	{ id: "droit", label: "Table juridique" },
];

export default function Sources() {
	const { view, today } = useLoaderData<typeof loader>();
	return (
		<div className="page sources">
			<PageHeader
				title="Chaque information a une source et une date"
				lead="Voici d’où viennent les données de ce site, de quand elles datent, et les textes de loi tels que Vivier les a lus."
			/>
			<PageContents parts={SECTIONS} />
			<div className="stack stack--loose">
				<section aria-labelledby="listes" className="stack stack--snug">
					<h2 id="listes">Les listes de structures</h2>
					<ImportedLists lists={view.lists} />
				</section>
				<section aria-labelledby="donnees" className="stack stack--snug">
					<h2 id="donnees">Les données de référence</h2>
					<DataSets dataSets={view.dataSets} />
					{view.cpvLoaded ? null : (
						<p className="muted">
							Les libellés du vocabulaire commun des marchés publics (CPV) ne sont pas chargés : la
							commande « vivier reference load cpv FICHIER » les prend dans la liste officielle.
						</p>
					)}
				</section>
				<section aria-labelledby="droit" className="stack">
					<h2 id="droit">La table juridique, relue le {formatDate(view.legalDate)}</h2>
					<Notice tone="info">
						Vivier informe, il ne décide pas. Les articles sont ceux du Code de la commande
						publique, sauf mention. Une règle « à vérifier » ne suffit jamais à dire qu’une
						structure convient.
					</Notice>
					<LegalRules on={today} />
				</section>
			</div>
		</div>
	);
}
