import { isUtf8 } from "node:buffer";
import type { z } from "zod";
import { compactSiret } from "#app/domain/siret.ts";
import { type Supplier, supplierSchema } from "#app/domain/supplier.ts";
import { checkSupplier } from "#app/domain/upkeep/check-supplier.ts";
import { explainIssues, pathText } from "#app/domain/validation.ts";
import { knownCodes } from "../known-codes.ts";
import { type PreparedRow, prepareRow, type RejectedRow, type RowContext } from "../prepared.ts";
import { valueAt } from "../value-at.ts";

/** What a line gives. `isBroken`: it is not even JSON, which at the end of a file means that the file is cut. */
export interface LineOutcome {
	readonly rows: readonly (PreparedRow | RejectedRow)[];
	readonly warnings: readonly string[];
	readonly isBroken: boolean;
	/** JSON, but not an object: the file may not be what it says. */
	readonly isForeign: boolean;
}

const NOTHING: LineOutcome = { rows: [], warnings: [], isBroken: false, isForeign: false };
const VERSION = 1;

/** Reads one line of the exchange format. A blank line gives nothing; a bad one gives a reject for each thing wrong. */
export function readExchangeLine(bytes: Buffer, line: number, context: RowContext): LineOutcome {
	if (!isUtf8(bytes)) {
		return rejected(
			line,
			null,
			"",
			"Cette ligne n’est pas en UTF-8\u202f: exportez de nouveau le fichier dans cet encodage.",
		);
	}
	const text = bytes.toString("utf8");
	if (text.trim() === "") return NOTHING;
	let parsed: unknown;
	try {
		parsed = JSON.parse(text);
	} catch {
		const outcome = rejected(
			line,
			null,
			text,
			"Cette ligne n’est pas du JSON bien écrit\u202f: vérifiez ses virgules, ses guillemets et ses accolades.",
		);
		return { ...outcome, isBroken: true };
	}
	if (parsed === null || typeof parsed !== "object" || Array.isArray(parsed)) {
		const outcome = rejected(
			line,
			null,
			text,
			"Cette ligne ne décrit pas une structure\u202f: un objet JSON {…} par ligne est attendu.",
		);
		return { ...outcome, isForeign: true };
	}
	return readObject(parsed as Record<string, unknown>, text, line, context);
}

function readObject(
	object: Record<string, unknown>,
	text: string,
	line: number,
	context: RowContext,
): LineOutcome {
	const version = object["schemaVersion"] ?? VERSION;
	if (typeof version === "number" && (version < VERSION || version >= VERSION + 1)) {
		return rejected(
			line,
			"schemaVersion",
			String(version),
			`Cette version du format n’est pas connue\u202f: Vivier lit la version ${VERSION}. Mettez Vivier à jour, ou exportez dans cette version.`,
		);
	}
	if (typeof object["siret"] === "string") object["siret"] = compactSiret(object["siret"]) || null;
	if (typeof object["siren"] === "string") object["siren"] = compactSiret(object["siren"]) || null;
	const warnings: string[] = [];
	let result = supplierSchema.safeParse(object);
	if (!result.success && typeof version === "number" && version > VERSION) {
		warnings.push(...setAside(object, result.error.issues, line, version));
		if (warnings.length > 0) result = supplierSchema.safeParse(object);
	}
	if (!result.success) {
		return {
			...NOTHING,
			rows: explainIssues(result.error, { schema: supplierSchema, input: object }).map(
				({ path, message }) =>
					reject(line, path || null, valueAt(object, path), message, keyOf(object)),
			),
		};
	}
	return finish(result.data, warnings.length > 0 ? text : null, line, warnings, context);
}

function finish(
	supplier: Supplier,
	raw: string | null,
	line: number,
	warnings: readonly string[],
	context: RowContext,
): LineOutcome {
	const problems = checkSupplier(supplier, knownCodes(context.reference));
	if (problems.length > 0) {
		const rows = problems.map(({ path, message }) =>
			reject(line, path, valueAt(supplier, path), message, supplier.id),
		);
		return { ...NOTHING, rows };
	}
	const row = prepareRow(supplier, supplier.id, line, raw, context);
	return { ...NOTHING, rows: [row], warnings };
}

/** Takes out what a newer minor version added; the line itself is kept as received. */
function setAside(
	object: Record<string, unknown>,
	issues: readonly z.core.$ZodIssue[],
	line: number,
	version: number,
): string[] {
	const warnings: string[] = [];
	for (const issue of issues) {
		if (issue.code !== "unrecognized_keys") continue;
		const holder = issue.path.reduce<unknown>(
			(at, key) => (at as Record<PropertyKey, unknown>)[key],
			object,
		) as Record<string, unknown>;
		for (const key of issue.keys) {
			delete holder[key];
			warnings.push(
				`ligne ${line}\u202f: «\u202f${pathText([...issue.path, key])}\u202f» (version ${version} du format) est mis de côté`,
			);
		}
	}
	return warnings;
}

function rejected(line: number, column: string | null, value: string, reason: string): LineOutcome {
	return { ...NOTHING, rows: [reject(line, column, value, reason)] };
}

function reject(
	line: number,
	column: string | null,
	value: string,
	reason: string,
	key?: string,
): RejectedRow {
	const row = { kind: "reject", line, column, value: value.slice(0, 200), reason } as const;
	return key === undefined ? row : { ...row, key };
}

function keyOf(object: Record<string, unknown>): string | undefined {
	return typeof object["id"] === "string" ? object["id"] : undefined;
}
