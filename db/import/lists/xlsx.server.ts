import { Worker } from "node:worker_threads";
import { badFile, fileTooLarge, frenchNumber, megabytes } from "./bad-file.server.ts";
import type { ByteSource, TableInput } from "./bytes.server.ts";
import { type TableCaps, WORKBOOK_ROWS } from "./caps.ts";
import { readZipDirectory, type ZipEntry } from "./zip-directory.server.ts";

export interface SheetRow {
	readonly line: number;
	readonly cells: string[];
}

type Message =
	| { kind: "rows"; rows: SheetRow[] }
	| { kind: "end" }
	| { kind: "error"; code: string; message: string };

const RATIO_FROM = 10_000_000;
const CELL_CHARS = 40_000;

/**
 * The rows of the first filled sheet, read in a worker that is stopped when it takes too much time or memory.
 *
 * @throws {AppError} "bad-file" | "file-too-large"
 */
export async function* readWorkbook(
	input: TableInput,
	source: ByteSource,
	caps: TableCaps,
): AsyncGenerator<SheetRow> {
	const { fileName } = source;
	const entries = await checkedEntries(source, caps);
	const rows = Math.min(caps.rows, WORKBOOK_ROWS);
	const worker = new Worker(new URL("./xlsx-worker.mjs", import.meta.url), {
		workerData: {
			...("path" in input ? { path: input.path } : { buffer: input.buffer }),
			entries,
			rows,
			columns: caps.columns,
			cellChars: CELL_CHARS,
		},
		execArgv: [],
		resourceLimits: { maxOldGenerationSizeMb: 300 },
	});
	const messages = inbox(worker, caps.workbookMs);
	try {
		for (;;) {
			const message = await messages.next();
			if (message.kind === "end") return;
			if (message.kind === "error") throw refusal(message, fileName, { ...caps, rows });
			yield* message.rows;
			worker.postMessage("more");
		}
	} finally {
		messages.stop();
		await worker.terminate();
	}
}

async function checkedEntries(source: ByteSource, caps: TableCaps): Promise<ZipEntry[]> {
	const { fileName } = source;
	const entries = await readZipDirectory(source);
	if (entries.some((entry) => entry.encrypted)) {
		throw badFile(
			fileName,
			null,
			"Ce classeur est protégé par un mot de passe. Enregistrez-le sans protection.",
		);
	}
	const total = entries.reduce((sum, entry) => sum + entry.unzippedBytes, 0);
	if (total > caps.unzippedBytes) {
		throw fileTooLarge(
			fileName,
			`Une fois décompressé, ce classeur pèserait ${megabytes(total)}, la limite est de ${megabytes(caps.unzippedBytes)}. Enregistrez la feuille utile en CSV.`,
		);
	}
	if (total > RATIO_FROM && total / source.size > caps.zipRatio) {
		throw badFile(
			fileName,
			null,
			`Ce classeur se décompresse ${frenchNumber(Math.round(total / source.size))} fois : il est refusé par sécurité. Enregistrez la feuille utile en CSV.`,
		);
	}
	return entries;
}

/** Messages one at a time; a silence longer than the time allowed counts as an error. */
function inbox(worker: Worker, limitMs: number) {
	const waiting: Message[] = [];
	let wake: (() => void) | undefined;
	const push = (message: Message) => {
		waiting.push(message);
		wake?.();
	};
	const timer = setTimeout(() => push({ kind: "error", code: "time", message: "time" }), limitMs);
	worker.on("message", push);
	worker.on("error", (error: NodeJS.ErrnoException) =>
		push({
			kind: "error",
			code: error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "memory" : "broken",
			message: error.message,
		}),
	);
	worker.on("exit", () => push({ kind: "error", code: "broken", message: "exit" }));
	return {
		async next(): Promise<Message> {
			for (;;) {
				const message = waiting.shift();
				if (message) return message;
				await new Promise<void>((resolve) => {
					wake = resolve;
				});
			}
		},
		stop: () => clearTimeout(timer),
	};
}

function refusal(
	{ code, message }: { code: string; message: string },
	fileName: string,
	caps: TableCaps,
) {
	switch (code) {
		case "bomb":
			return badFile(
				fileName,
				null,
				"Ce classeur contient plus de données qu’il n’en déclare : il est refusé par sécurité. Enregistrez la feuille utile en CSV.",
			);
		case "rows":
			return fileTooLarge(
				fileName,
				`Ce classeur compte plus de ${frenchNumber(caps.rows)} lignes. Découpez-le ou enregistrez-le en CSV.`,
			);
		case "columns":
			return badFile(
				fileName,
				null,
				`Ce classeur compte plus de ${frenchNumber(caps.columns)} colonnes remplies. Gardez les colonnes utiles.`,
			);
		case "cell":
			return badFile(
				fileName,
				null,
				`Une cellule dépasse ${frenchNumber(CELL_CHARS)} caractères. Raccourcissez-la, puis recommencez.`,
			);
		case "time":
		case "memory":
			return fileTooLarge(
				fileName,
				"Ce classeur est trop lourd à lire. Enregistrez la feuille utile en CSV, puis recommencez.",
			);
		default:
			return badFile(
				fileName,
				null,
				"Ce classeur est endommagé : il n’a pas pu être lu. Ouvrez-le dans un tableur et enregistrez-le de nouveau en XLSX.",
				new Error(message),
			);
	}
}
