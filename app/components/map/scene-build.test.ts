import { expect, test } from "vitest";
import type { MapBase } from "./frames.ts";
import { boxAround, isInFrame } from "./plane.ts";
import type { FoundPoints, MapPlace } from "./scene.ts";
import { buildFoundScene, buildScene } from "./scene-build.ts";

const VANNES = { lat: 47.6559, lon: -2.7603 };
const LORIENT = { lat: 47.7482, lon: -3.3702 };
const SAINT_DENIS = { lat: -20.8823, lon: 55.4504 };

function box(south: number, west: number, north: number, east: number) {
	const found = boxAround([
		{ lat: south, lon: west },
		{ lat: north, lon: east },
	]);
	if (found === null) throw new Error("no box");
	return found;
}

const BASE: MapBase = {
	boxes: new Map([
		["56", box(47.3, -3.7, 48.2, -2.0)],
		["75", box(48.8, 2.2, 48.9, 2.5)],
		["974", box(-21.4, 55.2, -20.8, 55.9)],
	]),
	names: new Map([
		["56", "Morbihan"],
		["974", "La Réunion"],
	]),
	towns: [
		{ name: "Paris", lat: 48.8566, lon: 2.3522, population: 2_000_000 },
		{ name: "Vannes", ...VANNES, population: 54_000 },
		{ name: "Séné", lat: 47.65, lon: -2.74, population: 9000 },
	],
	outlinesUrl: "/o.svg",
	groundUrl: "/o.json",
	tiles: null,
};

function place(id: string, at: { lat: number; lon: number }): MapPlace {
	return { id, label: `Structure ${id}`, href: `/fournisseurs/${id}`, verdict: null, ...at };
}

test("the map fits the places, not the whole country", () => {
	const scene = buildScene(BASE, { places: [place("a", VANNES), place("b", LORIENT)] });
	const [main] = scene.frames;
	if (!main) throw new Error("no frame");
	expect(isInFrame(main, VANNES)).toBe(true);
	expect(isInFrame(main, { lat: 48.8566, lon: 2.3522 })).toBe(false);
	expect(scene.marks.map((mark) => mark.type)).toEqual(["place", "place"]);
});

test("places too close to be told apart become one circle with their number", () => {
	const close = [1, 2, 3].map((n) =>
		place(`c${n}`, { lat: VANNES.lat + n / 1000, lon: VANNES.lon }),
	);
	const scene = buildScene(BASE, { places: [...close, place("b", LORIENT)] });
	expect(scene.marks.find((mark) => mark.type === "cluster")?.count).toBe(3);
	expect(scene.points).toHaveLength(4);
});

test("an overseas place stands in an inset named after its département", () => {
	const scene = buildScene(BASE, { places: [place("a", VANNES), place("r", SAINT_DENIS)] });
	expect(scene.frames.map((frame) => frame.label)).toEqual([null, "La Réunion"]);
	expect(scene.marks).toHaveLength(2);
	const inset = scene.marks.find((mark) => mark.id === "r");
	expect(inset?.x).toBeLessThan(100);
	expect(inset?.y).toBeGreaterThan(scene.height - 100);
});

test("a list that is only overseas is drawn whole, without inset", () => {
	const scene = buildScene(BASE, { places: [place("r", SAINT_DENIS)] });
	expect(scene.frames).toHaveLength(1);
	const [main] = scene.frames;
	expect(main && isInFrame(main, SAINT_DENIS)).toBe(true);
});

test("a circle served is inside the map, whole", () => {
	const scene = buildScene(BASE, {
		places: [place("a", VANNES)],
		areas: [{ type: "circle", centre: VANNES, radiusKm: 80 }],
		width: 400,
		height: 400,
	});
	const [area] = scene.areas;
	if (area?.type !== "circle") throw new Error("no circle");
	expect(area.x - area.radius).toBeGreaterThan(0);
	expect(area.x + area.radius).toBeLessThan(400);
	expect(area.radius).toBeGreaterThan(130);
});

test("communes served are drawn as the outline of their centres, in the frame and as degrees", () => {
	const scene = buildScene(BASE, {
		places: [],
		areas: [{ type: "communes", label: "Vannes agglomération", centres: [VANNES, LORIENT] }],
	});
	const [area] = scene.areas;
	if (area?.type !== "hull") throw new Error("no hull");
	expect(area.ring.length).toBeGreaterThanOrEqual(6);
	expect(area.d).toMatch(/^M[\d.]+ [\d.]+L.*Z$/);
});

test("a need's sites are always drawn one by one", () => {
	const scene = buildScene(BASE, {
		places: [],
		sites: [
			{ id: "s1", label: "Mairie", ...VANNES },
			{ id: "s2", label: "École", lat: VANNES.lat + 0.001, lon: VANNES.lon },
		],
	});
	expect(scene.marks.filter((mark) => mark.type === "site")).toHaveLength(2);
});

test("names of towns do not run into one another, the largest first", () => {
	const around = [place("a", { lat: 47.9, lon: -3.2 }), place("b", { lat: 47.4, lon: -2.3 })];
	expect(buildScene(BASE, { places: around }).towns.map((town) => town.name)).toEqual(["Vannes"]);
});

test("the name of a town gives way to a mark", () => {
	const scene = buildScene(BASE, { places: [place("a", VANNES), place("b", LORIENT)] });
	expect(scene.towns).toEqual([]);
});

test("circles made elsewhere are gathered when they would overlap", async () => {
	const scene = await buildFoundScene(BASE, {
		pointsUrl: "/points",
		find: async () => ({
			points: [["b", LORIENT.lat, LORIENT.lon, "Structure b", false]],
			clusters: [
				[12, VANNES.lat, VANNES.lon],
				[5, VANNES.lat + 0.005, VANNES.lon],
			],
			located: 18,
			bounds: [LORIENT.lon, VANNES.lat, VANNES.lon, LORIENT.lat],
		}),
	});
	expect(scene.marks.map((mark) => mark.count).sort()).toEqual([1, 17]);
});

test("places found by another engine are asked at the zoom that is drawn", async () => {
	const asked: unknown[] = [];
	const scene = await buildFoundScene(BASE, {
		pointsUrl: "/points",
		find: async (view) => {
			asked.push(view);
			const found: FoundPoints = {
				points: [["b", LORIENT.lat, LORIENT.lon, "Structure b", false]],
				clusters: [[12, VANNES.lat, VANNES.lon]],
				located: 13,
				bounds: [LORIENT.lon, VANNES.lat, VANNES.lon, LORIENT.lat],
			};
			return found;
		},
	});
	expect(asked).toHaveLength(2);
	expect(asked[0]).toBeUndefined();
	expect(asked[1]).toMatchObject({ zoom: expect.any(Number) });
	expect(scene.marks.map((mark) => [mark.type, mark.count]).sort()).toEqual([
		["cluster", 12],
		["place", 1],
	]);
	expect(scene.points).toEqual([]);
});

test("without anything to show, the map is the mainland", async () => {
	const scene = await buildFoundScene(BASE, {
		pointsUrl: "/points",
		find: async () => ({ points: [], clusters: [], located: 0, bounds: null }),
	});
	const [main] = scene.frames;
	expect(main && isInFrame(main, VANNES)).toBe(true);
	expect(main && isInFrame(main, { lat: 48.85, lon: 2.35 })).toBe(true);
	expect(scene.marks).toEqual([]);
});
