import type { MarkShape } from "./marks.tsx";

const SVG = "http://www.w3.org/2000/svg";

function element(name: string, attributes: Record<string, string>): SVGElement {
	const created = document.createElementNS(SVG, name);
	for (const [key, value] of Object.entries(attributes)) created.setAttribute(key, value);
	return created;
}

/** The same shapes as `marks.tsx`, as nodes: the moving map has no React inside. */
export function markNode(shape: MarkShape): SVGElement {
	const svg = element("svg", {
		viewBox: "-10 -10 20 20",
		"aria-hidden": "true",
		class: "map-pin__shape",
	});
	const mark = { class: `map-mark map-mark--${shape}` };
	if (shape === "site") {
		svg.append(element("rect", { ...mark, x: "-6", y: "-6", width: "12", height: "12" }));
	} else if (shape === "possible") {
		const group = element("g", mark);
		group.append(
			element("circle", { class: "map-mark__ground", r: "7" }),
			element("path", { class: "map-mark__half", d: "M0 -7A7 7 0 0 0 0 7Z" }),
		);
		svg.append(group);
	} else {
		svg.append(element("circle", { ...mark, r: shape === "confirmed" ? "7" : "6" }));
	}
	return svg;
}

export interface PopupLine {
	readonly label: string;
	readonly href: string | null;
}

/** Names, each leading to its page. Built with nodes: a name is never read as HTML. */
export function popupNode(lines: readonly PopupLine[], more: number): HTMLElement {
	const list = document.createElement("ul");
	list.className = "map-popup";
	for (const { label, href } of lines) {
		const item = document.createElement("li");
		const name = document.createElement(href === null ? "span" : "a");
		name.textContent = label;
		if (href !== null) name.setAttribute("href", href);
		item.append(name);
		list.append(item);
	}
	if (more > 0) {
		const rest = document.createElement("li");
		rest.textContent = `et ${more} autres`;
		list.append(rest);
	}
	return list;
}
