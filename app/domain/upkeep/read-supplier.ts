import type { z } from "zod";
import type { InputProblem } from "../errors.ts";
import { isReadVersion, SCHEMA_VERSION, unknownVersionMessage } from "../schema-version.ts";
import { compactSiret } from "../siret.ts";
import { type Supplier, supplierSchema } from "../supplier.ts";
import { explainIssues, pathText } from "../validation.ts";
import { formatSupplier } from "./canonical.ts";
import { canonicalText } from "./canonical-text.ts";
import { checkSupplier, type KnownCodes } from "./check-supplier.ts";

export type SupplierReading =
	| {
			readonly supplier: Supplier;
			/** Its exchange line, in canonical form. */
			readonly text: string;
			/** Paths that a newer minor version added, and that were kept aside. */
			readonly aside: readonly string[];
	  }
	| { readonly problems: readonly InputProblem[] };

/**
 * A supplier of an exchange file, checked whole. `object` is changed: spaces go from its SIRET and round its name, and what a newer
 * minor version added is taken out.
 */
export function readSupplier(object: Record<string, unknown>, known: KnownCodes): SupplierReading {
	const version = object["schemaVersion"] ?? SCHEMA_VERSION;
	if (typeof version === "number" && !isReadVersion(version)) {
		return { problems: [{ path: "schemaVersion", message: unknownVersionMessage(version) }] };
	}
	for (const field of ["siret", "siren"]) {
		const value = object[field];
		if (typeof value === "string") object[field] = compactSiret(value) || null;
	}
	if (typeof object["name"] === "string") object["name"] = object["name"].trim();
	const text = canonicalText(object);
	if (text === null) return readBySchema(object, version, known);
	// Accepted by the schema: what it would give differs by nothing but nulls.
	return checked(object as Supplier, text, [], known);
}

/** The long way: what is wrong is said in words, and what a newer minor version added is set aside. */
function readBySchema(
	object: Record<string, unknown>,
	version: unknown,
	known: KnownCodes,
): SupplierReading {
	let aside: string[] = [];
	let result = supplierSchema.safeParse(object);
	if (!result.success && typeof version === "number" && version > SCHEMA_VERSION) {
		aside = setAside(object, result.error.issues);
		if (aside.length > 0) result = supplierSchema.safeParse(object);
	}
	if (!result.success) {
		return { problems: explainIssues(result.error, { schema: supplierSchema, input: object }) };
	}
	return checked(result.data, formatSupplier(result.data), aside, known);
}

function checked(
	supplier: Supplier,
	text: string,
	aside: readonly string[],
	known: KnownCodes,
): SupplierReading {
	const problems = checkSupplier(supplier, known);
	return problems.length > 0 ? { problems } : { supplier, text, aside };
}

function setAside(object: Record<string, unknown>, issues: readonly z.core.$ZodIssue[]): string[] {
	return issues.flatMap((issue) => {
		if (issue.code !== "unrecognized_keys") return [];
		const holder = issue.path.reduce<unknown>(
			(at, key) => (at as Record<PropertyKey, unknown>)[key],
			object,
		) as Record<string, unknown>;
		return issue.keys.map((key) => {
			delete holder[key];
			return pathText([...issue.path, key]);
		});
	});
}
