import { Link } from "@remix-run/react";
import { KindCodeWord } from "#app/components/supplier/kinds.tsx";
import { type Definition, DefinitionList, PageHeader } from "#app/components/ui/blocks.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { countOfWord, formatNumber, joinAnd } from "#app/domain/french-format.ts";
import type { KindCode, Reservation } from "#app/domain/vocabulary.ts";
import { SegmentTerritory } from "./segment-territory.tsx";
import type { SegmentView } from "./segment-view.server.ts";
import { RESERVATION_CHOICES } from "./words.ts";

const SYNONYMS_SHOWN = 12;

/** What a segment covers, who serves it where, what a need of it usually says. */
export function SegmentSheet({ view }: { view: SegmentView }) {
	return (
		<div className="page">
			<PageHeader
				crumbs={[
					{ label: "Segments d’achat", to: "/segments" },
					...(view.family
						? [{ label: view.family.label, to: `/segments/${view.family.code}` }]
						: []),
				]}
				title={view.label}
				lead={view.description}
				actions={
					<LinkButton to={`/besoins/nouveau?segment=${view.code}`}>Décrire un besoin</LinkButton>
				}
			/>
			<div className="split">
				<div className="stack stack--loose">
					<Supply view={view} />
					<Leaves view={view} />
					<Conditions view={view} />
					<Covers view={view} />
				</div>
				<SegmentTerritory view={view} />
			</div>
		</div>
	);
}

function Supply({ view }: { view: SegmentView }) {
	if (view.total === 0) {
		return (
			<Notice title="Aucune structure enregistrée sur ce segment">
				<p>
					Cela ne dit pas qu’il n’en existe pas{"\u202f"}: les listes importées n’en nomment aucune.
				</p>
			</Notice>
		);
	}
	return (
		<section className="stack stack--snug" aria-labelledby="offre">
			<h2 id="offre">{countOfWord(view.total, "structure")} sur ce segment</h2>
			<p>
				<LinkButton variant="secondary" to={`/fournisseurs?segment=${view.code}`}>
					Voir les structures
				</LinkButton>
			</p>
			{view.kinds.length === 0 ? null : (
				<p>
					Selon leur type{"\u202f"}:{" "}
					{view.kinds.map((kind, index) => (
						<span key={kind.value}>
							{index === 0 ? "" : ", "}
							{formatNumber(kind.count)}{" "}
							<Link to={`/fournisseurs?segment=${view.code}&kind=${kind.value}`}>
								<KindCodeWord code={kind.value as KindCode} />
							</Link>
						</span>
					))}
					. Une structure peut avoir plusieurs types.
				</p>
			)}
			{view.reservations.length === 0 ? null : (
				<>
					<h3>Marchés réservés auxquels elles peuvent répondre</h3>
					<ul className="facet-links">
						{view.reservations.map((one) => (
							<li key={one.value}>
								<Link to={`/fournisseurs?segment=${view.code}&reservation=${one.value}`}>
									<span>{RESERVATION_CHOICES[one.value as Reservation]}</span>
									<span className="facet-links__count">{countOfWord(one.count, "structure")}</span>
								</Link>
							</li>
						))}
					</ul>
					<p className="muted">
						Agrément prouvé ou à confirmer{"\u202f"}: chaque fiche le précise.
					</p>
				</>
			)}
		</section>
	);
}

function Leaves({ view }: { view: SegmentView }) {
	if (view.leaves.length === 0) return null;
	return (
		<section className="stack stack--tight" aria-labelledby="segments">
			<h2 id="segments">Les segments de cette famille</h2>
			<ul className="facet-links">
				{view.leaves.map((leaf) => (
					<li key={leaf.code}>
						<Link to={`/segments/${leaf.code}`}>
							<span>{leaf.label}</span>
							<span className="facet-links__count">{countOfWord(leaf.count, "structure")}</span>
						</Link>
					</li>
				))}
			</ul>
		</section>
	);
}

function Conditions({ view }: { view: SegmentView }) {
	return (
		<section className="stack stack--snug" aria-labelledby="conditions">
			<h2 id="conditions">Ce qu’un besoin précise d’habitude</h2>
			{view.typical.length === 0 ? null : (
				<p>
					D’abord {joinAnd(view.typical)}.
					{view.unit === null
						? null
						: ` Les quantités se disent le plus souvent en ${view.unit.charAt(0).toLowerCase()}${view.unit.slice(1)}.`}
				</p>
			)}
			{view.conditions.length === 0 ? null : (
				<>
					<p>Puis, s’il y a lieu, des conditions du métier{"\u202f"}:</p>
					<ul>
						{view.conditions.map((condition) => (
							<li key={condition.code}>
								{condition.label}
								<ConditionSource {...condition} />
							</li>
						))}
					</ul>
					<p className="muted">
						{view.moreConditions > 0
							? `${formatNumber(view.moreConditions)} autres sont proposées quand on décrit un besoin. `
							: ""}
						Ce sont des questions usuelles, jamais des obligations{"\u202f"}: une condition de plus
						peut écarter des structures.
					</p>
				</>
			)}
		</section>
	);
}

/** A practice has no text; a text that was not read again says so. */
function ConditionSource({ source, confidence }: SegmentView["conditions"][number]) {
	if (source === "usage") return null;
	const isSure = confidence === "V1" || confidence === "V2";
	return (
		<span className="muted">
			{" "}
			({source}
			{isSure ? "" : ", à vérifier"})
		</span>
	);
}

function Covers({ view }: { view: SegmentView }) {
	const items: Definition[] = [
		{
			term: "Codes CPV",
			description:
				view.cpv.length === 0 ? (
					"Aucun code ne lui correspond\u202f: ce segment se trouve par ses mots."
				) : (
					<ul className="plain-list">
						{view.cpv.map(({ code, label }) => (
							<li key={code}>
								<span className="figures">{code}</span>
								{label === null ? null : ` — ${label}`}
							</li>
						))}
					</ul>
				),
		},
	];
	if (view.synonyms.length > 0) {
		items.push({
			term: "Aussi appelé",
			description: `${view.synonyms.slice(0, SYNONYMS_SHOWN).join(", ")}${view.synonyms.length > SYNONYMS_SHOWN ? "…" : ""}`,
		});
	}
	if (view.naf.length > 0) {
		items.push({
			term: "Activités (NAF)",
			description: (
				<ul className="plain-list">
					{view.naf.map(({ code, label }) => (
						<li key={code}>
							<span className="figures">{code}</span>
							{label === null ? null : ` — ${label}`}
						</li>
					))}
				</ul>
			),
			source: "Un indice sur ce que font les structures, jamais une preuve.",
		});
	}
	if (view.agec !== null) {
		items.push({
			term: "Loi AGEC, article 58",
			description: `Catégorie «\u202f${view.agec}\u202f»\u202f: une part d’achats issus du réemploi ou de matière recyclée est attendue.`,
			source: <Link to="/sources#agec.others">À vérifier selon l’objet exact de l’achat.</Link>,
		});
	}
	if (view.essService) {
		items.push({
			term: "Services réservables à l’ESS",
			description: "La plupart des codes CPV de ce segment figurent sur la liste de la directive.",
			source: (
				<Link to="/sources#res.ess.cpv">
					Indice{"\u202f"}: le code CPV exact du marché décide, à vérifier.
				</Link>
			),
		});
	}
	return (
		<section className="stack stack--snug" aria-labelledby="couvre">
			<h2 id="couvre">Ce que ce segment couvre</h2>
			<DefinitionList items={items} />
		</section>
	);
}
