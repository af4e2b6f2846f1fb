import { formatWindow } from "#app/domain/french-format.ts";
import type { FactValue } from "#app/domain/match-types.ts";
import type { Window } from "#app/domain/supplier.ts";
import { asWindow } from "#app/domain/what-if/fields.ts";

const DAY = 1440;

/** Hours of a day as a band, from midnight to midnight; in two parts when it goes over. */
export function WindowBand({ value, tone }: { value: FactValue; tone: "asked" | "offered" }) {
	return (
		<svg
			className={`window-band window-band--${tone}`}
			viewBox={`0 0 ${DAY} 100`}
			preserveAspectRatio="none"
			aria-hidden="true"
			focusable="false"
		>
			<rect className="window-band__day" width={DAY} height="100" />
			{[6, 12, 18].map((hour) => (
				<line key={hour} x1={hour * 60} x2={hour * 60} y1="0" y2="100" />
			))}
			{partsOf(value).map(([from, to]) => (
				<rect key={from} className="window-band__hours" x={from} width={to - from} height="100" />
			))}
		</svg>
	);
}

/** « 6 h–8 h », or what stands for no hours. */
export function windowLabel(value: FactValue): string {
	return value === null ? "à toute heure" : formatWindow(asWindow(value));
}

function partsOf(value: FactValue): readonly (readonly [number, number])[] {
	if (value === null) return [[0, DAY]];
	const { from, to } = minutesOf(asWindow(value));
	return from < to
		? [[from, to]]
		: [
				[from, DAY],
				[0, to],
			];
}

function minutesOf({ from, to }: Window) {
	const minutes = (hour: string) => Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3));
	return { from: minutes(from), to: minutes(to) };
}
