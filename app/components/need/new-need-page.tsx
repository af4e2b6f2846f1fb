import { Form, Link } from "@remix-run/react";
import { PageHeader } from "../ui/blocks.tsx";
import { Button } from "../ui/button.tsx";
import { SentenceForm } from "./read-page.tsx";
import { SegmentSearch } from "./segment-search.tsx";
import type { NewNeedView } from "./server/new-need.server.ts";

const HERE = "/besoins/nouveau";

/** Where a need begins: one question. */
export function NewNeedPage({ view }: { view: NewNeedView }) {
	return (
		<div className="page page--narrow stack stack--loose">
			<PageHeader
				title="De quoi avez-vous besoin ?"
				lead="Sans compte, et sans rien publier : ce que vous décrivez n’est visible que depuis ce navigateur."
			/>
			{view.proposed === null ? (
				<SegmentSearch search={view.search} here={HERE} postTo={HERE} field="segment" />
			) : (
				<Form method="post" className="choice-card choice-card--lone">
					<div>
						<h2 className="choice-card__title">{view.proposed.label}</h2>
						<p>{view.proposed.description}</p>
					</div>
					<div className="cluster">
						<Button name="segment" value={view.proposed.code}>
							Continuer avec ce métier
						</Button>
						<Link to={HERE} className="target">
							Choisir un autre métier
						</Link>
					</div>
				</Form>
			)}
			{view.proposed === null ? (
				<section className="stack stack--snug" aria-labelledby="phrase">
					<h2 id="phrase">Ou écrivez-le comme vous le diriez</h2>
					<SentenceForm />
				</section>
			) : null}
			{view.recent.length === 0 ? null : (
				<section className="stack stack--snug" aria-labelledby="reprendre">
					<h2 id="reprendre">Reprendre un besoin commencé</h2>
					<ul className="link-list" role="list">
						{view.recent.map((need) => (
							<li key={need.id}>
								<Link
									to={need.ready ? `/besoins/${need.id}` : `/besoins/${need.id}/decrire/relecture`}
								>
									{need.title}
								</Link>
								<span className="muted">
									{" "}
									{[need.what, need.changed].filter(Boolean).join(", ")}
								</span>
							</li>
						))}
					</ul>
				</section>
			)}
			<section className="stack stack--snug" aria-labelledby="exemples">
				<h2 id="exemples">Ou partir d’un exemple</h2>
				<p className="muted">Fictifs, prêts à modifier : la réponse s’affiche aussitôt.</p>
				<Form method="post" action={HERE}>
					<ul className="choice-cards" role="list">
						{view.examples.map((example) => (
							<li key={example.code} className="choice-card">
								<div>
									<p className="choice-card__title">{example.label}</p>
									<p className="muted">{example.description}</p>
								</div>
								<Button name="example" value={example.code} variant="secondary">
									Essayer <span className="visually-hidden">{example.label}</span>
								</Button>
							</li>
						))}
					</ul>
				</Form>
			</section>
		</div>
	);
}
