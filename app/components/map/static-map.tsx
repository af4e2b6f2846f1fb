import { Mark } from "./marks.tsx";
import type { Box } from "./plane.ts";
import type { MapScene, SceneArea, SceneFrame, SceneMark, SceneTown } from "./scene.ts";

/** The map as the server draws it: readable and printable without any script. */
export function StaticMap({ scene, label }: { scene: MapScene; label: string }) {
	return (
		<svg
			className="map__drawing"
			viewBox={`0 0 ${scene.width} ${scene.height}`}
			role="img"
			aria-label={label}
		>
			{scene.frames.map((frame) => (
				<FrameGround key={frame.id} frame={frame} scene={scene} />
			))}
			{scene.areas.map((area) => (
				<AreaShape key={areaKey(area)} area={area} />
			))}
			{scene.towns.map((town) => (
				<TownName key={`${town.name} ${town.x}`} town={town} />
			))}
			{scene.marks.map((mark) => (
				<MarkShape key={mark.id} mark={mark} />
			))}
			{scene.frames.map((frame) => (
				<ScaleBar key={frame.id} frame={frame} height={scene.height} />
			))}
		</svg>
	);
}

function FrameGround({ frame, scene }: { frame: SceneFrame; scene: MapScene }) {
	const zones = scene.areas.flatMap((area) => (area.type === "departements" ? area.codes : []));
	return (
		<>
			<svg
				aria-hidden="true"
				x={frame.x}
				y={frame.y}
				width={frame.width}
				height={frame.height}
				viewBox={viewBoxOf(frame.box)}
			>
				<use className="map-land" href={`${scene.outlinesUrl}#france`} />
				{zones.map((code) => (
					<use key={code} className="map-zone" href={`${scene.outlinesUrl}#d${code}`} />
				))}
			</svg>
			{frame.label === null ? null : (
				<>
					<rect
						className="map-inset"
						x={frame.x}
						y={frame.y}
						width={frame.width}
						height={frame.height}
					/>
					<text className="map-inset__name" x={frame.x + 4} y={frame.y + 12}>
						{frame.label}
					</text>
				</>
			)}
		</>
	);
}

export function viewBoxOf({ x0, y0, x1, y1 }: Box): string {
	return [x0, y0, x1 - x0, y1 - y0].map((value) => Math.round(value * 100) / 100).join(" ");
}

function areaKey(area: SceneArea): string {
	if (area.type === "departements") return area.codes.join(" ");
	return area.type === "hull" ? area.d : `${area.x} ${area.y} ${area.radius}`;
}

/** A circle served is a ripple: its edge and two fainter rings inside. */
function AreaShape({ area }: { area: SceneArea }) {
	if (area.type === "departements") return null;
	if (area.type === "hull") return <path className="map-zone" d={area.d} />;
	return (
		<g>
			<circle className="map-ripple" cx={area.x} cy={area.y} r={area.radius} />
			<circle
				className="map-ripple map-ripple--inner"
				cx={area.x}
				cy={area.y}
				r={area.radius * 0.66}
			/>
			<circle
				className="map-ripple map-ripple--inner"
				cx={area.x}
				cy={area.y}
				r={area.radius * 0.33}
			/>
		</g>
	);
}

function TownName({ town }: { town: SceneTown }) {
	return (
		<g className="map-town">
			<circle cx={town.x} cy={town.y} r="2" />
			<text
				x={town.x + (town.before ? -6 : 6)}
				y={town.y + 4}
				textAnchor={town.before ? "end" : "start"}
			>
				{town.name}
			</text>
		</g>
	);
}

/** Radius of a circle that stands for several dots: grows slowly with their number. */
export function clusterRadius(count: number): number {
	return Math.round(Math.min(24, 9 + 2.2 * Math.log2(count)));
}

function MarkShape({ mark }: { mark: SceneMark }) {
	return (
		<g transform={`translate(${mark.x} ${mark.y})`}>
			{mark.type === "cluster" ? (
				<>
					<circle className="map-cluster" r={clusterRadius(mark.count)} />
					<text className="map-cluster__count" textAnchor="middle" dy="0.35em">
						{mark.count}
					</text>
				</>
			) : (
				<Mark shape={mark.type === "site" ? "site" : (mark.verdict ?? "dot")} />
			)}
		</g>
	);
}

function ScaleBar({ frame, height }: { frame: SceneFrame; height: number }) {
	if (frame.scaleKm === null) return null;
	const right = frame.x + frame.width - 12;
	return (
		<g className="map-scale">
			<path d={`M${right - frame.scaleWidth} ${height - 18}v6h${frame.scaleWidth}v-6`} />
			<text x={right} y={height - 22} textAnchor="end">
				{`${frame.scaleKm.toLocaleString("fr-FR")}\u202fkm`}
			</text>
		</g>
	);
}
