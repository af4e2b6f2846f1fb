import { hashOfText } from "./draw.ts";

/** Identifier of a need that has none: a digest that neither the order of its lists nor absent values change. */
export function needDigest(need: object): string {
	const text = canonicalText(need);
	const first = hashOfText(text).toString(16).padStart(8, "0");
	const second = hashOfText(`${text}#`).toString(16).padStart(8, "0");
	return `besoin-${first}${second}`;
}

/** JSON with sorted keys, nulls left out, and lists sorted: every list of a need is a set. */
export function canonicalText(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonicalText).sort().join(",")}]`;
	if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
	const entries = Object.entries(value)
		.filter(([, one]) => one !== null && one !== undefined)
		.map(([key, one]) => `${JSON.stringify(key)}:${canonicalText(one)}`)
		.sort();
	return `{${entries.join(",")}}`;
}
