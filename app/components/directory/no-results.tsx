import { Link } from "@remix-run/react";
import { EmptyState } from "#app/components/ui/blocks.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { countOfWord, quote } from "#app/domain/french-format.ts";
import type { DirectoryView, Relaxation } from "./directory-view.server.ts";

/** Nothing fits: which filter to lift, and what it would give. */
export function NoResults({ view }: { view: DirectoryView }) {
	return (
		<EmptyState
			title="Aucune structure ne répond à tous ces filtres"
			actions={
				<>
					<LinkButton variant="secondary" to={view.hrefs.cleared}>
						Tout effacer
					</LinkButton>
					<LinkButton variant="quiet" to="/segments">
						Parcourir les segments d’achat
					</LinkButton>
				</>
			}
		>
			{view.relaxations.length === 0 ? (
				<p>
					Même en retirant un filtre, rien n’apparaît{"\u202f"}: essayez d’autres mots, plus
					généraux, ou partez d’un segment d’achat.
				</p>
			) : (
				<>
					<p>Ce qui donnerait des réponses{"\u202f"}:</p>
					<ul className="relaxations">
						{view.relaxations.map((relaxation) => (
							<li key={relaxation.filter}>
								<Link to={relaxation.href}>{relaxationWords(relaxation)}</Link>
								{"\u202f"}: {countOfWord(relaxation.count, "structure")}
							</li>
						))}
					</ul>
				</>
			)}
			{view.query.serves === null ? null : (
				<p className="muted">
					Beaucoup de listes ne disent pas où les structures interviennent{"\u202f"}: une recherche
					«{"\u202f"}autour de{"\u202f"}» les montre aussi.
				</p>
			)}
		</EmptyState>
	);
}

function relaxationWords({ filter, label }: Relaxation): string {
	return filter === "q" ? `sans les mots ${label}` : `sans le filtre ${quote(label)}`;
}
