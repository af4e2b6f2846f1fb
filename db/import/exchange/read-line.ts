import { isUtf8 } from "node:buffer";
import { readSupplier } from "#app/domain/upkeep/read-supplier.ts";
import { knownCodes } from "../known-codes.ts";
import { type PreparedRow, prepareRow, type RejectedRow, type RowContext } from "../prepared.ts";
import { valueAt } from "../value-at.ts";

/** What a line gives. `isBroken`: it is not even JSON, or not UTF-8, which at the end of a file means that the file is cut. */
export interface LineOutcome {
	readonly rows: readonly (PreparedRow | RejectedRow)[];
	readonly warnings: readonly string[];
	readonly isBroken: boolean;
	/** JSON, but not an object: the file may not be what it says. */
	readonly isForeign: boolean;
}

const NOTHING: LineOutcome = { rows: [], warnings: [], isBroken: false, isForeign: false };

/** Reads one line of the exchange format. A blank line gives nothing; a bad one gives a reject for each thing wrong. */
export function readExchangeLine(bytes: Buffer, line: number, context: RowContext): LineOutcome {
	if (!isUtf8(bytes)) {
		const outcome = rejected(
			line,
			null,
			"",
			"Cette ligne n’est pas en UTF-8\u202f: exportez de nouveau le fichier dans cet encodage.",
		);
		// A file cut in the middle of an accented letter ends so too.
		return { ...outcome, isBroken: true };
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
	const key = typeof object["id"] === "string" ? object["id"] : undefined;
	const reading = readSupplier(object, knownCodes(context.reference));
	if ("problems" in reading) {
		const rows = reading.problems.map(({ path, message }) =>
			reject(line, path || null, valueAt(object, path), message, key),
		);
		return { ...NOTHING, rows };
	}
	const { supplier, text: canonical, aside } = reading;
	const warnings = aside.map(
		(path) =>
			`ligne ${line}\u202f: «\u202f${path}\u202f» (version ${supplier.schemaVersion} du format) est mis de côté`,
	);
	// What was kept aside is only in the line as it came.
	const raw = aside.length > 0 ? text : null;
	return {
		...NOTHING,
		rows: [prepareRow(supplier, canonical, { key: supplier.id, line, raw }, context)],
		warnings,
	};
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
