import { Checkbox, Fieldset } from "../ui/choices.tsx";
import { Details } from "../ui/details.tsx";
import { ConditionsPage, type ConditionsStepProps } from "./conditions-steps.tsx";
import type { CriterionChoice } from "./view-types.ts";

/** Certificates, know-how, delivery. */
export function DemandsStep({ view, body }: ConditionsStepProps) {
	const { conditions } = body;
	const ticked = [...(conditions.certificates ?? []), ...(conditions.capabilities ?? [])];
	return (
		<ConditionsPage
			view={view}
			body={body}
			question="Qu’exigez-vous de plus ?"
			lead="Chaque case cochée écarte les structures qui ne l’ont pas. Rien n’est obligatoire ici."
		>
			<TradeConditions legend="Conditions de ce métier" choices={body.first} ticked={ticked} />
			<div>
				{body.others.length === 0 ? null : (
					<Details summary="Autres conditions du métier" meta={String(body.others.length)}>
						<TradeConditions legend="Autres conditions" choices={body.others} ticked={ticked} />
					</Details>
				)}
				<Details
					summary="Livraison, installation, personnel, factures"
					open={["delivery", "installation", "staffTransfer", "eInvoicing"].some(
						(flag) => conditions[flag as "delivery"] === "yes",
					)}
				>
					<Fieldset id="services-set" legend="Aussi compris dans la demande">
						<div className="choices">
							<Checkbox
								name="delivery"
								value="yes"
								label="Livraison"
								defaultChecked={conditions.delivery === "yes"}
							/>
							<Checkbox
								name="installation"
								value="yes"
								label="Installation ou montage"
								defaultChecked={conditions.installation === "yes"}
							/>
							<Checkbox
								name="staffTransfer"
								value="yes"
								label="Reprise du personnel en place"
								hint="Une convention collective peut la prévoir : à vérifier."
								defaultChecked={conditions.staffTransfer === "yes"}
							/>
							<Checkbox
								name="eInvoicing"
								value="yes"
								label="Factures déposées sur Chorus Pro"
								hint="Ce que font les fournisseurs de l’État et des collectivités."
								defaultChecked={conditions.eInvoicing === "yes"}
							/>
						</div>
					</Fieldset>
				</Details>
			</div>
		</ConditionsPage>
	);
}

/** Tick boxes of the trade: certificates and know-how in one list, each under its own name. */
export function TradeConditions({
	legend,
	choices,
	ticked,
}: {
	legend: string;
	choices: readonly CriterionChoice[];
	ticked: readonly string[];
}) {
	if (choices.length === 0)
		return <p className="muted">Aucune condition propre à ce métier n’est connue.</p>;
	return (
		<Fieldset id={`trade-${choices[0]?.code}`} legend={legend}>
			<div className="choices">
				{choices.map((choice) => (
					<Checkbox
						key={`${choice.code}${ticked.includes(choice.code)}`}
						name={choice.type === "certificate" ? "certificates" : "capabilities"}
						value={choice.code}
						label={choice.label}
						defaultChecked={ticked.includes(choice.code)}
					/>
				))}
			</div>
		</Fieldset>
	);
}
