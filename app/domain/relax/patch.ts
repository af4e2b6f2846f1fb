import type { Need } from "../need.ts";

/** Properties of a need with their new value; null takes the property away. */
export type NeedPatch = Readonly<Record<string, unknown>>;

/**
 * What makes one need of another, as a JSON Merge Patch (RFC 7396): the properties that differ, lists whole. Any tool can apply
 * it, without knowing what a change of days does to the sites that have days of their own.
 */
export function needPatch(before: Need, after: Need): NeedPatch {
	return patchOf({ ...before }, { ...after });
}

/** Objects are merged by who applies the patch: a property that is no longer there must be taken away by name. */
function patchOf(from: NeedPatch, to: NeedPatch): NeedPatch {
	const changed = [...new Set([...Object.keys(from), ...Object.keys(to)])].filter(
		(key) => JSON.stringify(from[key] ?? null) !== JSON.stringify(to[key] ?? null),
	);
	return Object.fromEntries(
		changed.map((key) => {
			const [old, value] = [from[key] ?? null, to[key] ?? null];
			return [key, isObject(old) && isObject(value) ? patchOf(old, value) : value];
		}),
	);
}

function isObject(value: unknown): value is NeedPatch {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
