import { isUtf8 } from "node:buffer";
import iconv from "iconv-lite";
import { badFile, frenchNumber } from "./bad-file.server.ts";
import type { ByteSource } from "./bytes.server.ts";

export type Encoding = "utf8" | "utf16le" | "utf16be" | "win1252";

/**
 * The encoding of a text, decided on its first bytes and verified on all of them: a late byte that is not UTF-8 makes the whole text Windows-1252.
 *
 * @throws {AppError} "bad-file" for NUL bytes, or a text that mixes two encodings; the sentence names the line
 */
export async function detectEncoding(source: ByteSource): Promise<Encoding> {
	const head = await source.slice(0, 4);
	if (head[0] === 0xff && head[1] === 0xfe) return "utf16le";
	if (head[0] === 0xfe && head[1] === 0xff) return "utf16be";
	let line = 1;
	let bytesBefore = 0;
	let firstInvalidLine = 0;
	let invalid = 0;
	let accents = 0;
	let carry: Buffer = Buffer.alloc(0);
	for await (const chunk of source.chunks()) {
		const nul = chunk.indexOf(0);
		if (nul !== -1)
			throw nulByte(
				source.fileName,
				line + countLines(chunk.subarray(0, nul)),
				bytesBefore + nul + 1,
			);
		const bytes = carry.length ? Buffer.concat([carry, chunk]) : chunk;
		const cut = completeLength(bytes);
		const whole = bytes.subarray(0, cut);
		if (isUtf8(whole)) {
			// A long text that is valid UTF-8 and holds accents is not Windows-1252 by chance.
			if (hasHighByte(whole)) accents += 100;
		} else {
			const scan = scanUtf8(whole);
			if (invalid === 0) firstInvalidLine = line + countLines(whole.subarray(0, scan.firstInvalid));
			invalid += scan.invalid;
			accents += scan.sequences;
		}
		line += countLines(whole);
		bytesBefore += chunk.length;
		carry = Buffer.from(bytes.subarray(cut));
	}
	if (carry.length && !isUtf8(carry)) {
		if (invalid === 0) firstInvalidLine = line;
		invalid++;
	}
	if (invalid === 0) return "utf8";
	if (accents > invalid) {
		throw badFile(
			source.fileName,
			`ligne ${frenchNumber(firstInvalidLine)}`,
			"Ce fichier mélange deux encodages : il est en UTF-8, sauf des caractères à partir de cette ligne. Ouvrez-le dans un tableur et enregistrez-le en « CSV UTF-8 ».",
		);
	}
	return "win1252";
}

/** The text of a source, in pieces, without its byte order mark. */
export async function* decodeText(source: ByteSource, encoding: Encoding): AsyncGenerator<string> {
	const name = { utf8: "utf8", utf16le: "utf16le", utf16be: "utf16be", win1252: "windows1252" }[
		encoding
	];
	const decoder = iconv.getDecoder(name);
	let first = true;
	for await (const chunk of source.chunks()) {
		let text = decoder.write(chunk);
		if (first && text) {
			first = false;
			if (text.startsWith("\ufeff")) text = text.slice(1);
		}
		if (text) yield text;
	}
	const rest = decoder.end();
	if (rest) yield rest;
}

function nulByte(fileName: string, line: number, at: number) {
	return badFile(
		fileName,
		`ligne ${frenchNumber(line)}`,
		`Ce fichier contient un octet nul (position ${frenchNumber(at)}) : ce n’est pas un texte, ou il est endommagé. Exportez-le de nouveau en « CSV UTF-8 ».`,
	);
}

function countLines(bytes: Buffer): number {
	let count = 0;
	for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count++;
	return count;
}

function hasHighByte(bytes: Buffer): boolean {
	for (const byte of bytes) if (byte >= 0x80) return true;
	return false;
}

/** Length without the last character when a chunk may have cut it. */
function completeLength(bytes: Buffer): number {
	for (let back = 1; back <= Math.min(4, bytes.length); back++) {
		const byte = bytes[bytes.length - back] ?? 0;
		if (byte < 0x80) return bytes.length;
		if (byte >= 0xc0) return sequenceLength(byte) > back ? bytes.length - back : bytes.length;
	}
	return bytes.length;
}

function sequenceLength(lead: number): number {
	if (lead >= 0xf0) return 4;
	if (lead >= 0xe0) return 3;
	return lead >= 0xc2 ? 2 : 1;
}

function scanUtf8(bytes: Buffer): { invalid: number; sequences: number; firstInvalid: number } {
	let invalid = 0;
	let sequences = 0;
	let firstInvalid = -1;
	let at = 0;
	while (at < bytes.length) {
		const lead = bytes[at] ?? 0;
		const length = lead < 0x80 ? 1 : sequenceLength(lead);
		if (lead < 0x80) {
			at++;
		} else if (length > 1 && isUtf8(bytes.subarray(at, at + length))) {
			sequences++;
			at += length;
		} else {
			if (firstInvalid === -1) firstInvalid = at;
			invalid++;
			at++;
		}
	}
	return { invalid, sequences, firstInvalid };
}
