import type { z } from "zod";

/** The property names a schema knows at a path of a value; empty when it cannot tell. */
export function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
	let current = unwrapped(schema);
	for (const step of path) {
		const next = child(current, step);
		if (!next) return [];
		current = unwrapped(next);
	}
	const { shape } = current as { shape?: Record<string, unknown> };
	return shape ? Object.keys(shape) : [];
}

interface Inner {
	readonly type: string;
	readonly innerType?: z.ZodType;
	readonly element?: z.ZodType;
	readonly valueType?: z.ZodType;
	readonly shape?: Record<string, z.ZodType>;
}

function definitionOf(schema: z.ZodType): Inner {
	return schema.def as unknown as Inner;
}

/** Without optional, nullable or default around it. */
function unwrapped(schema: z.ZodType): z.ZodType {
	let current = schema;
	for (
		let inner = definitionOf(current).innerType;
		inner;
		inner = definitionOf(current).innerType
	) {
		current = inner;
	}
	return current;
}

function child(schema: z.ZodType, step: PropertyKey): z.ZodType | undefined {
	const { element, valueType, shape } = definitionOf(schema);
	return element ?? shape?.[String(step)] ?? valueType;
}
