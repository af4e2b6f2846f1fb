import { expect, test } from "vitest";
import { seededRandom } from "#scripts/seeded-random.ts";
import { clusterPositions, MAX_SINGLE_POINTS, zoomOf } from "./clusters.server.ts";

const FRANCE = [-5, 42, 8, 51] as const;

function scattered(count: number) {
	const random = seededRandom(3);
	return {
		rows: Array.from({ length: count }, (_, row) => row),
		lats: Array.from({ length: count }, () => 42 + random.next() * 9),
		lons: Array.from({ length: count }, () => -5 + random.next() * 13),
	};
}

test("a few suppliers are each a point of their own", () => {
	const positions = scattered(MAX_SINGLE_POINTS);
	const { rows, clusters } = clusterPositions(positions, { bounds: FRANCE, zoom: 5 });
	expect(rows).toHaveLength(MAX_SINGLE_POINTS);
	expect(clusters).toEqual([]);
});

test("many become clusters that lose nobody, fewer as one looks from farther", () => {
	const positions = scattered(30_000);
	let before = Number.POSITIVE_INFINITY;
	for (const zoom of [9, 7, 5, 3]) {
		const { rows, clusters } = clusterPositions(positions, { bounds: FRANCE, zoom });
		const counted = clusters.reduce((sum, [count]) => sum + count, rows.length);
		expect(counted).toBe(30_000);
		const shown = rows.length + clusters.length;
		expect(shown).toBeLessThan(before);
		before = shown;
	}
});

test("suppliers at one place make one cluster there", () => {
	const rows = Array.from({ length: 500 }, (_, row) => row);
	const positions = { rows, lats: rows.map(() => 47.66), lons: rows.map(() => -2.76) };
	expect(clusterPositions(positions, { bounds: FRANCE, zoom: 18 })).toEqual({
		rows: [],
		clusters: [[500, 47.66, -2.76]],
	});
});

test("bounds are shown whole at the zoom they get", () => {
	expect(zoomOf(FRANCE)).toBe(5);
	expect(zoomOf([-180, -85, 180, 85])).toBeLessThanOrEqual(1);
	expect(zoomOf([-2.76, 47.66, -2.76, 47.66])).toBe(15);
});
