import type { ReactNode } from "react";
import type { ChoroplethScene } from "./choropleth-build.ts";
import { classWords } from "./shades.ts";
import { viewBoxOf } from "./static-map.tsx";

/** France by département, each shaded by its count. The figures stand in a table beside: `children`. */
export function Choropleth({
	scene,
	label,
	unit,
	none,
	children,
}: {
	scene: ChoroplethScene;
	/** One sentence that says what the map shows. */
	label: string;
	/** What is counted, in the plural. */
	unit: string;
	/** What the lightest shade means. */
	none: string;
	children?: ReactNode;
}) {
	return (
		<figure className="map">
			<div className="map__canvas">
				<svg
					className="map__drawing map-shades"
					viewBox={`0 0 ${scene.width} ${scene.height}`}
					role="img"
					aria-label={label}
				>
					{scene.frames.map((frame) => (
						<svg
							key={frame.id}
							aria-hidden="true"
							x={frame.x}
							y={frame.y}
							width={frame.width}
							height={frame.height}
							viewBox={viewBoxOf(frame.box)}
						>
							{frame.codes.map((code) => (
								<use
									key={code}
									href={`${scene.outlinesUrl}#d${code}`}
									className={`map-shade-${scene.shades[code] ?? 0}`}
								/>
							))}
						</svg>
					))}
					{scene.frames.map((frame) =>
						frame.label === null ? null : (
							<g key={frame.id}>
								<rect
									className="map-inset"
									x={frame.x}
									y={frame.y}
									width={frame.width}
									height={frame.height}
								/>
								<text className="map-inset__name" x={frame.x + 4} y={frame.y - 4}>
									{frame.label}
								</text>
							</g>
						),
					)}
				</svg>
			</div>
			<figcaption>
				<div className="map-legend">
					<p>{unit}</p>
					<ul className="map-legend__list">
						<Swatch shade={0} words={none} />
						{scene.classes.map((one) => (
							<Swatch key={one.shade} shade={one.shade} words={classWords(one)} />
						))}
					</ul>
				</div>
				{children}
			</figcaption>
		</figure>
	);
}

function Swatch({ shade, words }: { shade: number; words: string }) {
	return (
		<li>
			<svg className="map-legend__swatch" viewBox="0 0 24 16" aria-hidden="true" focusable="false">
				<rect className={`map-shade-${shade}`} x="0.5" y="0.5" width="23" height="15" />
			</svg>
			{words}
		</li>
	);
}
