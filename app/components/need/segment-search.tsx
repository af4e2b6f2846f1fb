import { Form, Link } from "@remix-run/react";
import { SegmentInput } from "../directory/segment-input.tsx";
import { EmptyState } from "../ui/blocks.tsx";
import { Button } from "../ui/button.tsx";
import { Details } from "../ui/details.tsx";
import type { SegmentSearchView } from "./view-types.ts";

/** Finds a trade by words; each one found is a button that takes it. */
export function SegmentSearch({
	search,
	here,
	postTo,
	field,
	second,
}: {
	/** Another button of the page leads on. */
	second?: boolean | undefined;
	search: SegmentSearchView;
	/** Address of the page: the words stand in it. */
	here: string;
	postTo: string;
	/** Name of the field that carries the trade taken. */
	field: string;
}) {
	return (
		<div className="stack">
			<Form method="get" action={here} className="search-bar" role="search">
				<SegmentInput
					name="q"
					label="Votre besoin en quelques mots"
					hint="Par exemple : ménage des bureaux, tables de réemploi, 90910000"
					defaultValue={search.query}
				/>
				<Button variant={second || search.found.length > 0 ? "secondary" : "primary"}>
					Chercher le métier
				</Button>
			</Form>
			<FoundSegments search={search} postTo={postTo} field={field} here={here} />
		</div>
	);
}

function FoundSegments({
	search,
	postTo,
	field,
	here,
}: {
	search: SegmentSearchView;
	postTo: string;
	field: string;
	here: string;
}) {
	if (search.query !== "" && search.found.length === 0) {
		return (
			<EmptyState title={`Aucun métier ne répond à « ${search.query} »`} level={2}>
				<p>Essayez un mot plus général, un code CPV, ou parcourez les familles.</p>
				<Families search={search} here={here} />
			</EmptyState>
		);
	}
	if (search.found.length === 0) {
		return (
			<Details summary="Parcourir les familles d’achats">
				<Families search={search} here={here} />
			</Details>
		);
	}
	return (
		<Form method="post" action={postTo} className="stack stack--snug">
			<h2>
				{search.family === null
					? `${search.found.length === 1 ? "Un métier" : `${search.found.length} métiers`} pour « ${search.query} »`
					: search.family}
			</h2>
			<ul className="choice-cards" role="list">
				{search.found.map((segment) => (
					<li key={segment.code} className="choice-card">
						<div>
							<p className="choice-card__title">{segment.label}</p>
							<p className="muted">{segment.family}</p>
							<p>{segment.description}</p>
							{segment.because === null ? null : (
								<p className="muted">Trouvé par « {segment.because} »</p>
							)}
						</div>
						<Button name={field} value={segment.code} variant="secondary">
							Choisir <span className="visually-hidden">{segment.label}</span>
						</Button>
					</li>
				))}
			</ul>
		</Form>
	);
}

function Families({ search, here }: { search: SegmentSearchView; here: string }) {
	return (
		<ul className="link-list families" role="list">
			{search.families.map((family) => (
				<li key={family.code}>
					<Link to={`${here}?famille=${family.code}`}>{family.label}</Link>
				</li>
			))}
		</ul>
	);
}
