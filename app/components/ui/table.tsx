import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export interface Column<Row> {
	/** Unique in the table. */
	key: string;
	header: ReactNode;
	/** The header as plain text, written before the value when the table is stacked on a phone. */
	label?: string | undefined;
	cell: (row: Row) => ReactNode;
	/** Aligned right, with tabular figures. */
	number?: boolean | undefined;
	/** This column names the row. */
	rowHeader?: boolean | undefined;
	/** Colours a cell by its rank, 0 to 4; the value stays written. */
	shade?: ((row: Row) => 0 | 1 | 2 | 3 | 4) | undefined;
}

export interface TableProps<Row> {
	/** Says what the table shows; hidden from sight with `hideCaption` when a heading just said it. */
	caption: ReactNode;
	hideCaption?: boolean | undefined;
	columns: readonly Column<Row>[];
	rows: readonly Row[];
	rowKey: (row: Row) => string;
	/** `stack`: rows become blocks on a phone. `scroll`: the table scrolls sideways. `grid`: scrolls, with cells set apart. */
	narrow?: "stack" | "scroll" | "grid" | undefined;
	compact?: boolean | undefined;
}

/** Roles are written out: CSS that stacks the rows would else take the table away from screen readers. */
export function Table<Row>({
	caption,
	hideCaption,
	columns,
	rows,
	rowKey,
	narrow = "stack",
	compact,
}: TableProps<Row>) {
	const table = (
		<table
			className={classNames(
				"table",
				narrow !== "scroll" && `table--${narrow}`,
				compact && "table--compact",
			)}
			role="table"
		>
			<caption>
				<span className={hideCaption ? "visually-hidden" : undefined}>{caption}</span>
			</caption>
			<thead role="rowgroup">
				<tr role="row">
					{columns.map((column) => (
						<th
							key={column.key}
							scope="col"
							role="columnheader"
							className={column.number ? "number" : undefined}
						>
							{column.header}
						</th>
					))}
				</tr>
			</thead>
			<tbody role="rowgroup">
				{rows.map((row) => (
					<tr key={rowKey(row)} role="row">
						{columns.map((column) => (
							<Cell key={column.key} column={column} row={row} />
						))}
					</tr>
				))}
			</tbody>
		</table>
	);
	if (narrow === "stack") return table;
	// A region that scrolls must be reachable from the keyboard.
	return (
		<section
			className="table-wrap"
			tabIndex={0}
			aria-label={typeof caption === "string" ? caption : "Tableau"}
		>
			{table}
		</section>
	);
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
	const className = column.number ? "number" : undefined;
	if (column.rowHeader) {
		return (
			<th scope="row" role="rowheader" className={className}>
				{column.cell(row)}
			</th>
		);
	}
	const label = column.label ?? (typeof column.header === "string" ? column.header : undefined);
	const shade = column.shade?.(row);
	return (
		<td role="cell" className={className} data-label={label} data-shade={shade || undefined}>
			<span>{column.cell(row)}</span>
		</td>
	);
}
