import { Form, Link } from "@remix-run/react";
import { countOfWord, formatDate } from "#app/domain/french-format.ts";
import { GroupsSection } from "../consortia/groups-section.tsx";
import { Card, DefinitionList, PageHeader } from "../ui/blocks.tsx";
import { Button, DownloadButton, LinkButton } from "../ui/button.tsx";
import { Details } from "../ui/details.tsx";
import { LinkTabs, PageContents } from "../ui/navigation.tsx";
import { Notice } from "../ui/notice.tsx";
import { questionsAddress, variantAddress } from "../what-if/variant-address.ts";
import { WhatIfSection } from "../what-if/what-if-section.tsx";
import { AnswerList } from "./answer-list.tsx";
import type { AnswerView } from "./answer-types.ts";
import { FunnelFigure } from "./funnel-figure.tsx";
import { MatrixFigure } from "./matrix-figure.tsx";

/** The answer to a need: one sentence, the funnel, then who and where. */
export function AnswerPage({ view }: { view: AnswerView }) {
	return (
		<div className="page page--wide answer">
			<PageHeader
				crumbs={view.id === null ? undefined : [{ label: "Vos besoins", to: "/besoins" }]}
				title={
					<>
						<span className="answer__need">
							{view.title} · {view.subtitle}
						</span>
						<span className="answer__headline">{view.headline}</span>
					</>
				}
				lead={view.reach ?? undefined}
				actions={<AnswerActions view={view} />}
			/>
			{view.sharedUntil === null ? null : (
				<Notice>
					<p>
						Ce besoin vous a été partagé, à lire seulement, jusqu’au {view.sharedUntil}. La réponse
						est calculée sur la base d’aujourd’hui.
					</p>
				</Notice>
			)}
			<TakenBack view={view} />
			<Notice tone={view.competition.reached ? "success" : "care"}>
				<p>{view.competition.text}</p>
			</Notice>
			{view.scopes.length === 0 ? null : (
				<LinkTabs label="Étendue de la réponse" tabs={view.scopes} />
			)}
			<PageContents parts={partsOf(view)} />
			<div className="answer__columns">
				<FunnelFigure view={view} />
				<div className="stack">
					<Unknowns view={view} />
					<Combinations view={view} />
				</div>
			</div>
			{view.whatIf === null ? null : <WhatIfSection view={view.whatIf} />}
			{view.matrix === null ? null : <MatrixFigure matrix={view.matrix} />}
			<AnswerList view={view} />
			<GroupsSection view={view.groups} />
			<Asked view={view} />
			<p className="muted">
				État de la base n° {view.versions.data}, règles de droit au {formatDate(view.versions.law)},
				Vivier {view.versions.program}. Réponse du {formatDate(view.today)}.
			</p>
		</div>
	);
}

function partsOf({ whatIf, matrix, list }: AnswerView): { id: string; label: string }[] {
	return [
		{ id: "entonnoir", label: "Ce qui reste" },
		...(whatIf === null ? [] : [{ id: "pistes", label: "Ce qui changerait la réponse" }]),
		...(matrix === null ? [] : [{ id: "matrice", label: "Site par site" }]),
		{ id: "structures", label: list.heading },
		{ id: "groupements", label: "Groupements" },
	];
}

/** What was just changed, with the way back. */
function TakenBack({ view }: { view: AnswerView }) {
	if (view.change === null || view.whatIf === null) return null;
	return (
		<Notice tone="success" live title="Votre besoin a changé">
			<Form method="post" action={`/besoins/${view.id}/appliquer`} className="cluster">
				{view.whatIf.scope === "whole" ? <input type="hidden" name="portee" value="tout" /> : null}
				<p>Il demande maintenant : {view.change}.</p>
				<Button variant="secondary" name="annuler" value="oui">
					Annuler <span className="visually-hidden">ce changement</span>
				</Button>
			</Form>
		</Notice>
	);
}

function AnswerActions({ view }: { view: AnswerView }) {
	if (view.id === null) return null;
	const base = `/besoins/${view.id}`;
	return (
		<>
			<LinkButton to={`${base}/decrire/relecture`}>Modifier le besoin</LinkButton>
			{view.whatIf === null ? null : (
				<LinkButton to={variantAddress(view.whatIf, [])} variant="secondary">
					Essayer autrement
				</LinkButton>
			)}
			<LinkButton to={`${base}/partage`} variant="secondary">
				Partager
			</LinkButton>
		</>
	);
}

/** The fewest conditions that, set aside, would make for competition. */
function Combinations({ view }: { view: AnswerView }) {
	if (view.combinations.length === 0) return null;
	return (
		<Card title="Ce qui suffirait" level={2}>
			<p>
				Sans l’une de ces lignes, il resterait en l’état au moins{" "}
				{countOfWord(view.minCompetition, "opérateur indépendant", "opérateurs indépendants")}
				{" "}:
			</p>
			<ul className="combinations" role="list">
				{view.combinations.map((one) => (
					<li key={one.names}>
						<span>{one.names}</span>
						<span className="nowrap">
							<span aria-hidden>→ </span>
							<strong className="figures">{countOfWord(one.organisations, "opérateur")}</strong>
						</span>
					</li>
				))}
			</ul>
		</Card>
	);
}

/** How many unknowns are said before the rest unfolds. */
const FIRST_UNKNOWNS = 3;

function Unknowns({ view }: { view: AnswerView }) {
	if (view.unknowns.length === 0) return null;
	const others = view.unknowns.slice(FIRST_UNKNOWNS);
	return (
		<Card title="Ce qu’on ne sait pas encore" level={2}>
			<p>Parmi les structures qui restent{view.unknownsPartial ? " (les 100 premières)" : ""} :</p>
			<ul>
				{view.unknowns.slice(0, FIRST_UNKNOWNS).map((sentence) => (
					<li key={sentence}>{sentence}.</li>
				))}
			</ul>
			{others.length > 0 ? (
				<Details
					summary={others.length === 1 ? "Un autre point" : `${others.length} autres points`}
				>
					<ul>
						{others.map((sentence) => (
							<li key={sentence}>{sentence}.</li>
						))}
					</ul>
				</Details>
			) : null}
			{view.whatIf === null || view.whatIf.questions.length === 0 ? null : (
				<p>
					<Link to={questionsAddress(view.whatIf)} className="target">
						Demandez-le : les questions à poser
					</Link>
				</p>
			)}
		</Card>
	);
}

/** What was asked, with the way back to each condition, and the files. */
function Asked({ view }: { view: AnswerView }) {
	const base = `/besoins/${view.id}`;
	return (
		<section className="stack stack--snug">
			<Details summary="Ce que vous demandez" meta={countOfWord(view.asks.length, "condition")}>
				<DefinitionList
					items={view.asks.map((ask) => ({
						term: ask.label,
						key: ask.label,
						description: (
							<>
								{ask.text}{" "}
								{ask.to === null ? null : (
									<Link to={ask.to}>
										Modifier <span className="visually-hidden">{ask.label}</span>
									</Link>
								)}
							</>
						),
					}))}
				/>
			</Details>
			{view.id === null ? null : (
				<Details summary="Télécharger">
					<div className="stack stack--snug">
						<p className="muted">
							Les noms des structures sont dans l’annexe : un dossier de marché ne parle que de
							nombres et de conditions.
						</p>
						<div className="cluster">
							<DownloadButton href={`${base}/reponse.csv`}>
								L’annexe, structure par structure (CSV)
							</DownloadButton>
							<DownloadButton href={`${base}/reponse.json`}>La réponse (JSON)</DownloadButton>
							<DownloadButton href={`${base}/besoin.json`}>Le besoin (JSON)</DownloadButton>
							<DownloadButton href={`${base}/sites.csv`}>Vos sites (CSV)</DownloadButton>
						</div>
					</div>
				</Details>
			)}
		</section>
	);
}
