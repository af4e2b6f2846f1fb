import { z } from "zod";
import { type Supplier, supplierSchema } from "../supplier.ts";

/**
 * One way to write a supplier: unknown values left out, keys in the order of the schema. Two suppliers that say the same are then
 * the same text, which is what makes an export followed by an import change nothing.
 */

type Json = string | number | boolean | null | undefined | readonly Json[] | JsonObject;
type JsonObject = { readonly [key: string]: Json };
type Normalise = (value: Json) => Json;

const normaliseSupplier = compile(supplierSchema);

/** The supplier with nulls left out and keys in order; lists and free-keyed records keep theirs. */
export function canonicalSupplier(supplier: Supplier): Supplier {
	return normaliseSupplier(supplier as unknown as Json) as unknown as Supplier;
}

/** The one text of a supplier: its exchange line, without the newline. */
export function formatSupplier(supplier: Supplier): string {
	return JSON.stringify(canonicalSupplier(supplier));
}

/** The same for a part of a supplier, given its schema. */
export function canonicalFormOf(schema: z.core.$ZodType): (value: unknown) => unknown {
	return compile(schema) as (value: unknown) => unknown;
}

// Derived from the schema, so that a field added there cannot be forgotten here.
function compile(schema: unknown): Normalise {
	if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
		return compile(schema.unwrap());
	}
	if (schema instanceof z.ZodArray) {
		const item = compile(schema.element);
		if (item === keep) return keep;
		return (value) => (Array.isArray(value) ? value.map(item) : value);
	}
	if (schema instanceof z.ZodObject) {
		const fields = Object.entries(schema.shape).map(
			([key, field]) => [key, compile(field)] as const,
		);
		return (value) => orderedObject(value as JsonObject, fields);
	}
	if (schema instanceof z.ZodRecord) {
		const item = compile(schema.valueType);
		return (value) => knownEntries(value as JsonObject, item);
	}
	return keep;
}

function keep(value: Json): Json {
	return value;
}

function orderedObject(
	source: JsonObject,
	fields: readonly (readonly [string, Normalise])[],
): Json {
	const target: Record<string, Json> = {};
	for (const [key, normalise] of fields) {
		const value = source[key];
		if (value !== null && value !== undefined) target[key] = normalise(value);
	}
	return target;
}

function knownEntries(source: JsonObject, normalise: Normalise): Json {
	const target: Record<string, Json> = {};
	for (const [key, value] of Object.entries(source)) {
		if (value !== null && value !== undefined) target[key] = normalise(value);
	}
	return target;
}
