import { type ReactNode, useEffect, useRef, useState } from "react";
import { NNBSP } from "#app/domain/french-format.ts";
import type { LiveMap } from "./live-map.ts";
import { MapLegend, type MarkShape } from "./marks.tsx";
import type { MapScene } from "./scene.ts";
import { StaticMap } from "./static-map.tsx";

export interface MapFigureProps {
	readonly scene: MapScene;
	/** One sentence that says what the map shows. */
	readonly label: string;
	/** The note under the legend, e.g. where distances come from. */
	readonly note?: string;
	/** Other words for a shape of the legend. */
	readonly words?: Partial<Record<MarkShape, string>>;
	/** Load the moving map as soon as the drawing is in view, instead of waiting for the button. */
	readonly eager?: boolean;
	readonly children?: ReactNode;
}

type Stage = "drawing" | "loading" | "live" | "failed";

/**
 * A map: drawn by the server, it reads and prints without script; the moving one is fetched when the
 * reader asks for it, or when it comes into view.
 */
export function MapFigure({ scene, label, note, words, eager = false, children }: MapFigureProps) {
	const { holder, figure, stage, canMove, open } = useLiveMap(scene, label, eager);
	return (
		<figure className="map" ref={figure} data-stage={stage}>
			<div className="map__canvas">
				<StaticMap scene={scene} label={label} />
				<div className="map__live" ref={holder} />
				{canMove && (stage === "drawing" || stage === "loading") ? (
					<button type="button" className="button button--secondary map__open" onClick={open}>
						{stage === "loading" ? "Chargement de la carte…" : "Déplacer la carte"}
					</button>
				) : null}
			</div>
			{stage === "failed" ? (
				<p role="status">La carte mobile n’a pas pu être chargée ; ce dessin reste juste.</p>
			) : null}
			<figcaption>
				<MapLegend shapes={shapesOf(scene)} words={words} note={notesOf(scene, note)} />
				{children}
			</figcaption>
		</figure>
	);
}

/** A contour that is drawn round the centres of communes takes in others: it must not be read as a border. */
function notesOf({ areas }: MapScene, note: string | undefined): string | undefined {
	if (!areas.some(({ type }) => type === "hull")) return note;
	const own = note === undefined ? "" : `${note} `;
	return `${own}Communes et intercommunalités${NNBSP}: contour approché, tracé autour de leurs centres, qui peut en englober d’autres.`;
}

/** The shapes this map may show, in the order of the legend. */
function shapesOf(scene: MapScene): MarkShape[] {
	const shapes: MarkShape[] = [];
	const places = [...scene.points, ...scene.marks.filter((mark) => mark.type === "place")];
	const drawn = new Set(places.map((place) => place.verdict ?? "dot"));
	if (scene.marks.some((mark) => mark.type === "cluster") && scene.pointsUrl !== null)
		drawn.add("dot");
	for (const shape of ["confirmed", "possible", "excluded", "dot"] as const) {
		if (drawn.has(shape)) shapes.push(shape);
	}
	if (scene.sites.length > 0) shapes.push("site");
	if (scene.areas.length > 0) shapes.push("area");
	return shapes;
}

function useLiveMap(scene: MapScene, label: string, eager: boolean) {
	const holder = useRef<HTMLDivElement>(null);
	const figure = useRef<HTMLElement>(null);
	const [asked, setAsked] = useState(false);
	const [stage, setStage] = useState<Stage>("drawing");
	// A button that would do nothing without script is not shown without script.
	const [canMove, setCanMove] = useState(false);
	useEffect(() => setCanMove(true), []);

	useEffect(() => {
		if (!eager || figure.current === null) return;
		const watcher = new IntersectionObserver((entries) => {
			if (entries.some((entry) => entry.isIntersecting)) setAsked(true);
		});
		watcher.observe(figure.current);
		return () => watcher.disconnect();
	}, [eager]);

	useEffect(() => {
		if (!asked || holder.current === null) return;
		const container = document.createElement("div");
		holder.current.replaceChildren(container);
		container.className = "map__leaflet";
		let map: LiveMap | null = null;
		let left = false;
		setStage("loading");
		import("./live-map.ts")
			.then(({ openLiveMap }) => openLiveMap({ container, scene, label }))
			.then((opened) => {
				map = opened;
				if (left) opened.destroy();
				else setStage("live");
			})
			.catch(() => {
				if (!left) setStage("failed");
			});
		return () => {
			left = true;
			map?.destroy();
		};
	}, [asked, scene, label]);

	return { holder, figure, stage, canMove, open: () => setAsked(true) };
}
