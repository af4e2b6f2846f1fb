import { Link } from "@remix-run/react";
import { formatNumber } from "#app/domain/french-format.ts";
import { ShapeIcon } from "../ui/marks.tsx";
import { Table } from "../ui/table.tsx";
import type { Matrix, MatrixCell } from "./answer-types.ts";

/** Sites × services: who can take each cell, as it stands. */
export function MatrixFigure({ matrix }: { matrix: Matrix }) {
	const cells = matrix.rows.flatMap((row) => row.cells.filter((cell) => cell !== null));
	const empty = cells.filter((cell) => cell.confirmed + cell.possible === 0).length;
	return (
		<section
			className={matrix.services.length < 3 ? "stack stack--snug matrix--few" : "stack stack--snug"}
			aria-labelledby="matrice"
		>
			<h2 id="matrice">{headingOf(cells.length, empty, matrix.services.length > 1)}</h2>
			<Table
				caption={matrix.services.length > 1 ? "Sites et prestations" : "Site par site"}
				hideCaption
				narrow="grid"
				rows={matrix.rows}
				rowKey={(row) => row.site}
				columns={[
					{
						key: "site",
						header: "Site",
						rowHeader: true,
						cell: (row) => (
							<>
								{row.name}
								{row.place === "" ? null : <span className="muted site-line">{row.place}</span>}
							</>
						),
					},
					...matrix.services.map((service, position) => ({
						key: service.id,
						header: service.label,
						shade: (row: Matrix["rows"][number]) => row.cells[position]?.shade ?? 0,
						cell: (row: Matrix["rows"][number]) => <Cell cell={row.cells[position] ?? null} />,
					})),
				]}
			/>
			<p className="muted cluster">
				<span className="nowrap">
					<ShapeIcon shape="full" /> compatible
				</span>
				<span className="nowrap">
					<ShapeIcon shape="half" /> à confirmer
				</span>
				<span>Plus la case est foncée, plus il y a de structures ; une case ouvre sa liste.</span>
			</p>
		</section>
	);
}

function headingOf(count: number, empty: number, several: boolean): string {
	const one = several ? "Une demande" : "Un site";
	const many = several ? "demandes" : "sites";
	const each = several ? "Chaque demande" : "Chaque site";
	if (empty === 0) return `${each} a au moins une structure en l’état`;
	if (empty === count)
		return `${several ? "Aucune demande" : "Aucun site"} n’a de structure en l’état`;
	return empty === 1
		? `${one} sur ${formatNumber(count)} n’a personne en l’état`
		: `${formatNumber(empty)} ${many} sur ${formatNumber(count)} n’ont personne en l’état`;
}

function Cell({ cell }: { cell: MatrixCell | null }) {
	if (cell === null) return <span className="muted">non demandé</span>;
	const able = cell.confirmed + cell.possible;
	return (
		<Link to={cell.to} aria-current={cell.current ? "true" : undefined}>
			{able === 0 ? (
				<span>personne</span>
			) : (
				<span className="matrix__counts">
					{cell.confirmed > 0 ? (
						<span>
							<ShapeIcon shape="full" /> {formatNumber(cell.confirmed)}
							<span className="visually-hidden"> compatibles</span>
						</span>
					) : null}
					{cell.possible > 0 ? (
						<span>
							<ShapeIcon shape="half" /> {formatNumber(cell.possible)}
							<span className="visually-hidden"> à confirmer</span>
						</span>
					) : null}
				</span>
			)}
			<span className="muted">{formatNumber(cell.theoretical)} en théorie</span>
		</Link>
	);
}
