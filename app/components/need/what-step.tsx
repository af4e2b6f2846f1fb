import { Form } from "@remix-run/react";
import { Button } from "../ui/button.tsx";
import { Details } from "../ui/details.tsx";
import { TextInput } from "../ui/inputs.tsx";
import { DescribePage, StepForm } from "./describe-page.tsx";
import { SegmentSearch } from "./segment-search.tsx";
import type { DescribeView, QuoiBody } from "./view-types.ts";

/** The services of a need: those taken, and the search for another. */
export function WhatStep({ view, body }: { view: DescribeView; body: QuoiBody }) {
	const here = `/besoins/${view.id}/decrire/quoi`;
	const empty = body.services.length === 0;
	const search = (
		<SegmentSearch search={body.search} here={here} postTo={here} field="add" second={!empty} />
	);
	return (
		<DescribePage
			view={view}
			question={empty ? "De quoi avez-vous besoin ?" : "Est-ce bien ce dont vous avez besoin ?"}
			lead={
				empty
					? "Choisissez d’abord le métier. Vous pourrez en ajouter d’autres."
					: "Un besoin peut réunir plusieurs prestations, chacune avec ses conditions."
			}
		>
			{empty ? null : (
				<>
					<Form method="post" action={here}>
						<ul className="choice-cards" role="list">
							{body.services.map((service) => (
								<li key={service.id} className="choice-card">
									<div>
										<p className="choice-card__title">{service.label}</p>
										<p className="muted">{service.family}</p>
									</div>
									<Button name="remove" value={service.id} variant="quiet">
										Retirer <span className="visually-hidden">{service.label}</span>
									</Button>
								</li>
							))}
						</ul>
					</Form>
					<StepForm view={view}>
						<TextInput
							name="title"
							label="Nom de votre besoin"
							hint="Pour vous y retrouver ; il paraît en tête de la réponse."
							defaultValue={view.title}
							optional
						/>
					</StepForm>
				</>
			)}
			{empty ? (
				search
			) : (
				<Details
					summary="Ajouter une autre prestation"
					open={body.search.query !== "" || body.search.family !== null}
				>
					{search}
				</Details>
			)}
		</DescribePage>
	);
}
