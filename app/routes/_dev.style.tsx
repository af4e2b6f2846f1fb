import type { MetaFunction } from "@remix-run/node";
import { ActionsSample, FormSample } from "../components/style-page/form-samples.tsx";
import { ListSample, MessageSample, TextSample } from "../components/style-page/list-samples.tsx";
import {
	FunnelSample,
	MatrixSample,
	TableSample,
} from "../components/style-page/table-samples.tsx";
import { PageHeader } from "../components/ui/blocks.tsx";
import { LinkButton } from "../components/ui/button.tsx";

export const meta: MetaFunction = () => [
	{ title: "Composants — Vivier" },
	{ name: "robots", content: "noindex" },
];

export default function StylePage() {
	return (
		<div className="page stack stack--loose">
			<PageHeader
				crumbs={[
					{ label: "Accueil", to: "/" },
					{ label: "Besoins", to: "/besoins/nouveau" },
				]}
				title="Aucune structure ne correspond aux horaires demandés ; 10 opérateurs le pourraient en journée"
				lead="Entretien des locaux · 8 sites · Morbihan. Cette page montre chaque composant, pour juger de l’ensemble."
				actions={
					<>
						<LinkButton to="/style">Alléger les horaires</LinkButton>
						<LinkButton to="/style" variant="secondary">
							Modifier le besoin
						</LinkButton>
					</>
				}
			/>
			<FunnelSample />
			<MatrixSample />
			<ListSample />
			<MessageSample />
			<FormSample />
			<ActionsSample />
			<TableSample />
			<TextSample />
		</div>
	);
}
