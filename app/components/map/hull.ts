import type { Point } from "./plane.ts";

/** Twice the signed area of the triangle; positive when the turn is to the left. */
function turn(a: Point, b: Point, c: Point): number {
	return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

function halfHull(sorted: readonly Point[]): Point[] {
	const hull: Point[] = [];
	for (const point of sorted) {
		while (hull.length >= 2) {
			const [a, b] = hull.slice(-2) as [Point, Point];
			if (turn(a, b, point) > 0) break;
			hull.pop();
		}
		hull.push(point);
	}
	hull.pop();
	return hull;
}

/** The convex hull of the points, by Andrew's monotone chain; fewer than three distinct points come back as they are. */
export function convexHull(points: readonly Point[]): readonly Point[] {
	const distinct = [...new Map(points.map((point) => [`${point.x} ${point.y}`, point])).values()];
	if (distinct.length < 3) return distinct;
	const sorted = distinct.sort((a, b) => a.x - b.x || a.y - b.y);
	return [...halfHull(sorted), ...halfHull([...sorted].reverse())];
}
