import "./live-map.css";
import L from "leaflet";
import { feature } from "topojson-client";
import { addPlaces, addSites, addTowns } from "./live-pins.ts";
import { liveSource } from "./live-source.ts";
import type { MapGround, MapScene } from "./scene.ts";

/** Loaded only when a reader moves the map: everything here stays out of the first pages. */

const MAX_ZOOM = { tiles: 17, outlines: 12 };

export interface LiveMap {
	destroy(): void;
}

export interface LiveMapOptions {
	readonly container: HTMLElement;
	readonly scene: MapScene;
	/** The moving map answers the keyboard: arrows, + and −. */
	readonly label: string;
}

/** @throws when the outlines or the dots cannot be fetched: the drawing then stays as it is */
export async function openLiveMap({ container, scene, label }: LiveMapOptions): Promise<LiveMap> {
	const ground = await fetchGround(scene);
	const maxZoom = scene.tiles ? MAX_ZOOM.tiles : MAX_ZOOM.outlines;
	const isCalm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
	const map = L.map(container, {
		// A name that fades in cannot be read while it does.
		fadeAnimation: false,
		zoomAnimation: !isCalm,
		inertia: !isCalm,
		zoomControl: false,
		maxZoom,
		minZoom: 3,
		zoomSnap: 0.25,
		zoomDelta: 1,
		scrollWheelZoom: false,
		attributionControl: scene.tiles !== null,
	});
	map.attributionControl?.setPrefix('<a href="https://leafletjs.com">Leaflet</a>');
	container.setAttribute("role", "region");
	container.setAttribute(
		"aria-label",
		`${label} Flèches pour déplacer, plus et moins pour zoomer.`,
	);
	map.on("focus click", () => map.scrollWheelZoom.enable());
	map.on("blur", () => map.scrollWheelZoom.disable());
	L.control.zoom({ zoomInTitle: "Zoomer", zoomOutTitle: "Dézoomer" }).addTo(map);
	L.control.scale({ imperial: false }).addTo(map);
	// The view comes first: shapes are cut to it as soon as they are added.
	const [southWest, northEast] = scene.bounds;
	map.fitBounds([
		[southWest.lat, southWest.lon],
		[northEast.lat, northEast.lon],
	]);
	addGround(map, scene, ground);
	addAreas(map, scene, ground);
	addSites(map, scene);
	const drawTowns = addTowns(map, scene.tiles === null ? (ground?.towns ?? []) : []);
	const forget = await addPlaces(map, liveSource(scene, maxZoom), drawTowns).catch((error) => {
		map.remove();
		throw error;
	});
	return {
		destroy() {
			forget();
			map.remove();
		},
	};
}

/** The outlines and the towns; null when tiles already show the ground and no département is served whole. */
async function fetchGround(scene: MapScene): Promise<MapGround | null> {
	const drawsZones = scene.areas.some((area) => area.type === "departements");
	if (scene.tiles !== null && !drawsZones) return null;
	return fetchJson<MapGround>(scene.groundUrl);
}

function addGround(map: L.Map, scene: MapScene, ground: MapGround | null): void {
	if (scene.tiles === null) {
		if (ground !== null) addOutlines(map, ground);
		return;
	}
	const { url, attribution } = scene.tiles;
	const tiles = L.tileLayer(url, { attribution, maxZoom: MAX_ZOOM.tiles }).addTo(map);
	// A tile server that does not answer must not leave the dots on nothing.
	tiles.once("tileerror", () => {
		fetchJson<MapGround>(scene.groundUrl)
			.then((fetched) => addOutlines(map, fetched))
			.catch(() => {});
	});
}

function addOutlines(map: L.Map, ground: MapGround): void {
	L.geoJSON(outlinesOf(ground), {
		interactive: false,
		style: () => ({ className: "map-land", weight: 1 }),
	})
		.addTo(map)
		.bringToBack();
}

async function fetchJson<T>(url: string): Promise<T> {
	const response = await fetch(url);
	if (!response.ok) throw new Error(`map ground: HTTP ${response.status}`);
	return (await response.json()) as T;
}

function outlinesOf({ topology }: MapGround) {
	return feature(topology, topology.objects.departements);
}

function addAreas(map: L.Map, scene: MapScene, ground: MapGround | null): void {
	for (const area of scene.areas) {
		if (area.type === "circle") {
			for (const share of [1, 0.66, 0.33]) {
				const className = share === 1 ? "map-ripple" : "map-ripple map-ripple--inner";
				L.circle([area.lat, area.lon], {
					radius: area.radiusKm * 1000 * share,
					interactive: false,
					className,
					weight: 1.5,
				}).addTo(map);
			}
		} else if (area.type === "hull") {
			const ring = area.ring.map(({ lat, lon }): [number, number] => [lat, lon]);
			L.polygon(ring, { interactive: false, className: "map-zone", weight: 1.5 }).addTo(map);
		} else if (ground !== null) {
			L.geoJSON(outlinesOf(ground), {
				interactive: false,
				filter: ({ id }) => area.codes.includes(String(id)),
				style: () => ({ className: "map-zone", weight: 1.5 }),
			}).addTo(map);
		}
	}
}
