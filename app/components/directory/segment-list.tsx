import { Form, Link } from "@remix-run/react";
import { EmptyState } from "#app/components/ui/blocks.tsx";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { Details } from "#app/components/ui/details.tsx";
import { countOfWord, formatNumber, quote } from "#app/domain/french-format.ts";
import { SegmentInput } from "./segment-input.tsx";
import type { SegmentLink, SegmentsView } from "./segment-view.server.ts";

export function SegmentSearchForm({ q }: { q: string }) {
	return (
		<Form method="get" action="/segments" className="search-bar" role="search">
			<SegmentInput
				name="q"
				label="Un métier, un produit ou un code CPV"
				defaultValue={q}
				maxLength={200}
			/>
			<Button>Chercher</Button>
		</Form>
	);
}

/** Families, each unfolding its segments. */
export function FamilyList({ families }: Pick<SegmentsView, "families">) {
	return (
		<div>
			{families.map((family) => (
				<Details
					key={family.code}
					summary={family.label}
					meta={countOfWord(family.count, "structure")}
				>
					<ul className="facet-links segment-columns">
						<SegmentItem
							segment={{ ...family, label: `Toute la famille ${quote(family.label)}` }}
						/>
						{family.leaves.map((leaf) => (
							<SegmentItem key={leaf.code} segment={leaf} />
						))}
					</ul>
				</Details>
			))}
		</div>
	);
}

function SegmentItem({ segment }: { segment: SegmentLink }) {
	return (
		<li>
			<Link to={`/segments/${segment.code}`}>
				<span>{segment.label}</span>
				<span className="facet-links__count">{formatNumber(segment.count)}</span>
			</Link>
		</li>
	);
}

/** What the words lead to, the closest first. */
export function SegmentHits({ view }: { view: SegmentsView }) {
	const { hits, q } = view;
	if (hits === null) return null;
	if (hits.length === 0) {
		return (
			<EmptyState
				title={`Aucun segment ne répond à ${quote(q)}`}
				actions={
					<LinkButton variant="secondary" to="/segments">
						Voir toutes les familles
					</LinkButton>
				}
			>
				<p>
					Essayez un mot plus courant, ou les premiers chiffres d’un code CPV. La recherche de{" "}
					<Link to={`/fournisseurs?${new URLSearchParams({ q })}`}>structures</Link> lit aussi leurs
					noms et leurs présentations.
				</p>
			</EmptyState>
		);
	}
	return (
		<ul className="facet-links">
			{hits.map((hit) => (
				<li key={hit.code}>
					<Link to={`/segments/${hit.code}`}>
						<span>
							<strong>{hit.label}</strong>
							{hit.family === null ? null : <span className="muted"> — {hit.family}</span>}
							{hit.because === null ? null : (
								<span className="muted"> (par {quote(hit.because)})</span>
							)}
						</span>
						<span className="facet-links__count">{countOfWord(hit.count, "structure")}</span>
					</Link>
				</li>
			))}
		</ul>
	);
}
