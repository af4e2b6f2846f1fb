import type { DataSet, ImportedList } from "#app/components/sources/sources-view.server.ts";
import { EmptyState } from "#app/components/ui/blocks.tsx";
import { Tag } from "#app/components/ui/marks.tsx";
import { type Column, Table } from "#app/components/ui/table.tsx";
import { formatDate, formatNumber } from "#app/domain/french-format.ts";

const UNKNOWN = "non dite";

function Origin({ label, url }: { label: string; url: string | null }) {
	return url === null ? (
		label
	) : (
		<a href={url} rel="noreferrer">
			{label}
		</a>
	);
}

const DATA_SET_COLUMNS: readonly Column<DataSet>[] = [
	{
		key: "label",
		header: "Données",
		rowHeader: true,
		cell: ({ label, note }) => (
			<>
				{label}
				{note === null ? null : <p className="muted source-note">{note}</p>}
			</>
		),
	},
	{
		key: "origin",
		header: "Origine",
		cell: ({ origin, url }) => <Origin label={origin} url={url} />,
	},
	{
		key: "date",
		header: "Date",
		cell: ({ date }) => (date === null ? UNKNOWN : <time dateTime={date}>{formatDate(date)}</time>),
	},
	{ key: "licence", header: "Licence", cell: ({ licence }) => licence },
	{ key: "rows", header: "Lignes", number: true, cell: ({ rows }) => formatNumber(rows) },
];

/** The reference data: places, nomenclatures, our own tables. */
export function DataSets({ dataSets }: { dataSets: readonly DataSet[] }) {
	return (
		<Table
			caption="Données de référence, leur origine, leur date et leur licence"
			hideCaption
			columns={DATA_SET_COLUMNS}
			rows={dataSets}
			rowKey={({ id }) => id}
		/>
	);
}

const LIST_COLUMNS: readonly Column<ImportedList>[] = [
	{
		key: "label",
		header: "Liste",
		rowHeader: true,
		cell: ({ label, url, fictional, attribution }) => (
			<>
				<Origin label={label} url={url} />
				{fictional ? (
					<>
						{" "}
						<Tag tone="amber">structures fictives</Tag>
					</>
				) : null}
				{attribution === null ? null : <p className="muted source-note">{attribution}</p>}
			</>
		),
	},
	{
		key: "date",
		header: "Date de la liste",
		cell: ({ date }) => (date === null ? UNKNOWN : <time dateTime={date}>{formatDate(date)}</time>),
	},
	{ key: "licence", header: "Licence", cell: ({ licence }) => licence ?? UNKNOWN },
	{ key: "rows", header: "Lignes", number: true, cell: ({ rows }) => formatNumber(rows) },
];

/** The lists of suppliers that were taken over. */
export function ImportedLists({ lists }: { lists: readonly ImportedList[] }) {
	if (lists.length === 0) {
		return (
			<EmptyState title="Aucune liste de structures n’est encore dans la base" level={3}>
				<p>Une liste s’ajoute avec la commande « vivier import FICHIER ».</p>
			</EmptyState>
		);
	}
	return (
		<Table
			caption="Listes de structures importées, leur date et leur licence"
			hideCaption
			columns={LIST_COLUMNS}
			rows={lists}
			rowKey={({ id }) => id}
		/>
	);
}
