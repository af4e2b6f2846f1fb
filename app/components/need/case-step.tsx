import { Form } from "@remix-run/react";
import { WEEKDAY_LABELS } from "#app/domain/french-labels.ts";
import { WEEKDAYS } from "#app/domain/vocabulary.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox, CheckboxGroup } from "../ui/choices.tsx";
import { Details } from "../ui/details.tsx";
import { Select, TextInput } from "../ui/inputs.tsx";
import { TradeConditions } from "./demands-step.tsx";
import { DescribePage } from "./describe-page.tsx";
import type { CaseBody, DescribeView } from "./view-types.ts";

const TEXTS = [
	{ name: "days", label: "Jours par semaine" },
	{ name: "window", label: "Horaires de passage" },
	{ name: "visitHours", label: "Durée d’un passage" },
	{ name: "quantity", label: "Quantité" },
	{ name: "amount", label: "Montant annuel HT" },
] as const;

const FLAGS = [
	{ name: "continuity", label: "Toute l’année, sans fermeture" },
	{ name: "firmStock", label: "Quantités garanties" },
	{ name: "delivery", label: "Livraison" },
	{ name: "installation", label: "Installation ou montage" },
	{ name: "staffTransfer", label: "Reprise du personnel" },
] as const;

/** Every condition of one service at one site. */
export function CaseStep({ view, body }: { view: DescribeView; body: CaseBody }) {
	const { conditions, common } = body;
	const ticked = (list: "certificates" | "capabilities") => conditions[list] ?? common[list] ?? [];
	return (
		<DescribePage
			view={view}
			question={`Que demande ${body.siteName} ?`}
			lead={`${body.service.label}. Ce que vous laissez vide reste comme pour l’ensemble.`}
		>
			<Form method="post" action={`/besoins/${view.id}/decrire/case`} className="stack" noValidate>
				<input type="hidden" name="case" value={body.cell} />
				<input type="hidden" name="service" value={body.service.id} />
				<input type="hidden" name="return" value={view.query} />
				{TEXTS.map(({ name, label }) => (
					<TextInput
						key={name}
						name={name}
						label={label}
						hint={common[name] ? `Pour l’ensemble : ${common[name]}` : undefined}
						width="medium"
						defaultValue={conditions[name] ?? ""}
						error={view.errors[name]}
					/>
				))}
				<Details summary="Jours précis" open={conditions.weekdays !== undefined}>
					<CheckboxGroup
						name="weekdays"
						legend="Jours précis sur ce site"
						options={WEEKDAYS.map((day) => ({ value: day, label: WEEKDAY_LABELS[day] }))}
						selected={body.weekdays}
						row
					/>
				</Details>
				<Details
					summary="Livraison, continuité, personnel"
					open={FLAGS.some(({ name }) => conditions[name] !== undefined)}
				>
					<div className="stack stack--snug">
						{FLAGS.map(({ name, label }) => (
							<Select
								key={name}
								name={name}
								label={label}
								width="medium"
								options={[
									{
										value: "",
										label: `Comme l’ensemble (${common[name] === "yes" ? "oui" : "non demandé"})`,
									},
									{ value: "yes", label: "Oui, sur ce site" },
									{ value: "no", label: "Non, pas sur ce site" },
								]}
								defaultValue={conditions[name] ?? ""}
							/>
						))}
					</div>
				</Details>
				<Details
					summary="Conditions du métier"
					open={conditions.certificates !== undefined || conditions.capabilities !== undefined}
				>
					<div className="stack stack--snug">
						<Checkbox
							name="own-certificates"
							value="yes"
							label="Ce site a ses propres certificats"
							hint="Sinon, ce sont ceux de l’ensemble qui valent."
							defaultChecked={conditions.certificates !== undefined}
						/>
						<Checkbox
							name="own-capabilities"
							value="yes"
							label="Ce site a ses propres conditions de métier"
							defaultChecked={conditions.capabilities !== undefined}
						/>
						<TradeConditions
							legend="Conditions de ce métier"
							choices={body.criteria}
							ticked={[...ticked("certificates"), ...ticked("capabilities")]}
						/>
					</div>
				</Details>
				<div className="form-actions">
					<Button name="go" value="next">
						Enregistrer
					</Button>
				</div>
			</Form>
		</DescribePage>
	);
}
