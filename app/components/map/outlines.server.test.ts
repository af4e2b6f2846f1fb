import { expect, test } from "vitest";
import { drawOutlines } from "./outlines.server.ts";
import { toPlane } from "./plane.ts";
import type { DepartementTopology } from "./scene.ts";

/** A square of one degree near Vannes, said to be the Morbihan. */
const SQUARE: DepartementTopology = {
	type: "Topology",
	arcs: [
		[
			[-3, 47],
			[-3, 48],
			[-2, 48],
			[-2, 47],
			[-3, 47],
		],
	],
	objects: {
		departements: {
			type: "GeometryCollection",
			geometries: [{ type: "Polygon", id: "56", properties: { name: "Morbihan" }, arcs: [[0]] }],
		},
	},
};

test("each département is a shape named by its code, with its name and box", () => {
	const outlines = drawOutlines(SQUARE);
	expect(outlines.svg).toContain('<path id="d56"');
	expect(outlines.names.get("56")).toBe("Morbihan");
	const box = outlines.boxes.get("56");
	expect(box?.x0).toBeCloseTo(toPlane({ lat: 47, lon: -3 }).x, 3);
	expect(box?.y0).toBeCloseTo(toPlane({ lat: 48, lon: -3 }).y, 3);
});

test("the steps of an outline come back to where it starts", () => {
	const d = /d="m([^"]+)z"/.exec(drawOutlines(SQUARE).svg)?.[1] ?? "";
	const numbers = d.match(/-?\d+(\.\d+)?/g)?.map(Number) ?? [];
	const x = numbers.filter((_, index) => index % 2 === 0);
	expect(numbers.length % 2).toBe(0);
	expect(x[0]).toBeCloseTo(250, 1);
	expect(Math.abs(x.slice(1).reduce((sum, step) => sum + step, 0))).toBeLessThanOrEqual(100.1);
});
