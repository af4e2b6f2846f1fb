import { closeSync, fsyncSync, openSync, readSync, writeSync } from "node:fs";
import type { PreparedRow } from "./prepared.ts";
import type { ListSource } from "./types.ts";

/** Who speaks in a staged file, and since when it waits. */
export interface StagedHeader {
	readonly source: ListSource;
	readonly receivedOn: string;
	readonly author: string | null;
}

export type StagedOperation =
	| PreparedRow
	| { readonly kind: "gone"; readonly recordId: number }
	| { readonly kind: "back"; readonly recordId: number };

type Line =
	| readonly ["row", number, string, string, string | null, string, hasEntry: 0 | 1, hasRaw: 0 | 1]
	| readonly ["gone" | "back", number];

const BUFFER_BYTES = 1 << 20;
/** At most, for each unit of a string. */
const UTF8_BYTES = 3;
const NEWLINE = 10;

/** What a file will change, waiting on disk: the base is untouched until all of it is known. */
export class StagedWriter {
	readonly #file: number;
	readonly #buffer = Buffer.allocUnsafe(BUFFER_BYTES);
	#used = 0;
	#operations = 0;

	constructor(path: string, header: StagedHeader) {
		this.#file = openSync(path, "w");
		this.#add(JSON.stringify(header));
	}

	get operations(): number {
		return this.#operations;
	}

	write(operation: StagedOperation): void {
		this.#operations += 1;
		if (operation.kind !== "row") {
			this.#add(JSON.stringify([operation.kind, operation.recordId] satisfies Line));
			return;
		}
		const { line, key, id, siret, hash, value, rows, entry, raw } = operation;
		const head: Line = [
			"row",
			line,
			key,
			id,
			siret,
			hash,
			entry === null ? 0 : 1,
			raw === null ? 0 : 1,
		];
		this.#add(JSON.stringify(head));
		this.#add(value);
		this.#add(rows);
		if (entry !== null) this.#add(entry);
		if (raw !== null) this.#add(raw);
	}

	/** Everything is on disk, even if the power fails. */
	finish(): void {
		this.#flush();
		fsyncSync(this.#file);
		closeSync(this.#file);
	}

	/** Closes the file without caring for what it holds. */
	discard(): void {
		closeSync(this.#file);
	}

	#add(text: string): void {
		const most = text.length * UTF8_BYTES + 1;
		if (this.#used + most > BUFFER_BYTES) this.#flush();
		if (most > BUFFER_BYTES) {
			this.#write(Buffer.from(`${text}\n`));
			return;
		}
		this.#used += this.#buffer.write(text, this.#used);
		this.#buffer[this.#used] = NEWLINE;
		this.#used += 1;
	}

	#flush(): void {
		this.#write(this.#buffer.subarray(0, this.#used));
		this.#used = 0;
	}

	#write(bytes: Buffer): void {
		for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at);
	}
}

/** Reads a staged file again, from where an earlier run stopped. */
export class StagedReader {
	readonly header: StagedHeader;
	readonly #file: number;
	#filePosition = 0;
	#bytes: Buffer = Buffer.alloc(0);
	#at = 0;
	/** Offset in the file of the next operation. */
	#offset = 0;

	/** @param from a former `offset`; 0: the first operation */
	constructor(path: string, from = 0) {
		this.#file = openSync(path, "r");
		this.header = JSON.parse(this.#line() ?? "") as StagedHeader;
		if (from > this.#offset) {
			this.#offset = from;
			this.#bytes = Buffer.alloc(0);
			this.#at = 0;
			this.#filePosition = from;
		}
	}

	get offset(): number {
		return this.#offset;
	}

	/** Null at the end. */
	next(): StagedOperation | null {
		const text = this.#line();
		if (text === null) return null;
		const line = JSON.parse(text) as Line;
		if (line[0] !== "row") return { kind: line[0], recordId: line[1] };
		const value = this.#line() ?? "";
		const rows = this.#line() ?? "";
		const entry = line[6] === 1 ? (this.#line() ?? "") : null;
		const raw = line[7] === 1 ? (this.#line() ?? "") : null;
		return {
			kind: "row",
			line: line[1],
			key: line[2],
			id: line[3],
			siret: line[4],
			hash: line[5],
			value,
			rows,
			entry,
			raw,
		};
	}

	close(): void {
		closeSync(this.#file);
	}

	#line(): string | null {
		for (;;) {
			const end = this.#bytes.indexOf(NEWLINE, this.#at);
			if (end >= 0) {
				const text = this.#bytes.toString("utf8", this.#at, end);
				this.#offset += end + 1 - this.#at;
				this.#at = end + 1;
				return text;
			}
			const chunk = Buffer.allocUnsafe(BUFFER_BYTES);
			const read = readSync(this.#file, chunk, 0, chunk.length, this.#filePosition);
			if (read === 0) return null;
			this.#filePosition += read;
			this.#bytes = Buffer.concat([this.#bytes.subarray(this.#at), chunk.subarray(0, read)]);
			this.#at = 0;
		}
	}
}
