import { Link } from "@remix-run/react";
import { formatNumber } from "#app/domain/french-format.ts";
import { Bar } from "../ui/figures.tsx";
import { Table } from "../ui/table.tsx";
import type { AnswerView, FunnelLine } from "./answer-types.ts";

/** The funnel: a picture of bars that is also a table of figures. */
export function FunnelFigure({ view }: { view: AnswerView }) {
	const { lines, widest, quiet } = view.funnel;
	return (
		<section className="stack stack--snug funnel" aria-labelledby="entonnoir">
			<h2 id="entonnoir">Ce qui reste, condition après condition</h2>
			<Table
				caption="Structures qui restent après chaque condition"
				hideCaption
				compact
				rows={lines}
				rowKey={(line) => line.check}
				columns={[
					{
						key: "label",
						header: "Condition",
						rowHeader: true,
						cell: (line) => <Condition line={line} />,
					},
					{
						key: "bar",
						header: <span className="visually-hidden">Dessin</span>,
						label: "",
						cell: (line) => <Bar value={line.remaining} max={widest} lost={line.removed} />,
					},
					{
						key: "remaining",
						header: "Restent",
						number: true,
						cell: (line) => <strong>{formatNumber(line.remaining)}</strong>,
					},
					{
						key: "removed",
						header: "Écartées",
						number: true,
						cell: (line) => <Removed line={line} />,
					},
					{
						key: "alone",
						header: "Par elle seule",
						number: true,
						cell: (line) => (line.removedAlone > 0 ? formatNumber(line.removedAlone) : ""),
					},
				]}
			/>
			{quiet === null ? null : <p className="muted">{quiet}</p>}
			<p className="muted">
				« Par elle seule » : les structures que cette seule condition écarte, et qui conviendraient
				sans elle.
			</p>
		</section>
	);
}

function Condition({ line }: { line: FunnelLine }) {
	return (
		<>
			{line.label}
			{line.asked === "" ? null : <span className="funnel__asked">{line.asked}</span>}
			{line.edit === null || line.removed === 0 ? null : (
				<Link to={line.edit} className="funnel__edit no-print">
					Modifier <span className="visually-hidden">{line.label}</span>
				</Link>
			)}
		</>
	);
}

function Removed({ line }: { line: FunnelLine }) {
	if (line.removed === 0) return null;
	const text = `−${formatNumber(line.removed)}`;
	if (line.to === null) return <>{text}</>;
	return (
		<Link to={line.to} aria-current={line.current ? "true" : undefined} className="target">
			{text} <span className="visually-hidden">écartées par {line.label} : voir lesquelles</span>
		</Link>
	);
}
