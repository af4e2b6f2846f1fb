import { Form, Link } from "@remix-run/react";
import { DefinitionList } from "../ui/blocks.tsx";
import { Button, DownloadButton, LinkButton } from "../ui/button.tsx";
import { Details } from "../ui/details.tsx";
import { DescribePage } from "./describe-page.tsx";
import type { DescribeView, RelectureBody } from "./view-types.ts";

/** All that was said, each line with the way back to it, then the answer. */
export function ReviewStep({ view, body }: { view: DescribeView; body: RelectureBody }) {
	const wrong = body.lines.filter((line) => line.wrong).length;
	return (
		<DescribePage
			view={view}
			question={
				body.ready
					? "Tout est prêt : voici ce que vous demandez"
					: wrong > 0
						? "Il reste quelque chose à corriger"
						: "Il manque encore l’essentiel"
			}
			lead={
				body.ready ? undefined : "Une prestation et un lieu suffisent pour une première réponse."
			}
		>
			<DefinitionList
				items={body.lines.map((line) => ({
					term: line.label,
					key: line.step,
					description: <Line line={line} />,
				}))}
			/>
			<div className="form-actions">
				{body.ready ? (
					<LinkButton to={`/besoins/${view.id}`} size="large">
						Voir la réponse
					</LinkButton>
				) : null}
				{body.ready ? (
					<DownloadButton href={`/besoins/${view.id}/besoin.json`}>
						Télécharger le besoin (JSON)
					</DownloadButton>
				) : null}
			</div>
			<Details summary="Supprimer ce besoin">
				<Form method="post" action={`/besoins/${view.id}/supprimer`} className="stack stack--snug">
					<p>
						Le besoin et ses liens de partage seront effacés. On ne peut pas revenir en arrière.
					</p>
					<div>
						<Button variant="danger">Supprimer ce besoin</Button>
					</div>
				</Form>
			</Details>
		</DescribePage>
	);
}

function Line({ line }: { line: RelectureBody["lines"][number] }) {
	return (
		<div className="review-line">
			{line.details.length === 0 && !line.wrong ? (
				<span className="muted">rien de demandé</span>
			) : (
				<ul className="plain-list">
					{line.details.map((detail) => (
						<li key={detail}>{detail}</li>
					))}
					{line.wrong ? <li className="field__error">À corriger</li> : null}
				</ul>
			)}
			<Link to={line.to} className="target">
				Modifier <span className="visually-hidden">{line.label}</span>
			</Link>
		</div>
	);
}
