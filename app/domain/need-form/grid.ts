/** A pasted text as rows of cells. Spreadsheets paste tabs; CSV files have semicolons or commas; a bare list has none. */

export interface Grid {
	readonly rows: readonly GridRow[];
}

export interface GridRow {
	/** Line of the text where the row begins, from 1. */
	readonly line: number;
	readonly cells: readonly string[];
}

const MAX_ROWS = 5000;
const MAX_COLUMNS = 60;

/** Rows that are not empty. Quotes may hold a delimiter or a line break; a lone quote is a plain character. */
export function parseGrid(text: string): Grid {
	const clean = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
	return { rows: splitRows(clean, detectDelimiter(clean)) };
}

function detectDelimiter(text: string): string | null {
	const lines = text
		.split("\n")
		.filter((line) => line.trim() !== "")
		.slice(0, 20);
	if (lines.some((line) => line.includes("\t"))) return "\t";
	if (lines.filter((line) => line.includes(";")).length * 2 > lines.length) return ";";
	// A comma also stands in "3,5" and in addresses: it delimits only when every line has as many.
	const counts = lines.map((line) => splitRows(line, ",")[0]?.cells.length ?? 1);
	const same = counts.every((count) => count === counts[0]);
	return same && (counts[0] ?? 1) > 1 ? "," : null;
}

function splitRows(text: string, delimiter: string | null): GridRow[] {
	const rows: GridRow[] = [];
	let cells: string[] = [];
	let cell = "";
	let quoted = false;
	let line = 1;
	let start = 1;
	const endCell = () => {
		if (cells.length < MAX_COLUMNS) cells.push(cell.trim());
		cell = "";
	};
	const endRow = () => {
		endCell();
		if (cells.some((value) => value !== "") && rows.length < MAX_ROWS)
			rows.push({ line: start, cells });
		cells = [];
	};
	for (let at = 0; at < text.length; at++) {
		const character = text[at];
		if (character === "\n") line++;
		if (quoted) {
			if (character !== '"') cell += character;
			else if (text[at + 1] === '"') {
				cell += '"';
				at++;
			} else quoted = false;
			continue;
		}
		if (character === '"' && cell.trim() === "" && closes(text, at, delimiter)) {
			quoted = true;
			cell = "";
		} else if (character === delimiter) endCell();
		else if (character === "\n") {
			endRow();
			start = line;
		} else cell += character;
	}
	endRow();
	return rows;
}

/** A quote opens a quoted cell only when another one ends it before a delimiter or an end of line. */
function closes(text: string, open: number, delimiter: string | null): boolean {
	for (let at = open + 1; at < text.length; at++) {
		if (text[at] !== '"') continue;
		if (text[at + 1] === '"') {
			at++;
			continue;
		}
		const next = text.slice(at + 1, at + 40).trimStart();
		const after = text[at + 1];
		return (
			after === undefined ||
			after === "\n" ||
			after === delimiter ||
			next.startsWith(delimiter ?? "\n")
		);
	}
	return false;
}
