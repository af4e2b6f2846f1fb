import { statSync } from "node:fs";
import { expect, test } from "vitest";
import segments from "../../reference/segments.json" with { type: "json" };
import shipped from "./model.json" with { type: "json" };
import { loadModel, packModel, segmentModelSchema } from "./model.ts";

test("the shipped model holds what its schema says", () => {
	expect(segmentModelSchema.safeParse(shipped).success).toBe(true);
});

test("the shipped model knows every segment of the taxonomy, and no other", () => {
	expect(loadModel(shipped).segments.toSorted()).toEqual(segments.map(({ code }) => code).sort());
});

test("every weight is finite and every segment number exists", () => {
	const { biases, features } = loadModel(shipped);
	expect(biases.every(Number.isFinite)).toBe(true);
	const lines = [...features.values()];
	expect(lines.length).toBeGreaterThan(5000);
	expect(lines.flatMap(({ weights }) => weights).filter((w) => !(Math.abs(w) < 10))).toEqual([]);
	expect(lines.flatMap((line) => line.segments).filter((n) => !(n < segments.length))).toEqual([]);
});

test("the shipped model weighs less than half a megabyte", () => {
	expect(statSync(new URL("./model.json", import.meta.url)).size).toBeLessThan(500_000);
});

test("the shipped model holds words and pairs of words, never a title", () => {
	const longest = Math.max(
		...[...loadModel(shipped).features.keys()].map((k) => k.split(" ").length),
	);
	expect(longest).toBe(2);
});

test("small weights are not written, and what is written is read back", () => {
	const model = {
		segments: ["velos", "papier"],
		biases: [-1.1, -0.95],
		features: new Map([
			["velo", { segments: [0, 1], weights: [1.25, 0.05] }],
			["vide", { segments: [1], weights: [0.05] }],
		]),
	};
	const packed = packModel(model, 0.1);
	expect(packed).toEqual({ segments: ["velos:-110", "papier:-95"], words: ["velo:0 125"] });
	expect(loadModel(packed)).toEqual({
		...model,
		features: new Map([["velo", { segments: [0], weights: [1.25] }]]),
	});
});
