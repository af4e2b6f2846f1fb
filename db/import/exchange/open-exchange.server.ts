import { basename } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { AppError } from "#app/domain/errors.ts";
import { badFile, frenchNumber } from "../lists/bad-file.server.ts";
import type { RowContext } from "../prepared.ts";
import type { RowBatch } from "../row-batches.ts";
import { type Block, LineTooLong, readBlocks } from "./lines.ts";
import type { BlockOutcome } from "./read-block.ts";
import { startReaders } from "./readers.ts";

const BLOCK_BYTES = 1 << 18;
const MAX_LINE_BYTES = 8 << 20;

/**
 * The rows of an exchange file (NDJSON, one supplier a line), read by stream.
 *
 * @throws {AppError} "bad-file": not NDJSON, a line without end, or a file cut in the middle of its last line
 */
export async function* readExchange(
	path: string,
	totalBytes: number,
	context: RowContext,
): AsyncGenerator<RowBatch> {
	const fileName = basename(path);
	const readers = startReaders(context, totalBytes);
	try {
		const ahead: { block: Block; outcome: Promise<BlockOutcome> }[] = [];
		const blocks = readBlocks(path, { blockBytes: BLOCK_BYTES, maxLineBytes: MAX_LINE_BYTES });
		let isStart = true;
		for (;;) {
			while (ahead.length < readers.ahead) {
				const next = blocks.next();
				if (next.done) break;
				const outcome = readers.read(next.value);
				// Awaited in its turn; a failure before that must not end the process.
				outcome.catch(() => undefined);
				ahead.push({ block: next.value, outcome });
			}
			const first = ahead.shift();
			if (!first) return;
			const outcome = await first.outcome;
			refuseBadFile(fileName, first.block, outcome, isStart);
			if (outcome.rows.length > 0) isStart = false;
			yield { rows: outcome.rows, warnings: outcome.warnings, bytes: first.block.end };
			// Threads are heard, and other work of this process gets its turn.
			await setImmediate();
		}
	} catch (error) {
		throw error instanceof LineTooLong ? tooLong(fileName, error.line) : error;
	} finally {
		await readers.close();
	}
}

function refuseBadFile(
	fileName: string,
	block: Block,
	{ foreignFirst, brokenLast }: BlockOutcome,
	isStart: boolean,
): void {
	if (isStart && foreignFirst !== null && !(block.isCut && brokenLast === foreignFirst)) {
		throw badFile(
			fileName,
			`ligne ${frenchNumber(foreignFirst)}`,
			"Ce fichier n’est pas au format d’échange\u202f: un objet JSON {…} par ligne, en UTF-8, est attendu. Précisez son format avec --format, ou exportez-le de nouveau.",
		);
	}
	if (block.isCut && brokenLast !== null) {
		throw badFile(
			fileName,
			`ligne ${frenchNumber(brokenLast)}`,
			"Ce fichier s’arrête au milieu d’une ligne\u202f: il est tronqué. Téléchargez-le ou exportez-le de nouveau\u202f; rien n’a été changé.",
		);
	}
}

function tooLong(fileName: string, line: number): AppError {
	return badFile(
		fileName,
		`ligne ${frenchNumber(line)}`,
		"Cette ligne est trop longue pour une structure. Le format d’échange demande une structure par ligne\u202f: vérifiez les fins de ligne.",
	);
}
