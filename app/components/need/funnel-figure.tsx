import { Link } from "@remix-run/react";
import { formatNumber } from "#app/domain/french-format.ts";
import { Bar } from "../ui/figures.tsx";
import type { AnswerView, FunnelLine } from "./answer-types.ts";

/** The funnel: a picture of bars that is also a table of figures. On a phone each row folds in two lines. */
export function FunnelFigure({ view }: { view: AnswerView }) {
	const { lines, widest, quiet } = view.funnel;
	return (
		<section className="stack stack--snug" aria-labelledby="entonnoir">
			<h2 id="entonnoir">Ce qui reste, condition après condition</h2>
			<table className="funnel" role="table">
				<caption className="visually-hidden">
					Structures qui restent après chaque condition, et celles que chacune écarte
				</caption>
				<thead role="rowgroup">
					<tr role="row">
						<th scope="col" role="columnheader">
							Condition
						</th>
						<th scope="col" role="columnheader">
							Restent
						</th>
						<th scope="col" role="columnheader">
							Écartées
						</th>
					</tr>
				</thead>
				<tbody role="rowgroup">
					{lines.map((line) => (
						<FunnelRow key={line.check} line={line} widest={widest} />
					))}
				</tbody>
			</table>
			{quiet === null ? null : <p className="muted">{quiet}</p>}
		</section>
	);
}

function FunnelRow({ line, widest }: { line: FunnelLine; widest: number }) {
	return (
		<tr role="row" className={line.current ? "funnel__row funnel__row--current" : "funnel__row"}>
			<th scope="row" role="rowheader" className="funnel__condition">
				{line.label}
				<span className="funnel__asked">
					{line.asked}{" "}
					{line.edit === null || line.removed === 0 ? null : (
						<Link to={line.edit} className="target no-print">
							Modifier <span className="visually-hidden">{line.label}</span>
						</Link>
					)}
				</span>
			</th>
			<td role="cell" className="funnel__remaining">
				<div className="funnel__bar">
					<Bar value={line.remaining} max={widest} lost={line.removed} />
					<strong>{formatNumber(line.remaining)}</strong>
				</div>
			</td>
			<td role="cell" className="funnel__removed">
				<Removed line={line} />
			</td>
		</tr>
	);
}

function Removed({ line }: { line: FunnelLine }) {
	if (line.removed === 0) return null;
	const text = `−${formatNumber(line.removed)}`;
	return (
		<>
			{line.to === null ? (
				text
			) : (
				<Link to={line.to} aria-current={line.current ? "true" : undefined} className="target">
					{text}
					<span className="visually-hidden">{"\u202f"}: voir lesquelles</span>
				</Link>
			)}
			{line.removedAlone > 0 ? (
				<span className="funnel__alone">
					{formatNumber(line.removedAlone)}{" "}
					{line.removedAlone > 1 ? "reviendraient" : "reviendrait"} sans elle
				</span>
			) : null}
		</>
	);
}
