import { closeSync, openSync, readSync } from "node:fs";
import { basename } from "node:path";
import { slugOf } from "#app/domain/text.ts";
import { formatSupplier } from "#app/domain/upkeep/canonical.ts";
import { checkSupplier } from "#app/domain/upkeep/check-supplier.ts";
import { type Db, rawOf } from "../open.server.ts";
import { loadReference } from "../reference.server.ts";
import { readExchange } from "./exchange/open-exchange.server.ts";
import { knownCodes, loadImportReference } from "./known-codes.ts";
import { badFile } from "./lists/bad-file.server.ts";
import { foreignContent } from "./lists/file-kind.server.ts";
import { openList } from "./lists/index.server.ts";
import { type PreparedRow, prepareRow, type RejectedRow, type RowContext } from "./prepared.ts";
import type { RowBatch } from "./row-batches.ts";
import type { FormatId, ListReader, ListSource, ReadRow } from "./types.ts";
import { valueAt } from "./value-at.ts";

/** A file recognised, and its rows ready to be staged. */
export interface RowSource {
	readonly format: FormatId;
	readonly source: ListSource;
	readonly totalBytes: number;
	batches(): AsyncIterable<RowBatch>;
}

export interface OpenRowsOptions {
	readonly today: string;
	readonly format?: FormatId | undefined;
	readonly source?: string | undefined;
	readonly demo?: boolean;
	readonly indexesNew?: boolean;
}

const LIST_BATCH = 200;

/** @throws {AppError} "bad-file" when nothing recognises the file */
export async function openRows(
	db: Db,
	path: string,
	totalBytes: number,
	options: OpenRowsOptions,
): Promise<RowSource> {
	const reference = loadImportReference(rawOf(db));
	const isIndexed = options.indexesNew ?? false;
	if (options.format === "exchange" || (!options.format && looksLikeExchange(path))) {
		refuseForeign(path);
		const source = exchangeSource(path, options);
		const context = { reference, origin: originOf(source, options.today), isIndexed };
		return {
			format: "exchange",
			source,
			totalBytes,
			batches: () => readExchange(path, totalBytes, context),
		};
	}
	const { places, taxonomy } = loadReference(db);
	const reader = await openList(path, { format: options.format ?? null, places, taxonomy });
	const context = { reference, origin: originOf(reader.source, options.today), isIndexed };
	return {
		format: reader.format,
		source: options.demo ? { ...reader.source, demo: true } : reader.source,
		totalBytes: reader.totalBytes,
		batches: () => listBatches(reader, context),
	};
}

/** @throws {AppError} "bad-file" for what is no text at all, whatever its name says */
function refuseForeign(path: string): void {
	const head = headOf(path, 512).toString("latin1");
	const what = head.startsWith("PK\x03\x04") ? "une archive ou un classeur" : foreignContent(head);
	if (what === null) return;
	throw badFile(
		basename(path),
		null,
		`Le contenu de ce fichier est ${what}, pas du NDJSON (un objet JSON par ligne). Décompressez-le, ou donnez-lui l’extension qui convient.`,
	);
}

/** A name in .ndjson or .jsonl, or a first line that is an object with `offers`. */
function looksLikeExchange(path: string): boolean {
	if (/\.(ndjson|jsonl)$/i.test(path)) return true;
	const text = headOf(path, 65_536).toString("utf8");
	return /^\ufeff?\s*\{/.test(text) && /"offers"\s*:/.test(text.split("\n", 1)[0] ?? "");
}

function headOf(path: string, bytes: number): Buffer {
	const head = Buffer.alloc(bytes);
	const file = openSync(path, "r");
	try {
		return head.subarray(0, readSync(file, head, 0, bytes, 0));
	} finally {
		closeSync(file);
	}
}

/** An exchange file is its own source: its ids are scoped by it. */
function exchangeSource(path: string, { source, demo }: OpenRowsOptions): ListSource {
	const name = basename(path).replace(/\.[^.]*$/, "");
	return {
		id: source ?? (slugOf(name) || "exchange"),
		label: demo ? "Base de démonstration (structures fictives)" : (source ?? name),
		originUrl: null,
		licence: null,
		listDate: null,
		tier: "import",
		attribution: null,
		demo: demo ?? false,
	};
}

function originOf(source: ListSource, today: string) {
	return { sourceId: source.id, listDate: source.listDate, receivedOn: today };
}

/** Rows of a list, checked like those of an exchange file. */
async function* listBatches(reader: ListReader, context: RowContext): AsyncGenerator<RowBatch> {
	let rows: (PreparedRow | RejectedRow)[] = [];
	let warnings: string[] = [];
	let bytes = 0;
	for await (const row of reader.rows()) {
		rows.push(...prepareListRow(row, context));
		if (row.kind === "supplier") {
			for (const warning of row.warnings ?? [])
				warnings.push(`ligne ${row.line}\u202f: ${warning}`);
		}
		bytes = row.bytes;
		if (rows.length < LIST_BATCH) continue;
		yield { rows, warnings, bytes };
		rows = [];
		warnings = [];
	}
	yield { rows, warnings, bytes };
}

function prepareListRow(row: ReadRow, context: RowContext): (PreparedRow | RejectedRow)[] {
	if (row.kind === "reject") {
		const { line, column, value, reason, key } = row;
		const rejected: RejectedRow = { kind: "reject", line, column, value, reason };
		return [key === undefined ? rejected : { ...rejected, key }];
	}
	const problems = checkSupplier(row.supplier, knownCodes(context.reference));
	if (problems.length > 0) {
		return problems.map(({ path, message }) => ({
			kind: "reject",
			line: row.line,
			column: path,
			value: valueAt(row.supplier, path),
			reason: message,
			key: row.key,
		}));
	}
	const raw = row.raw === null || typeof row.raw === "string" ? row.raw : JSON.stringify(row.raw);
	const { supplier, key, line } = row;
	return [prepareRow(supplier, formatSupplier(supplier), { key, line, raw }, context)];
}
