import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const [lightPart = "", darkPart = ""] = css.split("@media (prefers-color-scheme: dark)");
const light = coloursOf(lightPart);
const themes = { light, dark: { ...light, ...coloursOf(darkPart) } };

/** Text, and the surfaces that carry it. */
const TEXT_PAIRS: [string, string[]][] = [
	[
		"ink",
		["page", "surface", "sunk", "pond-tint", "leaf-tint", "amber-tint", "brick-tint", "blue-tint"],
	],
	["ink", ["shade-1", "shade-2", "shade-3", "shade-4"]],
	[
		"muted",
		["page", "surface", "sunk", "pond-tint", "leaf-tint", "amber-tint", "brick-tint", "blue-tint"],
	],
	["pond", ["page", "surface", "sunk", "pond-tint"]],
	["pond-strong", ["page", "surface", "sunk", "pond-tint"]],
	["leaf", ["page", "surface", "sunk", "leaf-tint"]],
	["amber", ["page", "surface", "sunk", "amber-tint"]],
	["brick", ["page", "surface", "sunk", "brick-tint"]],
	["blue", ["page", "surface", "sunk", "blue-tint"]],
	["on-pond", ["pond", "pond-strong"]],
	["on-band", ["band"]],
];

/** Edges, marks and focus rings that carry a meaning, and what they stand on. */
const EDGE_PAIRS: [string, string[]][] = [
	["edge", ["page", "surface", "sunk"]],
	["focus", ["page", "surface", "sunk"]],
	["on-band", ["band"]],
	["pond", ["page", "surface", "sunk"]],
	["leaf-mark", ["page", "surface", "sunk", "leaf-tint"]],
	["amber-mark", ["page", "surface", "sunk", "amber-tint"]],
	["brick-mark", ["page", "surface", "sunk", "brick-tint"]],
	["blue-mark", ["page", "surface", "sunk", "blue-tint"]],
];

for (const [name, theme] of Object.entries(themes)) {
	test(`in the ${name} theme every text pair reaches 4.5:1`, () => {
		expect(below(theme, TEXT_PAIRS, 4.5)).toEqual([]);
	});

	test(`in the ${name} theme every meaningful edge reaches 3:1`, () => {
		expect(below(theme, EDGE_PAIRS, 3)).toEqual([]);
	});
}

test("the dark theme redefines every colour of the light one", () => {
	expect(Object.keys(coloursOf(darkPart)).sort()).toEqual(Object.keys(light).sort());
});

test("black on white is 21:1", () => {
	expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
});

function below(
	theme: Record<string, string>,
	pairs: [string, string[]][],
	least: number,
): string[] {
	return pairs.flatMap(([front, backs]) =>
		backs
			.map((back) => ({ back, ratio: contrast(theme[front] ?? "", theme[back] ?? "") }))
			.filter(({ ratio }) => !(ratio >= least))
			.map(({ back, ratio }) => `${front} on ${back}: ${ratio.toFixed(2)}`),
	);
}

function coloursOf(part: string): Record<string, string> {
	return Object.fromEntries(
		[...part.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6});/g)].map((match) => [match[1], match[2]]),
	);
}

function contrast(one: string, other: string): number {
	const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
	return (high + 0.05) / (low + 0.05);
}

/** Relative luminance of WCAG 2.2; NaN for a colour that is not defined. */
function luminance(hex: string): number {
	const [red = NaN, green = NaN, blue = NaN] = [1, 3, 5].map((at) => {
		const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
		return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
