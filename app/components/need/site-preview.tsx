import { Form, Link } from "@remix-run/react";
import { OctagonAlert } from "lucide-react";
import { Button } from "../ui/button.tsx";
import { Select } from "../ui/inputs.tsx";
import { Pagination } from "../ui/navigation.tsx";
import { Notice } from "../ui/notice.tsx";
import { Table } from "../ui/table.tsx";
import type { DescribeView, OuBody, SiteRowView } from "./view-types.ts";

/** The sites as they were understood, each with its commune, what it asks, and what is wrong. */
export function SitePreview({ view, body }: { view: DescribeView; body: OuBody }) {
	const here = `/besoins/${view.id}/decrire/ou`;
	const wrong = body.rows.filter((row) => row.messages.some((message) => message.wrong)).length;
	return (
		<div className="stack">
			{body.ignoredColumns.length === 0 ? null : (
				<Notice tone="care" title="Colonnes non utilisées">
					<p>
						{body.ignoredColumns.map((column) => `« ${column} »`).join(", ")} : leur titre ne
						désigne rien que Vivier connaisse. Renommez-les dans le tableau si elles comptent.
					</p>
				</Notice>
			)}
			<Table
				caption={wrong === 0 ? "Vos sites" : `Vos sites, ${wrong} à corriger`}
				rows={body.rows}
				rowKey={(row) => row.id}
				columns={[
					{ key: "name", header: "Site", rowHeader: true, cell: (row) => <SiteName row={row} /> },
					{
						key: "commune",
						header: "Commune",
						cell: (row) => <CommuneCell row={row} here={here} query={view.query} />,
					},
					{ key: "asks", header: "Ce qu’il demande", cell: (row) => row.asks },
					{
						key: "actions",
						header: <span className="visually-hidden">Actions</span>,
						label: "",
						cell: (row) => (
							<div className="cluster cluster--tight">
								<Link to={`${here}?site=${row.id}`} className="target">
									Modifier <span className="visually-hidden">{row.name}</span>
								</Link>
								<Form method="post" action={here}>
									<input type="hidden" name="return" value={view.query} />
									<Button name="remove" value={row.id} variant="quiet">
										Retirer <span className="visually-hidden">{row.name}</span>
									</Button>
								</Form>
							</div>
						),
					},
				]}
			/>
			<Pagination
				page={body.page}
				pageCount={body.pageCount}
				to={(page) => `${here}?par=sites&page=${page}`}
				label="Pages de sites"
			/>
		</div>
	);
}

function SiteName({ row }: { row: SiteRowView }) {
	return (
		<span id={`site-${row.id}`}>
			{row.name}
			{row.line === null ? null : <span className="muted site-line"> ligne {row.line}</span>}
		</span>
	);
}

function CommuneCell({ row, here, query }: { row: SiteRowView; here: string; query: string }) {
	return (
		<div className="stack stack--tight">
			{row.commune === null ? null : <span>{row.commune}</span>}
			{row.messages.map((message) =>
				message.wrong ? (
					<p key={message.text} className="field__error">
						<OctagonAlert aria-hidden />
						<span>{message.text}</span>
					</p>
				) : (
					<p key={message.text} className="muted">
						{message.text}
					</p>
				),
			)}
			{row.choices.length === 0 ? null : (
				<Form method="post" action={here} className="cluster">
					<input type="hidden" name="kind" value="commune" />
					<input type="hidden" name="site" value={row.id} />
					<input type="hidden" name="return" value={query} />
					<Select
						name="insee"
						id={`insee-${row.id}`}
						label={`Commune de ${row.name}`}
						hideLabel
						options={row.choices.map((choice) => ({ value: choice.code, label: choice.label }))}
					/>
					<Button variant="secondary">Choisir</Button>
				</Form>
			)}
		</div>
	);
}
