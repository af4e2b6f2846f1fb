import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { countOfWord } from "#app/domain/french-format.ts";
import {
	MODE_LABELS,
	PERIOD_LABELS,
	UNIT_LABELS,
	WEEKDAY_LABELS,
} from "#app/domain/french-labels.ts";
import { MODES, PERIODS, UNITS, WEEKDAYS } from "#app/domain/vocabulary.ts";
import { Checkbox, CheckboxGroup, Fieldset, RadioGroup } from "../ui/choices.tsx";
import { Details } from "../ui/details.tsx";
import { Select, TextInput } from "../ui/inputs.tsx";
import { LinkTabs } from "../ui/navigation.tsx";
import { DescribePage, StepForm } from "./describe-page.tsx";
import type { ConditionsBody, DescribeView } from "./view-types.ts";

export interface ConditionsStepProps {
	view: DescribeView;
	body: ConditionsBody;
}

/** Days and hours. */
export function RhythmStep({ view, body }: ConditionsStepProps) {
	const { conditions, typical } = body;
	const later = typical.includes("days") || typical.includes("window");
	return (
		<ConditionsPage
			view={view}
			body={body}
			question="Quels jours, à quelles heures ?"
			lead={
				later
					? "Ce sont les conditions qui écartent le plus de structures : ne demandez que l’indispensable."
					: "Ce métier n’a pas d’ordinaire de jours imposés : laissez vide si ce n’est pas votre cas."
			}
		>
			<TextInput
				name="days"
				label="Jours par semaine"
				hint="Par exemple 5, ou 3,5. Laissez vide si vous ne savez pas."
				width="short"
				inputMode="decimal"
				defaultValue={conditions.days ?? ""}
				error={view.errors["days"]}
			/>
			<TextInput
				name="window"
				label="Horaires de passage"
				hint="Par exemple 6h-8h, ou avant 8h. Laissez vide si l’heure importe peu."
				width="medium"
				defaultValue={conditions.window ?? ""}
				error={view.errors["window"]}
			/>
			<Details
				summary="Jours précis, durée, continuité"
				open={
					body.weekdays.length > 0 ||
					Boolean(conditions.visitHours ?? conditions.continuity ?? view.errors["weekdays"])
				}
			>
				<div className="stack">
					<CheckboxGroup
						name="weekdays"
						legend="Jours précis"
						hint="Seulement si le jour compte : sinon, laissez le choix à la structure."
						options={WEEKDAYS.map((day) => ({ value: day, label: WEEKDAY_LABELS[day] }))}
						selected={body.weekdays}
						error={view.errors["weekdays"]}
						row
					/>
					<TextInput
						name="visitHours"
						label="Durée d’un passage"
						hint="Par exemple 2 h. Certaines structures ne se déplacent pas pour moins."
						width="short"
						defaultValue={conditions.visitHours ?? ""}
						error={view.errors["visitHours"]}
					/>
					<Checkbox
						name="continuity"
						value="yes"
						label="Toute l’année, sans fermeture d’été"
						hint="Beaucoup d’ESAT ferment trois semaines en août."
						defaultChecked={conditions.continuity === "yes"}
					/>
				</div>
			</Details>
		</ConditionsPage>
	);
}

/** Quantities and amounts. */
export function VolumeStep({ view, body }: ConditionsStepProps) {
	const { conditions } = body;
	const bySite = body.ownQuantities > 0;
	return (
		<ConditionsPage
			view={view}
			body={body}
			question="Combien, et pour quel montant ?"
			lead={
				bySite
					? `${countOfWord(body.ownQuantities, "site")} ont déjà leur quantité ou leur montant : le total n’est pas à redire ici.`
					: "Le total suffit si vous ne savez pas encore comment il se répartit entre les sites."
			}
		>
			<Fieldset
				id="quantity-set"
				legend="Quantité"
				hint={bySite ? "Vide : celle de chaque site." : "Laissez vide si vous ne savez pas."}
			>
				<div className="quantity">
					<TextInput
						name="quantity"
						label="Nombre"
						width="short"
						inputMode="decimal"
						defaultValue={conditions.quantity ?? ""}
						error={view.errors["quantity"]}
					/>
					<Select
						name="unit"
						label="Unité"
						options={[
							...(body.unit === "" ? [{ value: "", label: "À choisir" }] : []),
							...UNITS.map((unit) => ({ value: unit, label: UNIT_LABELS[unit][1] })),
						]}
						defaultValue={body.unit}
						error={view.errors["unit"]}
					/>
					<Select
						name="per"
						label="Période"
						options={[
							...(body.per === "" ? [{ value: "", label: "À choisir" }] : []),
							...PERIODS.map((period) => ({ value: period, label: PERIOD_LABELS[period] })),
						]}
						defaultValue={body.per}
						error={view.errors["per"]}
					/>
				</div>
			</Fieldset>
			<TextInput
				name="amount"
				label="Montant estimé"
				hint="Pour douze mois, hors taxes ; pour tout le contrat s’il est plus court. Par exemple 18 000 ou 18 k€."
				width="short"
				suffix="€ HT"
				inputMode="decimal"
				defaultValue={conditions.amount ?? ""}
				error={view.errors["amount"]}
			/>
			<Details
				summary="Fourniture ou prestation, quantités fermes"
				open={
					conditions.mode !== undefined ||
					conditions.firmStock !== undefined ||
					body.typical.includes("firmStock")
				}
			>
				<div className="stack">
					<RadioGroup
						name="mode"
						legend="Ce que vous achetez"
						options={[
							{ value: "", label: "Je ne sais pas, ou peu importe" },
							...MODES.map((mode) => ({ value: mode, label: MODE_LABELS[mode] })),
						]}
						selected={conditions.mode ?? ""}
					/>
					<Checkbox
						name="firmStock"
						value="yes"
						label="Quantités identiques garanties à la commande"
						hint="Une ressourcerie travaille avec ce qu’elle trouve : cette demande l’écarte."
						defaultChecked={conditions.firmStock === "yes"}
					/>
				</div>
			</Details>
		</ConditionsPage>
	);
}

/** The frame of a screen of conditions: one service at a time. */
export function ConditionsPage({
	view,
	body,
	question,
	lead,
	children,
}: ConditionsStepProps & { question: string; lead: string; children: ReactNode }) {
	const several = body.services.length > 1;
	return (
		<DescribePage view={view} question={question} lead={lead}>
			{several ? (
				<LinkTabs
					label="Prestations"
					tabs={body.services.map(({ id, label, to }) => ({
						label,
						to,
						current: id === body.service.id,
					}))}
				/>
			) : null}
			<StepForm view={view} service={body.service.id} key={body.service.id}>
				{children}
				{several ? (
					<Checkbox name="all" value="yes" label="Même réponse pour toutes les prestations" />
				) : null}
			</StepForm>
			{body.siteCount > 1 ? <BySite view={view} body={body} /> : null}
		</DescribePage>
	);
}

function BySite({ view, body }: ConditionsStepProps) {
	const own =
		body.ownSites === 0
			? "Aucun site n’a de condition à lui."
			: `${body.ownSites === 1 ? "Un site a ses" : `${countOfWord(body.ownSites, "site")} ont leurs`} propres conditions.`;
	return (
		<p>
			{own}{" "}
			<Link to={`/besoins/${view.id}/decrire/sites?prestation=${body.service.id}`}>
				Dire ce qui change d’un site à l’autre
			</Link>
		</p>
	);
}
