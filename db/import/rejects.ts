import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import { stringify } from "csv-stringify/sync";
import type { RejectedRow } from "./prepared.ts";

/** The file of rejected rows, for a spreadsheet: created with its first row. A cell that starts like a formula is neutralised. */
export class RejectsFile {
	readonly path: string;
	#file: number | null = null;
	#rows = 0;
	#line = 0;

	constructor(path: string) {
		this.path = path;
		rmSync(path, { force: true });
	}

	/** Rows rejected: a row wrong in two places counts once. */
	get rows(): number {
		return this.#rows;
	}

	add({ line, column, value, reason }: RejectedRow): void {
		if (this.#file === null) {
			this.#file = openSync(this.path, "w");
			// The byte order mark tells spreadsheets that this is UTF-8.
			writeSync(this.#file, `\ufeff${format(["ligne", "colonne", "valeur", "raison"])}`);
		}
		if (line !== this.#line) this.#rows += 1;
		this.#line = line;
		// A null character would make the file unreadable: its picture stands for it.
		const shown = value.replaceAll("\0", "\u2400");
		writeSync(this.#file, format([String(line), column ?? "", shown, reason]));
	}

	close(): void {
		if (this.#file !== null) closeSync(this.#file);
		this.#file = null;
	}
}

function format(cells: readonly string[]): string {
	return stringify([[...cells]], { delimiter: ";", escape_formulas: true });
}
