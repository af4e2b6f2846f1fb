import type { Verdict } from "#app/domain/vocabulary.ts";

/** The shapes of the map, the same in the drawing, its legend and the moving map: a verdict is never told by colour alone. */
export type MarkShape = Verdict | "dot" | "site" | "area";

export const MARK_WORDS: Record<MarkShape, string> = {
	confirmed: "compatible",
	possible: "à confirmer",
	excluded: "ne correspond pas, en l’état",
	dot: "structure",
	site: "site du besoin",
	area: "zone d’intervention",
};

const RADIUS = 7;

/** One shape, drawn round 0,0. */
export function Mark({ shape }: { shape: MarkShape }) {
	switch (shape) {
		case "confirmed":
			return <circle className="map-mark map-mark--confirmed" r={RADIUS} />;
		case "possible":
			return (
				<g className="map-mark map-mark--possible">
					<circle className="map-mark__ground" r={RADIUS} />
					<path
						className="map-mark__half"
						d={`M0 ${-RADIUS}A${RADIUS} ${RADIUS} 0 0 0 0 ${RADIUS}Z`}
					/>
				</g>
			);
		case "excluded":
			return <circle className="map-mark map-mark--excluded" r={RADIUS - 1} />;
		case "site":
			return <rect className="map-mark map-mark--site" x={-6} y={-6} width={12} height={12} />;
		case "area":
			return (
				<g>
					<circle className="map-ripple" r={8} />
					<circle className="map-ripple map-ripple--inner" r={4} />
				</g>
			);
		case "dot":
			return <circle className="map-mark map-mark--dot" r={6} />;
	}
}

/** What the shapes of this map mean. */
export function MapLegend({
	shapes,
	words,
	note,
}: {
	shapes: readonly MarkShape[];
	/** Other words for a shape, where the map means something else by it. */
	words?: Partial<Record<MarkShape, string>> | undefined;
	note?: string | undefined;
}) {
	return (
		<div className="map-legend">
			<ul className="map-legend__list">
				{shapes.map((shape) => (
					<li key={shape}>
						<svg
							viewBox="-10 -10 20 20"
							width="20"
							height="20"
							aria-hidden="true"
							focusable="false"
						>
							<Mark shape={shape} />
						</svg>
						{words?.[shape] ?? MARK_WORDS[shape]}
					</li>
				))}
			</ul>
			{note === undefined ? null : <p>{note}</p>}
		</div>
	);
}
