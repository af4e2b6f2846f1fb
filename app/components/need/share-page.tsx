import { Form } from "@remix-run/react";
import { countOfWord } from "#app/domain/french-format.ts";
import { PageHeader } from "../ui/blocks.tsx";
import { Button, LinkButton } from "../ui/button.tsx";
import { RadioGroup } from "../ui/choices.tsx";
import { TextInput } from "../ui/inputs.tsx";
import { Notice } from "../ui/notice.tsx";
import { Table } from "../ui/table.tsx";
import type { ShareMade, ShareView } from "./server/share-view.server.ts";

/** Links to read a need, that end. */
export function SharePage({ view, made }: { view: ShareView; made: ShareMade | null }) {
	return (
		<div className="page page--narrow stack">
			<PageHeader
				crumbs={[
					{ label: "Vos besoins", to: "/besoins" },
					{ label: view.title, to: `/besoins/${view.id}` },
				]}
				title="Partager ce besoin, à lire seulement"
				lead="Le lien montre le besoin tel qu’il est aujourd’hui. Il s’éteint à une date, et vous pouvez le fermer avant."
			/>
			<Made made={made} />
			{view.ready ? (
				<Form method="post" className="stack">
					<RadioGroup
						name="days"
						legend="Le lien reste ouvert"
						options={view.days.map((days) => ({
							value: String(days),
							label: countOfWord(days, "jour"),
						}))}
						selected={String(view.defaultDays)}
						row
					/>
					<div>
						<Button name="make" value="yes">
							Créer un lien
						</Button>
					</div>
				</Form>
			) : (
				<Notice tone="care" title="Ce besoin n’est pas encore complet">
					<p>Il pourra être partagé dès qu’une prestation et un lieu seront dits.</p>
					<LinkButton to={`/besoins/${view.id}/decrire/relecture`} variant="secondary">
						Compléter le besoin
					</LinkButton>
				</Notice>
			)}
			{view.links.length === 0 ? null : (
				<Form method="post">
					<Table
						caption={
							view.links.length === 1
								? "Un lien est ouvert"
								: `${view.links.length} liens sont ouverts`
						}
						rows={view.links}
						rowKey={(link) => link.id}
						columns={[
							{ key: "made", header: "Créé le", rowHeader: true, cell: (link) => link.made },
							{ key: "until", header: "Ouvert jusqu’au", cell: (link) => link.until },
							{
								key: "close",
								header: <span className="visually-hidden">Fermer</span>,
								label: "",
								cell: (link) => (
									<Button name="close" value={link.id} variant="danger">
										Fermer ce lien <span className="visually-hidden">du {link.made}</span>
									</Button>
								),
							},
						]}
					/>
				</Form>
			)}
		</div>
	);
}

function Made({ made }: { made: ShareMade | null }) {
	if (made === null) return null;
	if (made.kind === "closed") {
		return (
			<Notice tone="success" live title="Le lien est fermé">
				<p>Il ne s’ouvre plus pour personne.</p>
			</Notice>
		);
	}
	return (
		<Notice tone="success" live title={`Le lien est prêt, ouvert jusqu’au ${made.until}`}>
			<TextInput
				name="lien"
				label="Copiez-le maintenant : il ne sera plus affiché"
				defaultValue={made.url}
				key={made.url}
				readOnly
			/>
		</Notice>
	);
}
