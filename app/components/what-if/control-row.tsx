import { Link } from "@remix-run/react";
import type { MouseEvent } from "react";
import { countOfWord } from "#app/domain/french-format.ts";
import { CHECK_LABELS } from "#app/domain/french-labels.ts";
import { sameValue } from "#app/domain/relax/fact-values.ts";
import { turned, valueAfter } from "#app/domain/what-if/fields.ts";
import { type ValueNames, valueWords } from "#app/domain/what-if/value-words.ts";
import { Button } from "../ui/button.tsx";
import { Details } from "../ui/details.tsx";
import { DialFields } from "./dials.tsx";
import { NameList } from "./name-list.tsx";
import { operators, pointValue } from "./point-words.ts";
import { isDrawn, StepChart } from "./step-chart.tsx";
import type { ControlView, PointView, WhatIfView } from "./types.ts";
import type { WhatIf } from "./use-what-if.ts";
import { variantAddress } from "./variant-address.ts";
import { WindowBand, windowLabel } from "./window-chart.tsx";

export interface RowProps {
	readonly control: ControlView;
	readonly view: WhatIfView;
	readonly whatIf: WhatIf;
	readonly names: ValueNames;
	readonly live: boolean;
}

/** What a condition is called where it can be turned. */
export function controlLabel({ check }: Pick<ControlView, "check">): string {
	if (check === "consortia") return "Groupements";
	return check === "leadTime" ? "Date de début" : CHECK_LABELS[check];
}

/** One condition: its field, and what each of its values would bring. */
export function ControlRow(props: RowProps) {
	const { control, view, whatIf, names, live } = props;
	const value = valueAfter(control, whatIf.log);
	const changed = !sameValue(value, control.value);
	const points = whatIf.detail.marks[control.name] ?? [];
	const labelId = `et-si-${control.name}`;
	const service = view.services.find(({ id }) => id === control.service);
	return (
		<div
			className={changed ? "control control--changed" : "control"}
			role="group"
			aria-labelledby={labelId}
		>
			<div className="control__head">
				<h4 id={labelId}>
					{controlLabel(control)}
					{service === undefined ? null : (
						<span className="control__service"> {service.label}</span>
					)}
				</h4>
				<p className="muted">
					demandé : {control.spread || valueWords(control.check, control.value, names)}
					{control.removes > 0 ? ` · écarte ${countOfWord(control.removes, "structure")}` : ""}
				</p>
			</div>
			<StepChart
				control={control}
				points={points}
				value={value}
				names={names}
				organisations={whatIf.detail.standing.organisations}
				needed={view.base.minCompetition}
				to={(point) => variantAddress(view, [...whatIf.log, point.edit])}
				onPoint={(point) => whatIf.attempt(point.edit)}
			/>
			<div className="dial">
				<DialFields
					control={control}
					value={value}
					names={names}
					live={live}
					labelId={labelId}
					onTurn={(next) => whatIf.attempt(turned(control, next))}
				/>
				{control.dial.kind === "window" && points.length > 0 ? (
					<WindowBand value={value} tone="asked" />
				) : null}
				<noscript>
					<Button variant="secondary">
						Voir l’effet <span className="visually-hidden">de {controlLabel(control)}</span>
					</Button>
				</noscript>
			</div>
			<Points {...props} points={points} />
		</div>
	);
}

/** How many marks are told before the rest unfolds. */
const FIRST = 3;

/** The same marks as text, each a way to try it. A drawing shows them all already: its text unfolds. */
function Points(props: RowProps & { points: readonly PointView[] }) {
	const { control, names, points } = props;
	if (points.length === 0) return null;
	const list = (some: readonly PointView[]) => (
		<ul className="points" role="list">
			{some.map((point) => (
				<Point key={pointValue(point, control, names)} point={point} {...props} />
			))}
		</ul>
	);
	const shown = isDrawn(control) ? 0 : FIRST;
	const others = points.slice(shown);
	return (
		<div>
			{shown === 0 ? null : list(points.slice(0, shown))}
			{others.length === 0 ? null : (
				<Details
					summary={shown === 0 ? "Qui entre, et à quelle valeur" : "Les autres valeurs"}
					meta={countOfWord(others.length, "valeur")}
				>
					{list(others)}
				</Details>
			)}
		</div>
	);
}

function Point({ point, control, view, whatIf, names }: RowProps & { point: PointView }) {
	const isWindow = control.dial.kind === "window";
	return (
		<li className="point">
			<div className="point__head">
				<Link
					to={variantAddress(view, [...whatIf.log, point.edit])}
					className="target"
					onClick={(event: MouseEvent) => {
						event.preventDefault();
						whatIf.attempt(point.edit);
					}}
				>
					<span className="visually-hidden">{controlLabel(control)} : </span>
					{isWindow ? windowLabel(point.value) : pointValue(point, control, names)}
				</Link>
				<strong className="figures">{operators(point)}</strong>
			</div>
			{isWindow ? <WindowBand value={point.value} tone="offered" /> : null}
			<PointNames verb={["entre", "entrent"]} people={point.gained} />
			<PointNames verb={["sort", "sortent"]} people={point.lost} />
		</li>
	);
}

function PointNames({
	verb: [one, many],
	people,
}: {
	verb: readonly [string, string];
	people: readonly string[];
}) {
	if (people.length === 0) return null;
	return (
		<div>
			<span className="muted">{people.length > 1 ? many : one} </span>
			<NameList names={people} />
		</div>
	);
}
