import { isUtf8 } from "node:buffer";
import { basename } from "node:path";
import { AppError, type InputProblem } from "#app/domain/errors.ts";
import type { Supplier } from "#app/domain/supplier.ts";
import type { KnownCodes } from "#app/domain/upkeep/check-supplier.ts";
import { readSupplier } from "#app/domain/upkeep/read-supplier.ts";
import { locate } from "#app/domain/validation.ts";
import { LineTooLong, linesOf, readBlocks } from "#db/import/exchange/lines.ts";
import type { Reference } from "#db/reference.server.ts";
import { readableFile } from "./readable-file.ts";

const MAX_PROBLEMS = 20;
const MAX_BYTES = 1_000_000_000;
const BLOCK_BYTES = 1 << 20;
const MAX_LINE_BYTES = 8 << 20;

/** What a file gives, and what a newer minor version of the format added, kept aside. */
export interface SupplierFile {
	readonly suppliers: readonly Supplier[];
	readonly warnings: readonly string[];
}

/**
 * The suppliers of an exchange file, for one match. Unlike an import, nothing is rejected alone: an answer on a part of the file
 * would not be the answer that was asked.
 *
 * @throws {AppError} "bad-file" naming the file, and each line and field at fault (the first 20)
 */
export async function readSupplierFile(
	path: string,
	{ places, taxonomy }: Pick<Reference, "places" | "taxonomy">,
): Promise<SupplierFile> {
	await readableFile(path, MAX_BYTES);
	const known: KnownCodes = {
		communes: { has: (code) => places.commune(code) !== undefined },
		zones: { has: (zone) => places.zone(zone as `region:${string}`) !== undefined },
		segments: { has: (code) => taxonomy.get(code) !== undefined },
	};
	const reader = new LineReader(path, known);
	try {
		const blocks = readBlocks(path, { blockBytes: BLOCK_BYTES, maxLineBytes: MAX_LINE_BYTES });
		for (const { bytes, firstLine, isCut } of blocks) {
			let line = firstLine;
			for (const content of linesOf(bytes)) {
				reader.read(content, line, isCut);
				line += 1;
			}
			if (reader.problems.length >= MAX_PROBLEMS) break;
		}
	} catch (error) {
		if (!(error instanceof LineTooLong)) throw error;
		reader.refuse(
			error.line,
			"cette ligne est trop longue pour une structure\u202f; une structure par ligne est attendue (NDJSON).",
		);
	}
	return reader.finish();
}

class LineReader {
	readonly suppliers: Supplier[] = [];
	readonly problems: InputProblem[] = [];
	readonly warnings: string[] = [];
	readonly #lineOf = new Map<string, number>();

	constructor(
		readonly path: string,
		readonly known: KnownCodes,
	) {}

	refuse(line: number, message: string, field = ""): void {
		const where = locate([], { file: this.path, line });
		this.problems.push({ path: field === "" ? where : `${where}, ${field}`, message });
	}

	read(content: Buffer, line: number, isCut: boolean): void {
		const text = content.toString("utf8");
		if (text.trim() === "") return;
		const object = objectOf(text);
		if (!isUtf8(content)) {
			this.refuse(line, "cette ligne n’est pas en UTF-8\u202f: exportez de nouveau le fichier.");
		} else if (object === null) {
			this.refuse(
				line,
				`cette ligne n’est pas un objet JSON bien écrit\u202f; ${isCut ? "le fichier est peut-être tronqué" : "une structure par ligne est attendue (NDJSON)"}.`,
			);
		} else {
			this.#readObject(object, line);
		}
	}

	#readObject(object: Record<string, unknown>, line: number): void {
		const reading = readSupplier(object, this.known);
		if ("problems" in reading) {
			for (const { path, message } of reading.problems) this.refuse(line, message, path);
			return;
		}
		const { supplier, aside } = reading;
		const first = this.#lineOf.get(supplier.id) ?? line;
		if (first !== line) {
			this.refuse(
				line,
				`l’identifiant «\u202f${supplier.id}\u202f» est déjà celui de la ligne ${first}\u202f: donnez-en un autre, ou retirez l’une des deux lignes.`,
				"id",
			);
		}
		this.#lineOf.set(supplier.id, first);
		this.suppliers.push(supplier);
		for (const field of aside) {
			this.warnings.push(
				`${basename(this.path)}, ligne ${line}\u202f: «\u202f${field}\u202f» est mis de côté`,
			);
		}
	}

	/** @throws {AppError} "bad-file" */
	finish(): SupplierFile {
		if (this.problems.length === 0 && this.suppliers.length === 0) {
			const message =
				"ce fichier ne contient aucune structure\u202f; une structure par ligne est attendue (NDJSON).";
			this.problems.push({ path: this.path, message });
		}
		if (this.problems.length > 0) {
			throw new AppError("bad-file", {}, { problems: this.problems.slice(0, MAX_PROBLEMS) });
		}
		return { suppliers: this.suppliers, warnings: this.warnings };
	}
}

function objectOf(text: string): Record<string, unknown> | null {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === "object" && value !== null && !Array.isArray(value)
			? (value as Record<string, unknown>)
			: null;
	} catch {
		return null;
	}
}
