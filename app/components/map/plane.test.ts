import fc from "fast-check";
import { expect, test } from "vitest";
import { convexHull } from "./hull.ts";
import {
	boxAround,
	frameOn,
	fromPlane,
	inFrame,
	isInFrame,
	kmInFrame,
	scaleBarKm,
	toPlane,
	unite,
} from "./plane.ts";

const VANNES = { lat: 47.6559, lon: -2.7603 };
const placeArb = fc.record({
	lat: fc.double({ min: -22, max: 51, noNaN: true }),
	lon: fc.double({ min: -62, max: 56, noNaN: true }),
});

test("a place put on the plane and back is the same place", () => {
	fc.assert(
		fc.property(placeArb, (place) => {
			const back = fromPlane(toPlane(place));
			expect(back.lat).toBeCloseTo(place.lat, 6);
			expect(back.lon).toBeCloseTo(place.lon, 6);
		}),
	);
});

test("north is up and east is right", () => {
	const rennes = toPlane({ lat: 48.11, lon: -1.68 });
	const vannes = toPlane(VANNES);
	expect(rennes.y).toBeLessThan(vannes.y);
	expect(rennes.x).toBeGreaterThan(vannes.x);
});

test("every place of a box falls inside the frame made for it", () => {
	fc.assert(
		fc.property(fc.array(placeArb, { minLength: 1, maxLength: 20 }), (places) => {
			const box = boxAround(places);
			if (box === null) throw new Error("places without a box");
			const frame = frameOn(box, { width: 640, height: 480 });
			for (const place of places) {
				const { x, y } = inFrame(frame, place);
				expect(x).toBeGreaterThanOrEqual(0);
				expect(x).toBeLessThanOrEqual(640);
				expect(y).toBeGreaterThanOrEqual(0);
				expect(y).toBeLessThanOrEqual(480);
			}
		}),
	);
});

test("a circle of 30 km round a place spans 60 km of its frame", () => {
	const box = boxAround([{ ...VANNES, reachKm: 30 }]);
	if (box === null) throw new Error("no box");
	const frame = frameOn(box, { width: 600, height: 600, margin: 0, minSpanKm: 1 });
	expect(kmInFrame(frame, 30, VANNES.lat)).toBeCloseTo(300, 0);
});

test("a single place keeps at least the asked surroundings", () => {
	const box = boxAround([VANNES]);
	if (box === null) throw new Error("no box");
	const frame = frameOn(box, { width: 600, height: 300, minSpanKm: 40 });
	expect(kmInFrame(frame, 40, VANNES.lat)).toBeCloseTo(300, 0);
	expect(isInFrame(frame, { lat: 48.8566, lon: 2.3522 })).toBe(false);
});

test("the scale bar is a round number of km no longer than a quarter of the frame", () => {
	const box = boxAround([{ ...VANNES, reachKm: 50 }]);
	if (box === null) throw new Error("no box");
	const frame = frameOn(box, { width: 600, height: 600, margin: 0 });
	expect(scaleBarKm(frame)).toBe(20);
});

test("uniting with nothing keeps the box", () => {
	const box = { x0: 1, y0: 2, x1: 3, y1: 4 };
	expect(unite(null, box)).toEqual(box);
});

test("the hull of a square with its middle is the square", () => {
	const hull = convexHull([
		{ x: 0, y: 0 },
		{ x: 1, y: 1 },
		{ x: 2, y: 0 },
		{ x: 2, y: 2 },
		{ x: 0, y: 2 },
		{ x: 0, y: 0 },
	]);
	expect(hull).toHaveLength(4);
	expect(hull).not.toContainEqual({ x: 1, y: 1 });
});
