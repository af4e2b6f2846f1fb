import type { MetaFunction } from "@remix-run/node";
import { GLOSSARY } from "#app/components/help/glossary.ts";
import { capital } from "#app/components/supplier/kinds.tsx";
import { DefinitionList, PageHeader } from "#app/components/ui/blocks.tsx";
import { KIND_LABELS } from "#app/domain/french-labels.ts";
import { KIND_CODES } from "#app/domain/vocabulary.ts";

export const meta: MetaFunction = () => [{ title: "Les mots employés — Vivier" }];

export default function Glossary() {
	return (
		<div className="page page--narrow">
			<PageHeader crumbs={[{ label: "Aide", to: "/aide" }]} title="Les mots employés" />
			<div className="stack stack--loose">
				<DefinitionList
					items={GLOSSARY.map(({ term, meaning }) => ({ term, description: meaning }))}
				/>
				<section className="stack stack--snug" aria-labelledby="types">
					<h2 id="types">Les types de structures</h2>
					<DefinitionList
						items={KIND_CODES.map((code) => ({
							term: code,
							description: capital(KIND_LABELS[code]),
						}))}
					/>
				</section>
			</div>
		</div>
	);
}
