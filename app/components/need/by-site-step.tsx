import { Form, Link } from "@remix-run/react";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/choices.tsx";
import { TextInput } from "../ui/inputs.tsx";
import { LinkTabs, Pagination } from "../ui/navigation.tsx";
import { Table } from "../ui/table.tsx";
import { DescribePage } from "./describe-page.tsx";
import type { DescribeView, SitesBody } from "./view-types.ts";

type Row = SitesBody["rows"][number];

const FIELDS = [
	{ name: "days", label: "Jours par semaine", width: "short" },
	{ name: "window", label: "Horaires", width: "medium" },
	{ name: "quantity", label: "Quantité", width: "medium" },
	{ name: "amount", label: "Montant annuel HT", width: "short" },
] as const;

/** What changes from one site to another, for one service: an empty field means « comme l’ensemble ». */
export function BySiteStep({ view, body }: { view: DescribeView; body: SitesBody }) {
	const here = `/besoins/${view.id}/decrire/sites`;
	return (
		<DescribePage
			view={view}
			wide
			question="Qu’est-ce qui change d’un site à l’autre ?"
			lead={
				body.common === ""
					? "Une case vide veut dire : rien de particulier pour ce site."
					: `Une case vide veut dire : comme l’ensemble (${body.common}).`
			}
		>
			{body.services.length > 1 ? (
				<LinkTabs
					label="Prestations"
					tabs={body.services.map(({ id, label, to }) => ({
						label,
						to,
						current: id === body.service.id,
					}))}
				/>
			) : null}
			<Form
				method="post"
				action={here}
				className="stack"
				noValidate
				key={`${body.service.id}${body.page}`}
			>
				<input type="hidden" name="service" value={body.service.id} />
				<input type="hidden" name="return" value={view.query} />
				<Table
					caption={`${body.service.label}, site par site`}
					narrow="stack"
					compact
					rows={body.rows}
					rowKey={(row) => row.id}
					columns={[
						{
							key: "site",
							header: "Site",
							rowHeader: true,
							cell: (row) => (
								<>
									{row.name}
									<span className="muted site-line"> {row.commune}</span>
									<input type="hidden" name="site" value={row.id} />
								</>
							),
						},
						{
							key: "asked",
							header: "Demandé",
							cell: (row) => (
								<Checkbox
									name={`asked:${row.id}`}
									value="yes"
									label={<span className="visually-hidden">Demandé à {row.name}</span>}
									defaultChecked={row.asked}
								/>
							),
						},
						...FIELDS.map((field) => ({
							key: field.name,
							header:
								field.name === "quantity" && body.unitWords !== ""
									? `Quantité (${body.unitWords})`
									: field.label,
							label: field.label,
							cell: (row: Row) => <SiteField row={row} field={field} />,
						})),
						{
							key: "more",
							header: <span className="visually-hidden">Plus</span>,
							label: "",
							cell: (row) => (
								<Link to={row.to} className="target">
									Détail <span className="visually-hidden">de ce que demande {row.name}</span>
								</Link>
							),
						},
					]}
				/>
				<Pagination
					page={body.page}
					pageCount={body.pageCount}
					to={(page) => `${here}?prestation=${body.service.id}&page=${page}`}
				/>
				<div className="form-actions">
					<Button name="go" value="next">
						Enregistrer
					</Button>
					{view.ready ? (
						<Button name="go" value="answer" variant="secondary">
							Voir la réponse
						</Button>
					) : null}
				</div>
			</Form>
		</DescribePage>
	);
}

function SiteField({ row, field }: { row: Row; field: (typeof FIELDS)[number] }) {
	return (
		<TextInput
			name={`${field.name}:${row.id}`}
			label={`${field.label}, ${row.name}`}
			hideLabel
			width={field.width}
			defaultValue={row.conditions[field.name] ?? ""}
			error={row.errors[field.name]}
			autoComplete="off"
		/>
	);
}
