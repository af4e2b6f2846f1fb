import { Link } from "@remix-run/react";
import type { CompanionView } from "./supplier-view.ts";

/** With whom the structure could complete its offer. */
export function Companions({ companions }: { companions: readonly CompanionView[] | null }) {
	if (companions === null) return null;
	return (
		<section className="supplier-sheet__companions stack stack--snug" aria-labelledby="completer">
			<h2 id="completer">Avec qui compléter son offre</h2>
			{companions.length === 0 ? (
				<p>
					Personne d’autre, à 50 km à la ronde, sur les mêmes activités ou des activités voisines.
				</p>
			) : (
				<ul className="plain-list companions" role="list">
					{companions.map(({ id, name, where, why }) => (
						<li key={id}>
							<p>
								<Link to={`/fournisseurs/${id}`}>{name}</Link> · {where}
							</p>
							<p className="muted">{why}</p>
						</li>
					))}
				</ul>
			)}
			<p className="muted">
				Des opérateurs indépendants, à 50 km au plus, sur les mêmes activités ou des activités de la
				même famille. Du plus proche au plus éloigné, jamais par la taille. Se grouper reste leur
				choix.
			</p>
		</section>
	);
}
