import { z } from "zod";
import { supplierSchema } from "../supplier.ts";
import { canonicalFormOf } from "./canonical.ts";

/**
 * The schema and the canonical text in one pass, compiled from the schema itself: an import spends its time checking rows and
 * writing them again, and this does both without building a second object. It answers yes or no; the schema says why.
 */

/** The value as canonical JSON text; null when the schema refuses it. */
type Writer = (value: unknown) => string | null;

const writeSupplier = compile(supplierSchema);

/** The one text of a supplier, null when the schema refuses it: same as `formatSupplier(supplierSchema.parse(value))`. */
export function canonicalText(value: unknown): string | null {
	return writeSupplier(value);
}

function compile(schema: z.core.$ZodType): Writer {
	if (schema instanceof z.ZodObject) return objectWriter(schema);
	if (schema instanceof z.ZodArray) return arrayWriter(schema);
	if (schema instanceof z.ZodRecord) return recordWriter(schema);
	if (schema instanceof z.ZodEnum) {
		const texts = new Map<unknown, string>(
			schema.options.map((option) => [option, JSON.stringify(option)]),
		);
		return (value) => texts.get(value) ?? null;
	}
	if (schema instanceof z.ZodBoolean) {
		return (value) => (value === true ? "true" : value === false ? "false" : null);
	}
	const checks = checksOf(schema);
	if (checks === null) return schemaWriter(schema);
	if (schema instanceof z.ZodString || schema instanceof z.ZodISODate) {
		return (value) => (typeof value === "string" ? writeIf(checks, value, quote) : null);
	}
	if (schema instanceof z.ZodNumber) {
		return (value) =>
			typeof value === "number" && Number.isFinite(value) ? writeIf(checks, value, String) : null;
	}
	return schemaWriter(schema);
}

/** For what is not compiled: the schema itself. */
function schemaWriter(schema: z.core.$ZodType): Writer {
	const canonical = canonicalFormOf(schema);
	return (value) => {
		const parsed = z.safeParse(schema, value);
		return parsed.success ? JSON.stringify(canonical(parsed.data)) : null;
	};
}

/** Nothing to escape, whatever the escapes are for. */
const PLAIN = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

function quote(text: string): string {
	return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
}

interface Field {
	readonly key: string;
	/** `"key":` */
	readonly label: string;
	readonly write: Writer;
	readonly mayBeNull: boolean;
	readonly mayBeAbsent: boolean;
}

/** The type under `nullable` and `optional`, in any order. */
function fieldOf(key: string, type: z.core.$ZodType): Field {
	let mayBeNull = false;
	let mayBeAbsent = false;
	let inner = type;
	for (;;) {
		if (inner instanceof z.ZodOptional) mayBeAbsent = true;
		else if (inner instanceof z.ZodNullable) mayBeNull = true;
		else {
			const label = `${JSON.stringify(key)}:`;
			return { key, label, write: compile(inner), mayBeNull, mayBeAbsent };
		}
		inner = inner.unwrap();
	}
}

function objectWriter(schema: z.ZodObject): Writer {
	const fields = Object.entries(schema.shape).map(([key, type]) => fieldOf(key, type));
	const known = new Set(fields.map(({ key }) => key));
	return (value) => {
		if (value === null || typeof value !== "object" || Array.isArray(value)) return null;
		const source = value as Record<string, unknown>;
		for (const key in source) if (!known.has(key)) return null;
		let text = "";
		for (const { key, label, write, mayBeNull, mayBeAbsent } of fields) {
			const given = source[key];
			if (given === undefined) {
				if (!mayBeAbsent) return null;
			} else if (given === null) {
				if (!mayBeNull) return null;
			} else {
				const written = write(given);
				if (written === null) return null;
				text += text === "" ? label + written : `,${label}${written}`;
			}
		}
		return `{${text}}`;
	};
}

function arrayWriter(schema: z.ZodArray): Writer {
	const { write, mayBeNull } = fieldOf("", schema.element);
	const lengths = checksOf(schema);
	if (mayBeNull || lengths === null) return schemaWriter(schema);
	return (value) => {
		if (!Array.isArray(value) || passAll(lengths, value) === REFUSED) return null;
		let text = "";
		for (const given of value) {
			const written = write(given);
			if (written === null) return null;
			text += text === "" ? written : `,${written}`;
		}
		return `[${text}]`;
	};
}

function recordWriter(schema: z.ZodRecord): Writer {
	const writeKey = compile(schema.keyType);
	const { write, mayBeNull } = fieldOf("", schema.valueType);
	return (value) => {
		if (value === null || typeof value !== "object" || Array.isArray(value)) return null;
		let text = "";
		for (const [key, given] of Object.entries(value)) {
			const label = key === "__proto__" ? null : writeKey(key);
			// A key that its schema would change is left to the schema.
			if (label === null || label !== quote(key)) return null;
			if (given === null && mayBeNull) continue;
			const written = write(given);
			if (written === null) return null;
			text += text === "" ? `${label}:${written}` : `,${label}:${written}`;
		}
		return `{${text}}`;
	};
}

const REFUSED = Symbol("refused");

/** A check of the schema: the value, changed when the check changes it (`trim`), or REFUSED. */
type Check = (value: unknown) => unknown;

function writeIf<T>(
	checks: readonly Check[],
	value: T,
	write: (value: T) => string,
): string | null {
	const passed = passAll(checks, value);
	return passed === REFUSED ? null : write(passed as T);
}

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
		return acceptIf((value) => (inclusive ? Number(value) >= limit : Number(value) > limit));
	}
	if (check === "less_than" && typeof limit === "number") {
		return acceptIf((value) => (inclusive ? Number(value) <= limit : Number(value) < limit));
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
