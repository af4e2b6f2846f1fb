import { Link } from "@remix-run/react";
import { MapFigure } from "#app/components/map/map-figure.tsx";
import { DefinitionList, PageHeader } from "#app/components/ui/blocks.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { joinAnd } from "#app/domain/french-format.ts";
import { KIND_LABELS } from "#app/domain/french-labels.ts";
import { Accreditations, ReservedContracts } from "./accreditations.tsx";
import { Companions } from "./companions.tsx";
import { capital } from "./kinds.tsx";
import { OfferCard } from "./offer-card.tsx";
import { SourceNote } from "./source-note.tsx";
import type { SourceLine, SupplierView } from "./supplier-view.ts";

/** The sheet of a structure: what it does first, then what it is, then who says so. */
export function SupplierSheet({ view }: { view: SupplierView }) {
	const [first] = view.offers;
	return (
		<div className="page supplier-sheet">
			<PageHeader
				crumbs={[{ label: "Structures", to: "/fournisseurs" }]}
				title={view.name}
				lead={leadOf(view)}
				actions={
					<LinkButton
						variant="secondary"
						to={
							first === undefined ? "/besoins/nouveau" : `/besoins/nouveau?segment=${first.segment}`
						}
					>
						Décrire un besoin
					</LinkButton>
				}
			/>
			<div className="split">
				<Offers view={view} />
				<div className="stack stack--loose">
					<Where view={view} />
					<Accreditations kinds={view.kinds} />
					<ReservedContracts lines={view.reserved} />
					<Identity view={view} />
				</div>
			</div>
			<Companions companions={view.companions} />
			<div className="supplier-sheet__origin stack stack--loose">
				<Disagreements view={view} />
				<Sources sources={view.sources} />
			</div>
		</div>
	);
}

/** « Atelier et chantier d’insertion, à Brest (29) ». */
function leadOf({ kinds, commune }: SupplierView): string {
	const valid = (kinds ?? []).filter((kind) => kind.state !== "ended");
	const words = joinAnd(valid.map((kind) => KIND_LABELS[kind.code]));
	const where = commune === null ? "commune non renseignée" : `à ${commune}`;
	return capital(words === "" ? where : `${words}, ${where}`);
}

function Offers({ view }: { view: SupplierView }) {
	return (
		<section className="stack" aria-labelledby="activites">
			<h2 id="activites">Ce qu’elle fait</h2>
			<Description view={view} />
			{view.offers.length === 0 ? (
				<p>
					Aucune activité n’est renseignée{"\u202f"}: la source donne son nom et son adresse, pas ce
					qu’elle fait.
				</p>
			) : (
				view.offers.map((offer) => <OfferCard key={offer.key} offer={offer} />)
			)}
		</section>
	);
}

function Description({ view: { description } }: { view: SupplierView }) {
	if (description === null) return null;
	return (
		<blockquote className="supplier-sheet__words stack stack--tight">
			<p>{description.text}</p>
			<footer className="muted">
				<SourceNote source={description.source} />
			</footer>
		</blockquote>
	);
}

function Where({ view }: { view: SupplierView }) {
	if (view.scene === null) return null;
	const declared = view.scene.areas.length > 0;
	return (
		<section aria-labelledby="ou">
			<h2 id="ou" className="visually-hidden">
				Où elle est, et où elle intervient
			</h2>
			<MapFigure
				scene={view.scene}
				label={
					declared
						? `Carte\u202f: ${view.name} et sa zone d’intervention déclarée.`
						: `Carte\u202f: ${view.name}. Sa zone d’intervention n’est pas déclarée.`
				}
				note={noteOf(view.approximate, declared)}
			/>
		</section>
	);
}

function noteOf(approximate: boolean, declared: boolean): string {
	const notes = [
		declared ? "Zones de toutes ses activités réunies." : "Zone d’intervention non déclarée.",
		approximate ? "Position approximative\u202f: le centre de la commune." : "",
	];
	return notes.filter((note) => note !== "").join(" ");
}

function Identity({ view }: { view: SupplierView }) {
	return (
		<section className="stack stack--snug" aria-labelledby="identite">
			<h2 id="identite">Identité</h2>
			<DefinitionList
				items={[
					{
						term: "SIRET",
						description:
							view.siret === null ? (
								<span className="muted">Non renseigné</span>
							) : (
								<span className="figures nowrap">{view.siret}</span>
							),
					},
					...(view.website === null
						? []
						: [
								{
									term: "Site",
									description: (
										<a href={view.website.href} rel="noopener noreferrer nofollow">
											{view.website.label}
										</a>
									),
								},
							]),
					...view.identity.map(({ term, text, source }) => ({
						term,
						description: text,
						source: source === null ? undefined : <SourceNote source={source} />,
					})),
				]}
			/>
		</section>
	);
}

function Disagreements({ view }: { view: SupplierView }) {
	if (view.disagreements.length === 0) return null;
	return (
		<section className="stack stack--snug" aria-labelledby="desaccords">
			<h2 id="desaccords">Les sources ne disent pas toutes la même chose</h2>
			<Table
				caption="Faits sur lesquels les sources diffèrent"
				hideCaption
				rows={view.disagreements}
				rowKey={(row) => row.key}
				columns={[
					{ key: "field", header: "Fait", rowHeader: true, cell: (row) => row.field },
					{ key: "shown", header: "Montré ici", cell: (row) => row.shown },
					{ key: "other", header: "Dit ailleurs", cell: (row) => row.other },
					{
						key: "source",
						header: "Par",
						cell: (row) => (row.on === null ? row.source : `${row.source}, ${row.on}`),
					},
				]}
			/>
		</section>
	);
}

export function Sources({ sources }: { sources: readonly SourceLine[] }) {
	return (
		<section className="stack stack--snug" aria-labelledby="sources">
			<h2 id="sources">D’où viennent ces informations</h2>
			<ul className="plain-list stack stack--tight">
				{sources.map((source) => (
					<li key={`${source.id}${source.on}`}>
						{source.url === null ? (
							source.label
						) : (
							<a href={source.url} rel="noopener noreferrer">
								{source.label}
							</a>
						)}
						{source.on === null ? null : `, au ${source.on} (${source.age})`}
						{source.licence === null ? null : <span className="muted">, {source.licence}</span>}
						{source.isGone ? (
							<span className="muted">{"\u202f"}; n’y figure plus dans la dernière édition</span>
						) : null}
					</li>
				))}
			</ul>
			<p className="no-print">
				Une erreur{"\u202f"}? <Link to="/aide/structures">Comment faire corriger une fiche</Link>
			</p>
		</section>
	);
}
