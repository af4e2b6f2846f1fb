import { Search } from "lucide-react";
import { Button, LinkButton } from "../ui/button.tsx";
import { CheckboxGroup, Fieldset, RadioGroup } from "../ui/choices.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { FileInput, Select, TextArea, TextInput } from "../ui/inputs.tsx";

export function FormSample() {
	return (
		<div className="split split--even">
			<form className="stack" aria-label="Formulaire d’exemple">
				<TextInput
					name="ville"
					label="Où ?"
					hint="Commune ou code postal"
					width="medium"
					autoComplete="off"
					defaultValue="Auray"
				/>
				<TextInput
					name="rayon"
					label="Rayon"
					suffix="km"
					width="short"
					inputMode="numeric"
					defaultValue="−5"
					error="Le rayon est une distance : écrivez un nombre de 1 à 500."
				/>
				<Select
					name="segment"
					label="Segment d’achat"
					defaultValue="b"
					options={[
						{ value: "", label: "Tous les segments" },
						{ value: "b", label: "Entretien des locaux" },
					]}
				/>
				<TextArea name="texte" label="En une phrase" optional rows={3} />
				<FileInput name="fichier" label="Table des sites" hint="CSV ou XLSX, 10 Mo au plus" />
				<div className="form-actions">
					<Button>Voir les structures</Button>
					<LinkButton to="/style" variant="quiet">
						Je ne sais pas encore
					</LinkButton>
				</div>
			</form>
			<div className="stack">
				<CheckboxGroup
					name="type"
					legend="Type de structure"
					selected={["ESAT"]}
					options={[
						{ value: "ESAT", label: "Établissement et service d’aide par le travail", count: 214 },
						{ value: "EA", label: "Entreprise adaptée", count: 97 },
						{ value: "ACI", label: "Atelier et chantier d’insertion", count: 1203 },
					]}
				/>
				<RadioGroup
					name="horaires"
					legend="Vos horaires peuvent-ils changer ?"
					selected="oui"
					options={[
						{
							value: "oui",
							label: "Oui, s’il le faut",
							hint: "Nous montrerons ce que cela change.",
						},
						{ value: "non", label: "Non" },
						{ value: "inconnu", label: "Je ne sais pas" },
					]}
				/>
				<Fieldset
					id="jours"
					legend="Jours de passage"
					error="Choisissez au moins un jour, ou « Je ne sais pas »."
				>
					<p className="muted">Lundi au vendredi</p>
				</Fieldset>
			</div>
		</div>
	);
}

export function ActionsSample() {
	return (
		<div className="stack">
			<h2>Actions</h2>
			<div className="cluster">
				<Button size="large">
					<Search aria-hidden /> Voir qui peut répondre
				</Button>
				<Button>Voir les structures</Button>
				<Button variant="secondary">Exporter la liste</Button>
				<Button variant="quiet">Tout replier</Button>
				<Button variant="danger">Effacer ce besoin</Button>
				<Button disabled>Lire le fichier</Button>
			</div>
			<ErrorSummary
				errors={[
					{
						fieldId: "rayon",
						message: "Le rayon est une distance : écrivez un nombre de 1 à 500.",
					},
					{ fieldId: "jours", message: "Choisissez au moins un jour, ou « Je ne sais pas »." },
				]}
			/>
		</div>
	);
}
