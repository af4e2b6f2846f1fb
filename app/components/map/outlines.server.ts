import { type GeoPermissibleObjects, geoPath, geoTransform } from "d3-geo";
import { feature } from "topojson-client";
import { type Box, toPlane } from "./plane.ts";
import type { DepartementTopology } from "./scene.ts";

export interface Outlines {
	/** One SVG file on the plane: `#france` draws all, `#d56` one département. Pages refer to it, browsers keep it. */
	readonly svg: string;
	readonly boxes: ReadonlyMap<string, Box>;
	readonly names: ReadonlyMap<string, string>;
}

/** Draws every département once on the plane of `plane.ts`. */
export function drawOutlines(topology: DepartementTopology): Outlines {
	const boxes = new Map<string, Box>();
	const names = new Map<string, string>();
	const project = geoTransform({
		point(lon, lat) {
			const { x, y } = toPlane({ lat, lon });
			this.stream.point(x, y);
		},
	});
	const path = geoPath(project).digits(1);
	const paths = feature(topology, topology.objects.departements).features.map((outline) => {
		const code = String(outline.id);
		const [[x0, y0], [x1, y1]] = path.bounds(outline);
		boxes.set(code, { x0, y0, x1, y1 });
		names.set(code, outline.properties.name);
		return `<path id="d${code}" vector-effect="non-scaling-stroke" d="${relative(path, outline)}"/>`;
	});
	return {
		svg: `<svg xmlns="http://www.w3.org/2000/svg"><g id="france">${paths.join("")}</g></svg>`,
		boxes,
		names,
	};
}

/** The same path with steps instead of positions: about half the characters. */
function relative(
	path: (object: GeoPermissibleObjects) => string | null,
	outline: GeoPermissibleObjects,
): string {
	const rings = (path(outline) ?? "").split("M").filter(Boolean);
	let from = { x: 0, y: 0 };
	return rings
		.map((ring) => {
			const points = ring.replace("Z", "").split("L").map(tenths);
			const steps = points.map((point, index) => {
				const step = { x: point.x - from.x, y: point.y - from.y };
				from = point;
				return `${index === 0 ? "m" : ""}${step.x / 10} ${step.y / 10}`;
			});
			from = points[0] ?? from;
			return `${steps.join(" ").replaceAll(" -", "-")}z`;
		})
		.join("");
}

/** Counted in tenths of a unit, so that steps add up without drift. */
function tenths(pair: string): { x: number; y: number } {
	const [x = "0", y = "0"] = pair.split(",");
	return { x: Math.round(Number(x) * 10), y: Math.round(Number(y) * 10) };
}
