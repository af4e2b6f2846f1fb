import { Link } from "@remix-run/react";
import { BUYER_LABELS, KIND_LABELS } from "#app/domain/french-labels.ts";
import { BUYERS, KIND_CODES, type KindCode } from "#app/domain/vocabulary.ts";
import { KindCodeWord } from "../supplier/kinds.tsx";
import { CheckboxGroup, RadioGroup } from "../ui/choices.tsx";
import { Details } from "../ui/details.tsx";
import { TextInput } from "../ui/inputs.tsx";
import { DescribePage, StepForm } from "./describe-page.tsx";
import type { CadreBody, DescribeView, ReservationBody } from "./view-types.ts";

/** Who may answer: a reserved contract, kinds of supplier. */
export function ReservationStep({ view, body }: { view: DescribeView; body: ReservationBody }) {
	return (
		<DescribePage
			view={view}
			question="Ce marché sera-t-il réservé ?"
			lead="Réserver, c’est n’ouvrir le marché qu’à certaines structures. La réponse dira combien restent."
		>
			<StepForm view={view}>
				<RadioGroup
					name="reservation"
					legend="Réservation"
					hint={
						<>
							Articles du code de la commande publique,{" "}
							<Link to="/sources">tels que lus par Vivier</Link>.
						</>
					}
					options={[
						{
							value: "",
							label: "Ouvert à tous, ou je ne sais pas encore",
							hint: "On pourra comparer ensuite.",
						},
						...body.regimes.map((regime) => ({
							value: regime.value,
							label: `${capital(regime.label)}, article ${regime.article}`,
							hint: <WhoMayAnswer regime={regime} />,
						})),
					]}
					selected={body.reservation}
					error={view.errors["reservation"]}
				/>
				<Details
					summary="Ne garder que certains types de structures"
					meta={body.kinds.length > 0 ? String(body.kinds.length) : undefined}
					open={body.kinds.length > 0}
				>
					<CheckboxGroup
						name="kinds"
						legend="Types de structures"
						hint="Aucune case cochée : tous les types."
						options={KIND_CODES.map((kind) => ({
							value: kind,
							label: kind,
							hint: KIND_LABELS[kind],
						}))}
						selected={body.kinds}
					/>
				</Details>
			</StepForm>
		</DescribePage>
	);
}

function WhoMayAnswer({ regime }: { regime: ReservationBody["regimes"][number] }) {
	const { green, toProve, certain } = regime;
	return (
		<>
			{green.length > 0 ? (
				<>
					Peuvent répondre : <KindCodes codes={green} />.{" "}
				</>
			) : null}
			{toProve.length > 0 ? (
				<>
					À vérifier au cas par cas : <KindCodes codes={toProve} />.{" "}
				</>
			) : null}
			{green.length + toProve.length === 0
				? "À vérifier : les services concernés et la durée sont limités. "
				: null}
			{certain ? null : "Règle à vérifier."}
		</>
	);
}

function KindCodes({ codes }: { codes: readonly KindCode[] }) {
	return codes.map((code, index) => (
		<span key={code}>
			{index === 0 ? "" : ", "}
			<KindCodeWord code={code} />
		</span>
	));
}

/** When, how long, who buys, and what may be discussed. */
export function FrameStep({ view, body }: { view: DescribeView; body: CadreBody }) {
	const { frame } = body;
	const errors = view.errors;
	return (
		<DescribePage
			view={view}
			question="À partir de quand, et dans quel cadre ?"
			lead="La date compte : certaines structures demandent un délai, ou sont prises jusque-là."
		>
			<StepForm view={view}>
				<TextInput
					name="startsOn"
					type="date"
					label="Début"
					hint="Laissez vide si vous ne savez pas."
					width="short"
					defaultValue={frame.startsOn}
					error={errors["startsOn"]}
				/>
				<TextInput
					name="durationMonths"
					label="Durée"
					suffix="mois"
					width="short"
					inputMode="numeric"
					defaultValue={frame.durationMonths}
					error={errors["durationMonths"]}
				/>
				<RadioGroup
					name="buyer"
					legend="Vous achetez pour"
					options={[
						{ value: "", label: "Je préfère ne pas le dire" },
						...BUYERS.map((buyer) => ({ value: buyer, label: capital(BUYER_LABELS[buyer]) })),
					]}
					selected={frame.buyer}
				/>
				<div>
					<ContractDetails frame={frame} errors={errors} />
					<CompetitionDetails frame={frame} errors={errors} />
					{body.negotiable.length === 0 ? null : (
						<Details
							summary="Ce que vous pourriez discuter"
							meta={frame.negotiable.length > 0 ? String(frame.negotiable.length) : undefined}
							open={frame.negotiable.length > 0}
						>
							<input type="hidden" name="negotiable-shown" value="yes" />
							<CheckboxGroup
								name="negotiable"
								legend="Conditions à négocier"
								hint="Une structure qui n’y répond pas est gardée, « à négocier », au lieu d’être écartée."
								options={body.negotiable}
								selected={frame.negotiable}
							/>
						</Details>
					)}
				</div>
			</StepForm>
		</DescribePage>
	);
}

type DetailsProps = Pick<CadreBody, "frame"> & { errors: DescribeView["errors"] };

function ContractDetails({ frame, errors }: DetailsProps) {
	return (
		<Details
			summary="Forme du contrat"
			open={[frame.contractForm, frame.renewals, frame.maxEur, frame.minOrderEur].some(Boolean)}
		>
			<div className="stack">
				<RadioGroup
					name="contractForm"
					legend="Forme"
					options={[
						{ value: "", label: "Je ne sais pas encore" },
						{ value: "one-off", label: "Un achat unique" },
						{
							value: "framework",
							label: "Un accord-cadre",
							hint: "Des commandes au fil du temps.",
						},
					]}
					selected={frame.contractForm}
				/>
				<TextInput
					name="renewals"
					label="Reconductions possibles"
					width="short"
					inputMode="numeric"
					defaultValue={frame.renewals}
					error={errors["renewals"]}
				/>
				<TextInput
					name="maxEur"
					label="Montant maximal du contrat"
					suffix="€ HT"
					width="short"
					inputMode="decimal"
					defaultValue={frame.maxEur}
					error={errors["maxEur"]}
				/>
				<TextInput
					name="minOrderEur"
					label="Commande minimale"
					suffix="€ HT"
					width="short"
					inputMode="decimal"
					defaultValue={frame.minOrderEur}
					error={errors["minOrderEur"]}
				/>
			</div>
		</Details>
	);
}

function CompetitionDetails({ frame, errors }: DetailsProps) {
	return (
		<Details
			summary="Concurrence et proximité"
			open={[frame.minCompetition, frame.locationRule, frame.km, frame.undeclaredKm].some(Boolean)}
		>
			<div className="stack">
				<TextInput
					name="minCompetition"
					label="Opérateurs indépendants souhaités"
					hint="Trois si vous ne dites rien. Deux structures d’un même groupe comptent pour une."
					width="short"
					inputMode="numeric"
					defaultValue={frame.minCompetition}
					error={errors["minCompetition"]}
				/>
				<RadioGroup
					name="locationRule"
					legend="Proximité"
					options={[
						{ value: "serves", label: "La structure intervient là où sont les sites" },
						{
							value: "sits-within",
							label: "La structure est établie tout près",
							hint: "À dire avec une distance : l’adresse ne peut pas être un critère d’attribution, à vérifier.",
						},
					]}
					selected={frame.locationRule || "serves"}
				/>
				<TextInput
					name="km"
					label="Distance au plus"
					suffix="km"
					width="short"
					inputMode="decimal"
					defaultValue={frame.km}
					error={errors["km"]}
				/>
				<TextInput
					name="undeclaredKm"
					label="Structures sans zone déclarée, jusqu’à"
					hint="Cinquante kilomètres si vous ne dites rien : elles restent « à confirmer »."
					suffix="km"
					width="short"
					inputMode="decimal"
					defaultValue={frame.undeclaredKm}
					error={errors["undeclaredKm"]}
				/>
			</div>
		</Details>
	);
}

function capital(text: string): string {
	return text.charAt(0).toLocaleUpperCase("fr") + text.slice(1);
}
