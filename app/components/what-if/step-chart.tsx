import { Link } from "@remix-run/react";
import { type MouseEvent, useState } from "react";
import { formatNumber } from "#app/domain/french-format.ts";
import type { FactValue } from "#app/domain/match-types.ts";
import type { ValueNames } from "#app/domain/what-if/value-words.ts";
import { pointWords, shortValue } from "./point-words.ts";
import type { ControlView, PointView } from "./types.ts";

/** Height of the drawing, and of the line under which values are written. */
const HEIGHT = 144;
const GROUND = 116;
const TOP = 30;
/** Values nearer than this, in per cent of the width, would be written over each other. */
const APART = 9;
const COUNT_APART = 4;

export interface ChartProps {
	readonly control: ControlView;
	readonly points: readonly PointView[];
	/** What is tried now. */
	readonly value: FactValue;
	readonly names: ValueNames;
	/** Operators at that value, and how many it takes. */
	readonly organisations: number;
	readonly needed: number;
	to(point: PointView): string;
	onPoint(point: PointView): void;
}

/**
 * How many operators remain at each value of a condition: a line with a mark wherever somebody comes in. Drawn without a view box, so that
 * text keeps its size: horizontal places are shares of the width.
 */
export function StepChart({
	control,
	points: marks,
	value,
	names,
	organisations,
	needed,
	to,
	onPoint,
}: ChartProps) {
	const [pointed, setPointed] = useState<PointView | null>(null);
	const scale = scaleOf(control, marks);
	const current = scale?.of(value) ?? null;
	if (scale === null || current === null || marks.length === 0) return null;
	const points = marks.filter((point) => scale.of(point.value) !== null);
	const most = Math.max(needed, organisations, ...points.map((point) => point.organisations), 1);
	const y = (count: number) => GROUND - ((GROUND - TOP) * count) / most;
	const at = (fact: FactValue) => scale.of(fact) ?? 0;
	const asked = at(control.value);
	return (
		<>
			<svg
				className="step-chart"
				width="100%"
				height={HEIGHT}
				role="group"
				aria-label="Opérateurs selon la valeur"
			>
				<line className="step-chart__ground" x1="0" x2="100%" y1={GROUND} y2={GROUND} />
				<line className="step-chart__needed" x1="0" x2="100%" y1={y(needed)} y2={y(needed)} />
				<text className="step-chart__note" x="100%" y={y(needed) - 5} textAnchor="end" aria-hidden>
					il en faut {formatNumber(needed)}
				</text>
				<Steps points={points} from={current} start={organisations} at={at} y={y} />
				<line
					className="step-chart__current"
					x1={share(current)}
					x2={share(current)}
					y1={y(organisations)}
					y2={GROUND}
				/>
				<circle className="step-chart__asked" cx={share(current)} cy={y(organisations)} r="5" />
				<Counts points={points} from={current} start={organisations} at={at} y={y} />
				<ValueLabels points={points} control={control} at={at} asked={asked} />
				{points.map((point) => (
					<Link
						key={JSON.stringify(point.value)}
						to={to(point)}
						className="step-chart__mark"
						aria-label={pointWords(point, control, names)}
						onMouseEnter={() => setPointed(point)}
						onMouseLeave={() => setPointed(null)}
						onFocus={() => setPointed(point)}
						onBlur={() => setPointed(null)}
						onClick={(event: MouseEvent) => {
							event.preventDefault();
							onPoint(point);
						}}
					>
						<circle
							className="step-chart__reach"
							cx={share(at(point.value))}
							cy={y(point.organisations)}
							r="14"
						/>
						<circle
							className="step-chart__dot"
							cx={share(at(point.value))}
							cy={y(point.organisations)}
							r="7"
						/>
					</Link>
				))}
			</svg>
			<p className="step-chart__readout" aria-hidden="true">
				{pointed === null
					? "Chaque marque est une valeur où des structures entrent."
					: pointWords(pointed, control, names)}
			</p>
		</>
	);
}

function share(part: number): string {
	return `${Math.round(part * 1000) / 10}%`;
}

/** The line and its figures: from the value that is tried, with `start` operators, over the marks. */
interface LineProps {
	readonly points: readonly PointView[];
	readonly from: number;
	readonly start: number;
	/** Place of a value, from 0 to 1. */
	at(value: FactValue): number;
	y(count: number): number;
}

/** Texts that do not write over each other: the first ones, then those far enough from them, in per cent of the width. */
function spaced<T extends { readonly x: number }>(texts: readonly T[], apart: number): T[] {
	const written: T[] = [];
	for (const text of texts) {
		if (written.every(({ x }) => Math.abs(x - text.x) >= apart / 100)) written.push(text);
	}
	return written;
}

/** The line: level from one value to the next, then up or down at the mark. */
function Steps({ points, from, start, at, y }: LineProps) {
	const sorted = [...points].sort(
		(a, b) => Math.abs(at(a.value) - from) - Math.abs(at(b.value) - from),
	);
	const last = sorted.at(-1);
	const end = last === undefined ? from : at(last.value) < from ? 0 : 1;
	const stops = [
		{ x: from, count: start },
		...sorted.map((point) => ({ x: at(point.value), count: point.organisations })),
	];
	return (
		<g className="step-chart__steps">
			{stops.map(({ x, count }, index) => {
				const next = stops[index + 1];
				const to = next?.x ?? end;
				return (
					<g key={`${x} ${count}`}>
						<line x1={share(x)} x2={share(to)} y1={y(count)} y2={y(count)} />
						{next === undefined ? null : (
							<line x1={share(to)} x2={share(to)} y1={y(count)} y2={y(next.count)} />
						)}
					</g>
				);
			})}
		</g>
	);
}

/** The number of operators over each mark, where there is room to write it. */
function Counts({ points, from, start, at, y }: LineProps) {
	const counts = spaced(
		[
			{ x: from, count: start },
			...points.map((point) => ({ x: at(point.value), count: point.organisations })),
		],
		COUNT_APART,
	);
	return (
		<g>
			{counts.map(({ x, count }) => (
				<text
					key={x}
					aria-hidden
					className="step-chart__count"
					x={share(x)}
					y={y(count) - 12}
					textAnchor={x > 0.95 ? "end" : x < 0.05 ? "start" : "middle"}
				>
					{formatNumber(count)}
				</text>
			))}
		</g>
	);
}

function ValueLabels({
	points,
	control,
	at,
	asked,
}: {
	points: readonly PointView[];
	control: ControlView;
	at(value: FactValue): number;
	asked: number;
}) {
	const labels = spaced(
		[
			{ x: asked, text: shortValue(control, control.value) },
			...points.map((point) => ({ x: at(point.value), text: shortValue(control, point.value) })),
		],
		APART,
	);
	return (
		<g>
			{labels.map(({ x, text }) => (
				<text
					key={text}
					aria-hidden
					className={x === asked ? "step-chart__value--asked" : undefined}
					x={share(x)}
					y={GROUND + 20}
					textAnchor={x < 0.12 ? "start" : x > 0.88 ? "end" : "middle"}
				>
					{text}
				</text>
			))}
		</g>
	);
}

interface Scale {
	/** From 0 to 1; null for what is no place on it. */
	of(value: FactValue): number | null;
}

/** Whether the values of a condition have an order that can be drawn. */
export function isDrawn({ dial }: ControlView): boolean {
	return dial.kind === "number" || dial.kind === "quantity" || dial.kind === "date";
}

/** Where values stand from left to right; null when the condition has no such order. */
function scaleOf({ dial, value }: ControlView, points: readonly PointView[]): Scale | null {
	if (dial.kind === "date") {
		const days = [value, ...points.map((point) => point.value)].map(dayOf);
		const known = days.filter((day) => day !== null);
		const from = Math.min(...known) - 15;
		return linear(from, Math.max(...known, from + 365) + 15, dayOf);
	}
	if (dial.kind !== "number" && dial.kind !== "quantity") return null;
	return linear(dial.min, dial.max, (one) => {
		if (typeof one === "number") return one;
		const held = one as { amount?: number } | null;
		return typeof held?.amount === "number" ? held.amount : null;
	});
}

function linear(min: number, max: number, read: (value: FactValue) => number | null): Scale {
	return {
		of(value) {
			const number = read(value);
			if (number === null || max <= min) return null;
			return Math.max(0, Math.min(1, (number - min) / (max - min)));
		},
	};
}

function dayOf(value: FactValue): number | null {
	const time = typeof value === "string" ? Date.parse(value) : Number.NaN;
	return Number.isNaN(time) ? null : time / 86_400_000;
}
