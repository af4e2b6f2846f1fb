import type { FactValue } from "../match-types.ts";

/** A list of codes; none for null. */
export function listOf(value: FactValue): readonly string[] {
	return Array.isArray(value) ? value : [];
}

/** Whether two values say the same; the order of properties does not count. */
export function sameValue(a: FactValue, b: FactValue): boolean {
	return textOf(a) === textOf(b);
}

function textOf(value: FactValue): string {
	if (typeof value !== "object" || value === null) return JSON.stringify(value);
	if (Array.isArray(value)) return JSON.stringify([...value].sort());
	return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
