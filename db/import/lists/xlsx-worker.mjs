// Plain JavaScript: a worker started from any working directory needs no TypeScript loader.
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import { parentPort, workerData } from "node:worker_threads";
import { createInflateRaw } from "node:zlib";
import ExcelJS from "exceljs";

/**
 * @typedef {{ headerAt: number, zippedBytes: number, unzippedBytes: number, method: number }} Entry
 * @typedef {{ path?: string, buffer?: Uint8Array, entries: Entry[], rows: number, columns: number, cellChars: number }} Job
 */

const job = /** @type {Job} */ (workerData);
const port = parentPort;
if (!port) throw new Error("xlsx-worker runs as a worker thread only");

const BATCH = 200;
let credit = 4;
/** @type {(() => void) | undefined} */
let resume;
port.on("message", () => {
	credit++;
	resume?.();
});

class Refusal extends Error {
	/** @param {string} code */
	constructor(code) {
		super(code);
		this.code = code;
	}
}

main().finally(() => port.close());

async function main() {
	try {
		await measureEntries();
		await sendRows();
		port?.postMessage({ kind: "end" });
	} catch (error) {
		const code = error instanceof Refusal ? error.code : "broken";
		port?.postMessage({ kind: "error", code, message: String(error) });
	}
}

/** The declared sizes passed the caps; here each entry is inflated once and thrown away, to make sure that none lies. */
async function measureEntries() {
	for (const entry of job.entries) {
		if (entry.method === 0) continue;
		let measured = 0;
		const inflate = createInflateRaw();
		const source = await entryBytes(entry);
		source.on("error", (/** @type {Error} */ error) => inflate.destroy(error));
		for await (const chunk of source.pipe(inflate)) {
			measured += chunk.length;
			if (measured > entry.unzippedBytes) {
				source.destroy();
				inflate.destroy();
				throw new Refusal("bomb");
			}
		}
	}
}

/** @param {Entry} entry */
async function entryBytes(entry) {
	const header = await read(entry.headerAt, 30);
	const start = entry.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
	if (job.path !== undefined) {
		return createReadStream(job.path, {
			start,
			end: Math.max(start, start + entry.zippedBytes - 1),
		});
	}
	return Readable.from([Buffer.from(job.buffer ?? []).subarray(start, start + entry.zippedBytes)]);
}

/** @param {number} start @param {number} length */
async function read(start, length) {
	if (job.path === undefined) return Buffer.from(job.buffer ?? []).subarray(start, start + length);
	const handle = await open(job.path);
	try {
		const buffer = Buffer.alloc(length);
		await handle.read(buffer, 0, length, start);
		return buffer;
	} finally {
		await handle.close();
	}
}

/** Sends the rows of the first sheet that holds any. */
async function sendRows() {
	const input =
		job.path === undefined
			? Readable.from([Buffer.from(job.buffer ?? [])])
			: createReadStream(job.path);
	const workbook = new ExcelJS.stream.xlsx.WorkbookReader(/** @type {any} */ (input), {
		worksheets: "emit",
		sharedStrings: "cache",
		styles: "cache",
		hyperlinks: "ignore",
		entries: "ignore",
	});
	for await (const sheet of workbook) {
		let sent = 0;
		/** @type {{ line: number, cells: string[] }[]} */
		let batch = [];
		for await (const row of sheet) {
			const cells = rowCells(row);
			if (!cells.some((cell) => cell !== "")) continue;
			if (++sent > job.rows + 1) throw new Refusal("rows");
			batch.push({ line: row.number, cells });
			if (batch.length === BATCH) {
				await post(batch);
				batch = [];
			}
		}
		if (batch.length) await post(batch);
		if (sent > 0) return;
	}
}

/** @param {{ line: number, cells: string[] }[]} rows */
async function post(rows) {
	while (credit === 0) await new Promise((resolve) => (resume = () => resolve(undefined)));
	credit--;
	port?.postMessage({ kind: "rows", rows });
}

/** @param {import("exceljs").Row} row */
function rowCells(row) {
	/** @type {string[]} */
	const cells = [];
	row.eachCell({ includeEmpty: false }, (cell, column) => {
		const text = cellText(cell.value);
		if (text === "") return;
		if (column > job.columns) throw new Refusal("columns");
		if (text.length > job.cellChars) throw new Refusal("cell");
		while (cells.length < column - 1) cells.push("");
		cells[column - 1] = text;
	});
	return cells;
}

/**
 * What a reader of the sheet sees. A formula gives the value its author last saw: nothing is computed.
 *
 * @param {unknown} value
 * @returns {string}
 */
function cellText(value) {
	if (value === null || value === undefined) return "";
	if (value instanceof Date) {
		if (Number.isNaN(value.getTime())) return "";
		const iso = value.toISOString();
		return iso.startsWith("1899-12-3")
			? iso.slice(11, 16)
			: iso.endsWith("T00:00:00.000Z")
				? iso.slice(0, 10)
				: iso.slice(0, 16).replace("T", " ");
	}
	if (typeof value === "object") {
		const cell = /** @type {Record<string, unknown>} */ (value);
		if (Array.isArray(cell["richText"])) {
			return cell["richText"]
				.map((part) => String(/** @type {{ text?: unknown }} */ (part).text ?? ""))
				.join("")
				.trim();
		}
		if ("formula" in cell || "sharedFormula" in cell) return cellText(cell["result"]);
		if ("text" in cell) return cellText(cell["text"]);
		return "";
	}
	if (typeof value === "boolean") return value ? "VRAI" : "FAUX";
	return typeof value === "number" && Number.isNaN(value) ? "" : String(value).trim();
}
