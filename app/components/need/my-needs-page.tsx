import { Link } from "@remix-run/react";
import { Card, EmptyState, PageHeader } from "../ui/blocks.tsx";
import { LinkButton } from "../ui/button.tsx";
import type { MyNeedsView } from "./server/my-needs.server.ts";

/** The needs of this visitor. */
export function MyNeedsPage({ needs: view }: { needs: MyNeedsView }) {
	const { needs, daysKept } = view;
	if (needs.length === 0) {
		return (
			<div className="page page--narrow">
				<PageHeader title="Vous n’avez pas encore décrit de besoin" />
				<EmptyState
					title="Un besoin se décrit en quelques minutes"
					actions={<LinkButton to="/besoins/nouveau">Décrire un besoin</LinkButton>}
				>
					<p>
						Une prestation et un lieu suffisent. Vos besoins restent dans ce navigateur pendant{" "}
						{daysKept} jours après la dernière modification ; personne d’autre ne les voit.
					</p>
				</EmptyState>
			</div>
		);
	}
	return (
		<div className="page page--narrow stack">
			<PageHeader
				title={needs.length === 1 ? "Votre besoin" : `Vos ${needs.length} besoins`}
				lead="Visibles dans ce navigateur seulement."
				actions={<LinkButton to="/besoins/nouveau">Décrire un besoin</LinkButton>}
			/>
			<ul className="stack stack--snug plain-list" role="list">
				{needs.map((need) => (
					<li key={need.id}>
						<Card
							level={2}
							title={need.title}
							to={need.ready ? `/besoins/${need.id}` : `/besoins/${need.id}/decrire/relecture`}
							footer={
								<span>
									Modifié {need.changed}, gardé jusqu’au {need.until}.{" "}
									<Link to={`/besoins/${need.id}/decrire/relecture`}>
										Modifier <span className="visually-hidden">{need.title}</span>
									</Link>
								</span>
							}
						>
							<p>{need.what === "" ? "Rien n’est encore dit." : need.what}</p>
							{need.ready ? null : <p className="muted">À compléter</p>}
						</Card>
					</li>
				))}
			</ul>
		</div>
	);
}
