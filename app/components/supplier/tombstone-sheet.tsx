import { PageHeader } from "#app/components/ui/blocks.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { Sources } from "./supplier-sheet.tsx";
import type { Tombstone } from "./supplier-view.ts";

/** A structure that closed or withdrew: links to it keep leading somewhere, and it is proposed no more. */
export function TombstoneSheet({ view }: { view: Tombstone }) {
	return (
		<div className="page page--narrow stack">
			<PageHeader
				crumbs={[{ label: "Structures", to: "/fournisseurs" }]}
				title={view.name}
				lead={view.siret === null ? undefined : `SIRET ${view.siret}`}
			/>
			<Notice
				tone="care"
				title={
					view.status === "closed"
						? "Cet établissement est fermé"
						: "Cette structure s’est retirée de la base"
				}
			>
				<p>Elle n’est plus proposée dans les recherches ni dans les réponses à un besoin.</p>
			</Notice>
			<div className="cluster">
				<LinkButton to="/fournisseurs">Chercher d’autres structures</LinkButton>
			</div>
			<Sources sources={view.sources} />
		</div>
	);
}
