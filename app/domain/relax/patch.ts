import type { Need } from "../need.ts";

/** Properties of a need with their new value; null takes the property away. */
export type NeedPatch = Readonly<Record<string, unknown>>;

/**
 * What makes one need of another, as a JSON Merge Patch (RFC 7396): the top properties that differ, whole. Any tool can apply
 * it, without knowing what a change of days does to the sites that have days of their own.
 */
export function needPatch(before: Need, after: Need): NeedPatch {
	const from: NeedPatch = { ...before };
	const to: NeedPatch = { ...after };
	const changed = [...new Set([...Object.keys(from), ...Object.keys(to)])].filter(
		(key) => JSON.stringify(from[key] ?? null) !== JSON.stringify(to[key] ?? null),
	);
	return Object.fromEntries(changed.map((key) => [key, to[key] ?? null]));
}
