import { Link } from "@remix-run/react";
import { MapFigure } from "#app/components/map/map-figure.tsx";
import { DefinitionList, PageHeader } from "#app/components/ui/blocks.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { VerdictMark } from "#app/components/ui/marks.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { joinAnd } from "#app/domain/french-format.ts";
import { KIND_LABELS, RESERVATION_LABELS } from "#app/domain/french-labels.ts";
import { capital, KindInWords } from "./kinds.tsx";
import { OfferCard } from "./offer-card.tsx";
import { SourceNote } from "./source-note.tsx";
import type { KindLine, ReservedLine, SourceLine, SupplierView } from "./supplier-view.ts";

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
					<Kinds kinds={view.kinds} />
					<Reserved view={view} />
					<Identity view={view} />
				</div>
			</div>
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

function Kinds({ kinds }: { kinds: readonly KindLine[] | null }) {
	return (
		<section className="stack stack--snug" aria-labelledby="types">
			<h2 id="types">Type de structure</h2>
			{kinds === null ? (
				<p>Non renseigné{"\u202f"}: aucune source ne dit si elle a un agrément.</p>
			) : kinds.length === 0 ? (
				<p>Aucun agrément, selon sa fiche.</p>
			) : (
				<ul className="plain-list stack stack--snug">
					{kinds.map((kind) => (
						<li key={kind.code}>
							<p>
								<strong>
									<KindInWords code={kind.code} />
								</strong>
							</p>
							<p>
								<KindState kind={kind} />
							</p>
							<p className="muted">
								<SourceNote source={kind.source} />
							</p>
						</li>
					))}
				</ul>
			)}
		</section>
	);
}

function KindState({ kind }: { kind: KindLine }) {
	const seen = kind.asOf === null ? "sans date" : `le ${kind.asOf}`;
	const end = kind.until === null ? "" : `, valable jusqu’au ${kind.until}`;
	if (kind.state === "ended") {
		return (
			<VerdictMark shape="empty" tone="brick">
				Terminé le {kind.until}
			</VerdictMark>
		);
	}
	const words =
		kind.proof === "declared"
			? "déclaré, sans justificatif"
			: `${kind.proof === "registry" ? "vu sur une liste officielle" : "justificatif vu"} ${seen}${end}`;
	return kind.state === "proved" ? (
		<VerdictMark shape="full" tone="leaf">
			{capital(words)}
		</VerdictMark>
	) : (
		<VerdictMark shape="half" tone="amber">
			{`À confirmer\u202f: ${words}`}
		</VerdictMark>
	);
}

function Reserved({ view }: { view: SupplierView }) {
	return (
		<section className="stack stack--snug" aria-labelledby="reserves">
			<h2 id="reserves">Marchés réservés auxquels elle peut répondre</h2>
			{view.reserved.length === 0 ? (
				<p>Aucun, d’après ce que l’on sait de ses agréments.</p>
			) : (
				<ul className="plain-list stack stack--snug">
					{view.reserved.map((line) => (
						<li key={line.reservation}>
							<ReservedItem line={line} />
						</li>
					))}
				</ul>
			)}
			<p className="muted">
				Vivier informe et ne décide pas{"\u202f"}: l’acheteur vérifie l’éligibilité à la date du
				marché.
			</p>
		</section>
	);
}

/** The anchor of a regime in the table of law. */
const RULES: Record<ReservedLine["reservation"], string> = {
	handicap: "res.handicap",
	insertion: "res.insertion",
	joint: "res.joint",
	prison: "res.prison",
	ess: "res.ess.cpv",
};

function ReservedItem({ line }: { line: ReservedLine }) {
	const why = line.kinds.length > 0 ? `(${joinAnd(line.kinds)})` : "(statut de l’ESS)";
	return (
		<>
			<p>
				Marché {RESERVATION_LABELS[line.reservation]},{" "}
				<Link to={`/sources#${RULES[line.reservation]}`}>article {line.article}</Link>
			</p>
			<p>
				{line.state === "proved" && line.certain ? (
					<VerdictMark shape="full" tone="leaf">
						Agrément prouvé {why}
					</VerdictMark>
				) : (
					<VerdictMark shape="half" tone="amber">
						À vérifier {why}
					</VerdictMark>
				)}
			</p>
		</>
	);
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
