import { Link } from "@remix-run/react";
import { X } from "lucide-react";
import { MapFigure } from "#app/components/map/map-figure.tsx";
import { SupplierCard } from "#app/components/supplier/supplier-card.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Details } from "#app/components/ui/details.tsx";
import { LinkTabs, Pagination, SortLinks } from "#app/components/ui/navigation.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { DEFAULT_PAGE_SIZE } from "#app/domain/directory.ts";
import { directoryHref } from "#app/domain/directory-url.ts";
import { countOfWord, formatNumber, joinAnd, quote } from "#app/domain/french-format.ts";
import type { Chip } from "./chips.ts";
import type { DirectoryView } from "./directory-view.server.ts";
import { NoResults } from "./no-results.tsx";
import { SORT_NOTES } from "./words.ts";

/** What was not understood in the address, and what can be done about each. */
export function Refusals({ view }: { view: DirectoryView }) {
	const isOne = view.problems.length === 1;
	return (
		<Notice
			tone="error"
			title={isOne ? "Un filtre n’a pas été compris" : "Des filtres n’ont pas été compris"}
		>
			<ul>
				{view.problems.map((problem) => (
					<li key={problem.path + problem.message}>
						{problem.message}
						{problem.choices.length === 0 ? null : (
							<ul className="choice-links">
								{problem.choices.map((choice) => (
									<li key={choice.href}>
										<Link to={choice.href}>{choice.label}</Link>
									</li>
								))}
							</ul>
						)}
					</li>
				))}
			</ul>
			<p>
				<Link to={view.hrefs.kept}>
					Voir la liste sans {isOne ? "ce filtre" : "ces filtres"} (
					{countOfWord(view.page.total, "structure")})
				</Link>
			</p>
		</Notice>
	);
}

export function Chips({ chips, cleared }: { chips: readonly Chip[]; cleared: string }) {
	if (chips.length === 0) return null;
	return (
		<div className="chips no-print">
			<h2 className="visually-hidden">Filtres en vigueur</h2>
			<ul>
				{chips.map((chip) => (
					<li key={chip.label}>
						<Link to={chip.href} className="chip" preventScrollReset>
							<span className="visually-hidden">Retirer le filtre </span>
							{chip.label}
							<X aria-hidden size="1em" />
						</Link>
					</li>
				))}
				<li>
					<Link to={cleared} className="chip chip--clear">
						Tout effacer
					</Link>
				</li>
			</ul>
		</div>
	);
}

/** Words read otherwise, or set aside: said before the list. */
export function WordNotes({ page }: { page: DirectoryView["page"] }) {
	if (page.corrected.length === 0 && page.ignored.length === 0) return null;
	return (
		<Notice>
			{page.corrected.map(({ from, to }) => (
				<p key={from}>
					Aucune fiche ne contient {quote(from)}
					{"\u202f"}: voici les résultats pour <strong>{quote(to)}</strong>.
				</p>
			))}
			{page.ignored.length === 0 ? null : (
				<p>
					{joinAnd(page.ignored.map(quote))}{" "}
					{page.ignored.length === 1
						? "ne mène à aucune fiche et a été mis de côté."
						: "ne mènent à aucune fiche et ont été mis de côté."}
				</p>
			)}
		</Notice>
	);
}

/** The list and its map, side by side where there is room. */
export function Results({ view }: { view: DirectoryView }) {
	const { page, scene, query } = view;
	if (page.total === 0) return <NoResults view={view} />;
	return (
		<>
			<div className="directory__switch no-print">
				<LinkTabs
					label="Présentation"
					tabs={[
						{ label: "Liste", to: view.hrefs.list, current: query.view !== "map" },
						{ label: "Carte", to: view.hrefs.map, current: query.view === "map" },
					]}
				/>
			</div>
			<div className="directory__columns" data-view={query.view}>
				<ResultList view={view} />
				{scene === null ? null : (
					<section className="directory__map no-print" aria-label="Carte des structures">
						<a className="skip-map visually-hidden" href="#apres-carte">
							Passer la carte
						</a>
						<MapFigure
							scene={scene}
							label={mapLabel(view)}
							note={mapNote(view)}
							words={{ site: "lieu cherché", area: "rayon cherché" }}
							eager
						/>
						<span id="apres-carte" tabIndex={-1} />
					</section>
				)}
			</div>
		</>
	);
}

function ResultList({ view }: { view: DirectoryView }) {
	const { page, query } = view;
	return (
		<section className="directory__list stack" aria-labelledby="liste">
			<h2 id="liste" className="visually-hidden">
				Liste des structures
			</h2>
			<div className="stack stack--tight">
				<SortLinks links={view.sorts} />
				<p className="muted">{SORT_NOTES[page.sort]}</p>
			</div>
			<ul className="card-list">
				{page.items.map((item) => (
					<li key={item.id}>
						<SupplierCard item={item} from={view.from} today={view.today} />
					</li>
				))}
			</ul>
			<Pagination
				page={page.page}
				pageCount={view.pageCount}
				to={(number) => directoryHref({ ...query, page: number, cursor: null })}
			/>
			<Exports view={view} />
		</section>
	);
}

function Exports({ view }: { view: DirectoryView }) {
	const { query, page } = view;
	const href = (format: string) =>
		directoryHref(
			{ ...query, page: 1, cursor: null, limit: DEFAULT_PAGE_SIZE, view: "both" },
			`/api/v1/exports/suppliers.${format}`,
		);
	return (
		<div id="exports" className="no-print stack stack--snug">
			<Details summary="Télécharger cette liste" meta={countOfWord(page.total, "structure")}>
				<ul className="download-links">
					<li>
						<a href={href("csv")} download>
							CSV
						</a>
						, pour un tableur ou un logiciel
					</li>
					<li>
						<a href={href("xlsx")} download>
							XLSX
						</a>
						, pour Excel ou LibreOffice
					</li>
					<li>
						<a href={href("ndjson")} download>
							NDJSON
						</a>
						, le format d’échange de Vivier
					</li>
				</ul>
				<p className="muted">
					Mêmes filtres, même ordre, avec le SIRET. Les faits réservés aux acheteurs identifiés n’y
					sont pas.
				</p>
			</Details>
			<p>
				<LinkButton variant="secondary" to={needHref(view)}>
					Décrire un besoin complet
				</LinkButton>
			</p>
		</div>
	);
}

/** A described need starts from the segment looked at. */
export function needHref({ query }: DirectoryView): string {
	const [segment] = query.segments;
	return segment === undefined ? "/besoins/nouveau" : `/besoins/nouveau?segment=${segment}`;
}

function mapLabel({ page }: DirectoryView): string {
	return `Carte de la liste\u202f: ${countOfWord(page.total, "structure")}, regroupées par proximité.`;
}

function mapNote({ page, scene }: DirectoryView): string {
	const missing = page.total - (scene?.located ?? page.total);
	const unlocated =
		missing > 0 ? ` ${formatNumber(missing)} sans position ne sont pas sur la carte.` : "";
	return `Un cercle compte les structures proches. Une position approximative est au centre de la commune.${unlocated}`;
}
