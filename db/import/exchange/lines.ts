import { closeSync, openSync, readSync } from "node:fs";

/** A stretch of a file that ends at the end of a line. */
export interface Block {
	readonly bytes: Buffer;
	/** Number of its first line, from 1. */
	readonly firstLine: number;
	/** Offset in the file of the byte after it. */
	readonly end: number;
	/** The file ends here, without a line end: what comes last may be cut. */
	readonly isCut: boolean;
}

/** A line is longer than allowed: `line` is its number. */
export class LineTooLong extends Error {
	constructor(readonly line: number) {
		super("line too long");
	}
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const NEWLINE = 10;

/**
 * A file in blocks of whole lines, never held whole. The byte order mark is left out.
 *
 * @throws {LineTooLong}
 */
export function* readBlocks(
	path: string,
	{ blockBytes, maxLineBytes }: { blockBytes: number; maxLineBytes: number },
): Generator<Block> {
	const file = openSync(path, "r");
	try {
		let rest: Buffer = Buffer.alloc(0);
		let end = 0;
		let firstLine = 1;
		for (;;) {
			const chunk = Buffer.allocUnsafe(blockBytes);
			const read = readSync(file, chunk, 0, blockBytes, null);
			if (read === 0) break;
			const isStart = end === 0 && rest.length === 0;
			let bytes = chunk.subarray(0, read);
			if (isStart && bytes.subarray(0, 3).equals(BYTE_ORDER_MARK)) {
				bytes = bytes.subarray(3);
				end = 3;
			}
			if (rest.length > 0) bytes = Buffer.concat([rest, bytes]);
			const last = bytes.lastIndexOf(NEWLINE);
			if (bytes.length - last - 1 > maxLineBytes) {
				throw new LineTooLong(firstLine + countLines(bytes.subarray(0, last + 1)));
			}
			rest = bytes.subarray(last + 1);
			if (last < 0) continue;
			const whole = bytes.subarray(0, last + 1);
			end += whole.length;
			yield { bytes: whole, firstLine, end, isCut: false };
			firstLine += countLines(whole);
		}
		if (rest.length > 0) {
			yield { bytes: rest, firstLine, end: end + rest.length, isCut: true };
		}
	} finally {
		closeSync(file);
	}
}

function countLines(bytes: Buffer): number {
	let count = 0;
	for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count += 1;
	return count;
}

/** The lines of a block, without their ends (LF or CRLF). */
export function* linesOf(bytes: Buffer): Generator<Buffer> {
	let from = 0;
	while (from < bytes.length) {
		const at = bytes.indexOf(NEWLINE, from);
		const to = at < 0 ? bytes.length : at;
		yield bytes.subarray(from, to > from && bytes[to - 1] === 13 ? to - 1 : to);
		from = to + 1;
	}
}
