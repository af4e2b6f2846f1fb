import L from "leaflet";
import { countOfWord } from "#app/domain/french-format.ts";
import { markNode, popupNode } from "./live-marks.ts";
import type { LiveCluster, LiveSource } from "./live-source.ts";
import { MARK_WORDS } from "./marks.tsx";
import type { MapPlace, MapScene } from "./scene.ts";
import { clusterRadius } from "./static-map.tsx";
import { pickTowns, type Town } from "./towns.ts";

const PIN_SIZE = 28;
const POPUP: L.PopupOptions = { minWidth: 190, maxWidth: 280 };

/** The sites of a need, as squares. */
export function addSites(map: L.Map, { sites, sitesBehind }: MapScene): void {
	for (const site of sites) {
		const marker = pin(site, "map-pin map-pin--site", markNode("site"), PIN_SIZE, site.label);
		if (sitesBehind) marker.setZIndexOffset(-5000);
		marker.bindPopup(popupNode([{ label: site.label, href: null }], 0), POPUP).addTo(map);
	}
}

function pin(
	place: { lat: number; lon: number },
	className: string,
	content: Element,
	size: number,
	label: string,
): L.Marker {
	const holder = document.createElement("span");
	holder.append(content);
	const marker = L.marker([place.lat, place.lon], {
		icon: L.divIcon({ className, html: holder, iconSize: [size, size] }),
		keyboard: true,
		title: label,
	});
	marker.on("add", () => marker.getElement()?.setAttribute("aria-label", label));
	return marker;
}

/** Draws the dots of the view, near ones gathered, and again whenever the view changes. Returns what stops it. */
export async function addPlaces(
	map: L.Map,
	source: LiveSource,
	onDrawn: (marks: readonly L.Point[]) => void,
): Promise<() => void> {
	const layer = L.layerGroup().addTo(map);
	const pins = new Map<string, L.Marker>();

	async function draw() {
		const view = map.getBounds().pad(0.1);
		const dots = await source({
			bounds: [view.getWest(), view.getSouth(), view.getEast(), view.getNorth()],
			zoom: Math.floor(map.getZoom()),
		});
		// A popup that is being read must not lose the pin it hangs from.
		if (dots === null || isReading()) return;
		const hadFocus = map.getPane("markerPane")?.contains(document.activeElement) ?? false;
		layer.clearLayers();
		pins.clear();
		for (const cluster of dots.clusters) clusterPin(map, cluster).addTo(layer);
		for (const place of dots.places) pins.set(place.id, placePin(place).addTo(layer));
		const drawn = [...dots.clusters, ...dots.places];
		onDrawn(drawn.map(({ lat, lon }) => map.latLngToContainerPoint([lat, lon])));
		// A pin drawn again is another element: the keyboard keeps its place on the map itself.
		if (hadFocus) map.getContainer().focus({ preventScroll: true });
	}

	function isReading(): boolean {
		return layer.getLayers().some((drawn) => drawn instanceof L.Marker && drawn.isPopupOpen());
	}

	// A view whose dots do not come keeps those it has.
	const drawAgain = () => void draw().catch(() => {});
	await draw();
	map.on("moveend", drawAgain);
	map.on("popupclose", () => setTimeout(drawAgain, 0));
	return linkWithList(pins);
}

function placePin(place: MapPlace): L.Marker {
	const shape = place.verdict ?? "dot";
	const label = place.verdict === null ? place.label : `${place.label} : ${MARK_WORDS[shape]}`;
	const marker = pin(place, `map-pin map-pin--${shape}`, markNode(shape), PIN_SIZE, label);
	marker.bindPopup(popupNode([place], 0), POPUP);
	marker.on("mouseover focus", () => light(place.id, true));
	marker.on("mouseout blur", () => light(place.id, false));
	return marker;
}

function clusterPin(map: L.Map, cluster: LiveCluster): L.Marker {
	const number = document.createElement("span");
	number.textContent = cluster.count.toLocaleString("fr-FR");
	const size = Math.max(PIN_SIZE, clusterRadius(cluster.count) * 2);
	const label = countOfWord(cluster.count, "structure proche", "structures proches");
	const marker = pin(cluster, "map-pin map-pin--cluster", number, size, label);
	const zoom = cluster.partsAt ?? map.getZoom() + 2;
	if (zoom <= map.getMaxZoom() || map.getZoom() < map.getMaxZoom()) {
		const separate = () =>
			map.setView([cluster.lat, cluster.lon], Math.min(zoom, map.getMaxZoom()));
		marker.on("click", separate);
		marker.on("keypress", (event) => {
			if (event.originalEvent.key === "Enter") separate();
		});
		return marker;
	}
	const { names } = cluster;
	return names.length > 0
		? marker.bindPopup(popupNode(names, cluster.count - names.length), POPUP)
		: marker.bindPopup(
				popupNode([{ label: `${label}, au même endroit`, href: listHref(cluster) }], 0),
			);
}

/** The list of what sits at this very place: names that the map does not hold. */
function listHref({ lat, lon }: LiveCluster): string {
	const url = new URL(window.location.href);
	url.searchParams.delete("page");
	url.searchParams.delete("cursor");
	url.searchParams.set("near", `${lat.toFixed(4)},${lon.toFixed(4)}`);
	url.searchParams.set("km", "1");
	return `${url.pathname}${url.search}`;
}

/** Shows in the list which structure the reader points at on the map. */
function light(id: string, on: boolean): void {
	for (const card of document.querySelectorAll(`[data-map-id="${CSS.escape(id)}"]`)) {
		card.toggleAttribute("data-map-lit", on);
	}
}

/** And on the map, which one they point at in the list. Returns what stops it. */
function linkWithList(pins: ReadonlyMap<string, L.Marker>): () => void {
	let lit: Element | null = null;
	function point(event: Event) {
		const target = event.target instanceof Element ? event.target.closest("[data-map-id]") : null;
		const id = target?.getAttribute("data-map-id");
		lit?.classList.remove("map-pin--lit");
		lit = id ? (pins.get(id)?.getElement() ?? null) : null;
		lit?.classList.add("map-pin--lit");
	}
	document.addEventListener("mouseover", point);
	document.addEventListener("focusin", point);
	return () => {
		document.removeEventListener("mouseover", point);
		document.removeEventListener("focusin", point);
	};
}

/** Names of the largest towns in view: the outlines alone do not say where one is. Returns what draws them round the dots. */
export function addTowns(
	map: L.Map,
	towns: readonly Town[],
): (obstacles: readonly L.Point[]) => void {
	const layer = L.layerGroup().addTo(map);
	return (obstacles) => {
		layer.clearLayers();
		const { x: width, y: height } = map.getSize();
		const view = map.getBounds();
		const locate = ({ lat, lon }: Town) =>
			view.contains([lat, lon]) ? map.latLngToContainerPoint([lat, lon]) : null;
		const frame = { x: 0, y: 0, width, height };
		for (const { town, before } of pickTowns(towns, frame, locate, obstacles)) {
			townName(town, before).addTo(layer);
		}
	};
}

function townName(town: Town, before: boolean): L.Marker {
	const name = document.createElement("span");
	name.textContent = town.name;
	const className = before ? "map-town-name map-town-name--before" : "map-town-name";
	return L.marker([town.lat, town.lon], {
		icon: L.divIcon({ className, html: name, iconSize: [0, 0] }),
		interactive: false,
		keyboard: false,
		zIndexOffset: -10_000,
	});
}
