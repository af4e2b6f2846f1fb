import { Form } from "@remix-run/react";
import { countOfWord, formatNumber } from "#app/domain/french-format.ts";
import { PlaceInput } from "../directory/place-input.tsx";
import { Button } from "../ui/button.tsx";
import { RadioGroup } from "../ui/choices.tsx";
import { Details } from "../ui/details.tsx";
import { FileInput, Select, TextArea, TextInput } from "../ui/inputs.tsx";
import { LinkTabs } from "../ui/navigation.tsx";
import { Notice } from "../ui/notice.tsx";
import { DescribePage, StepForm } from "./describe-page.tsx";
import { SitePreview } from "./site-preview.tsx";
import type { DescribeView, OuBody } from "./view-types.ts";

interface StepProps {
	view: DescribeView;
	body: OuBody;
}

/** Where: a table of sites, sites one by one, or a whole territory. */
export function PlacesStep({ view, body }: StepProps) {
	const here = `/besoins/${view.id}/decrire/ou`;
	const overZone = body.where === "zone";
	return (
		<DescribePage view={view} question={questionOf(body)} lead={leadOf(body)}>
			<LinkTabs
				label="Manières de dire où"
				tabs={[
					...(body.siteCount > 0 && !overZone
						? [
								{
									label: "Vos sites",
									to: `${here}?par=sites`,
									current: body.mode === "list",
									count: body.siteCount,
								},
							]
						: []),
					{ label: "Tableau", to: `${here}?par=tableau`, current: body.mode === "table" },
					{ label: "Site par site", to: `${here}?par=site`, current: body.mode === "site" },
					{
						label: "Tout un territoire",
						to: `${here}?par=territoire`,
						current: body.mode === "zone",
					},
				]}
			/>
			<ModeBody view={view} body={body} />
		</DescribePage>
	);
}

function questionOf({ mode, siteCount, where, zone }: OuBody): string {
	if (mode === "list") return `${countOfWord(siteCount, "site")} : est-ce juste ?`;
	if (mode === "zone" && where === "zone" && zone.name !== null)
		return `Sur tout le territoire : ${zone.name}`;
	return "Où en avez-vous besoin ?";
}

function leadOf({ mode }: OuBody): string {
	if (mode === "table")
		return "Un tableau dit tout d’un coup : une ligne par site, avec sa commune.";
	if (mode === "zone")
		return "Quand les sites ne sont pas encore connus, ou que le besoin couvre un territoire entier.";
	if (mode === "site") return "Le nom de la commune suffit.";
	return "Vérifiez la commune de chaque site : c’est elle qui décide qui peut venir.";
}

function ModeBody({ view, body }: StepProps) {
	switch (body.mode) {
		case "table":
			return <TableMode view={view} body={body} />;
		case "site":
			return <SiteMode view={view} body={body} />;
		case "zone":
			return <ZoneMode view={view} body={body} />;
		default:
			return (
				<>
					<SitePreview view={view} body={body} />
					<StepForm view={view}>{null}</StepForm>
				</>
			);
	}
}

function TableMode({ view, body }: StepProps) {
	const several = body.services.length > 1;
	return (
		<>
			{body.pastedProblems.length === 0 ? null : (
				<Notice tone="error" title="Ce tableau ne peut pas encore être pris">
					<ul>
						{body.pastedProblems.slice(0, 20).map((one) => (
							<li key={one.message}>{one.message}</li>
						))}
					</ul>
				</Notice>
			)}
			<StepForm view={view} upload>
				<input type="hidden" name="kind" value="table" />
				<TextArea
					name="table"
					label="Collez votre tableau"
					hint="Depuis un tableur, avec sa ligne de titres : site, commune, quantité, jours, horaires, montant… Une simple liste de communes convient aussi."
					rows={8}
					wrap="off"
					spellCheck={false}
					defaultValue={body.sheet}
					key={body.sheet}
				/>
				<Details summary="Ou envoyer un fichier XLSX ou CSV" open={body.uploadProblem !== ""}>
					<FileInput
						name="file"
						label="Fichier"
						hint="12 Mo au plus. La première feuille est lue ; elle remplace le tableau ci-dessus."
						error={body.uploadProblem || undefined}
						accept=".xlsx,.csv,.tsv,.txt,text/csv"
					/>
				</Details>
				{several ? (
					<Select
						name="about"
						label="Prestation décrite par ce tableau"
						options={[
							{ value: "", label: "La colonne « Prestation » le dit" },
							...body.services.map(({ id, label }) => ({ value: id, label })),
						]}
						defaultValue={body.pastedAbout}
					/>
				) : null}
				{body.siteCount > 0 ? (
					<RadioGroup
						name="mode"
						legend="Vos sites actuels"
						options={[
							{
								value: "replace",
								label: `Remplacer les ${formatNumber(body.siteCount)} sites actuels`,
							},
							{ value: "append", label: "Les garder et ajouter ceux-ci" },
						]}
						selected="replace"
						row
					/>
				) : null}
				<p>
					<a href="/besoins/modele-sites.csv" download>
						Télécharger un modèle de tableau (CSV)
					</a>
				</p>
			</StepForm>
		</>
	);
}

function SiteMode({ view, body }: StepProps) {
	const { site } = body;
	return (
		<>
			<Form method="post" className="stack" key={`${site?.id}${body.siteCount}`} noValidate>
				<input type="hidden" name="kind" value="site" />
				<input type="hidden" name="return" value="?par=sites" />
				{site ? <input type="hidden" name="id" value={site.id} /> : null}
				<TextInput
					name="label"
					label="Nom du site"
					optional
					defaultValue={site?.label ?? ""}
					autoComplete="off"
				/>
				<PlaceInput
					name="place"
					label="Commune"
					hint="Nom, ou nom et code postal : « Vannes », « Saint-Denis 93200 »."
					width="medium"
					defaultValue={site?.place ?? ""}
					error={site ? view.errors[`site-${site.id}`] : undefined}
					communesOnly
				/>
				<TextInput
					name="address"
					label="Adresse"
					optional
					defaultValue={site?.address ?? ""}
					autoComplete="off"
				/>
				<div className="form-actions">
					<Button name="go" value="stay">
						{site ? "Enregistrer ce site" : "Ajouter ce site"}
					</Button>
				</div>
			</Form>
			{body.siteCount > 0 ? <StepForm view={view}>{null}</StepForm> : null}
		</>
	);
}

function ZoneMode({ view, body }: StepProps) {
	const { zone, zoneChoices } = body;
	return (
		<StepForm view={view} key={`${zone.text}${zone.name}`}>
			<input type="hidden" name="kind" value="zone" />
			<PlaceInput
				name="zoneText"
				label="Commune, intercommunalité, département ou région"
				hint="Par exemple « Morbihan », « Rennes Métropole », « Bretagne »."
				width="medium"
				defaultValue={zone.text}
				error={view.errors["zone"]}
			/>
			{zone.name !== null && zone.communes !== null ? (
				<Notice tone="success" title={zone.name}>
					<p>
						{formatNumber(zone.communes)} {zone.communes > 1 ? "communes" : "commune"}. La réponse
						dira qui couvre tout le territoire, et qui n’en couvre qu’une part.
					</p>
				</Notice>
			) : null}
			{zoneChoices.length > 0 ? (
				<RadioGroup
					name="zone"
					legend={`Lequel est-ce, pour « ${zone.text} » ?`}
					options={zoneChoices.map((choice) => ({ value: choice.zone, label: choice.label }))}
					selected={null}
				/>
			) : null}
		</StepForm>
	);
}
