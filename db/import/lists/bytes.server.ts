import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { basename } from "node:path";
import { badFile } from "./bad-file.server.ts";

/** A file on disk, or bytes already received with the name they came under. */
export type TableInput =
	| { readonly path: string }
	| { readonly buffer: Uint8Array; readonly fileName: string };

/** The bytes of a table, readable several times. */
export interface ByteSource {
	readonly fileName: string;
	readonly size: number;
	/** `length` bytes from `start`, fewer at the end. */
	slice(start: number, length: number): Promise<Buffer>;
	chunks(): AsyncIterable<Buffer>;
}

const CHUNK = 256 * 1024;

/** @throws {AppError} "bad-file" when the path cannot be read */
export async function openBytes(input: TableInput): Promise<ByteSource> {
	return "path" in input ? fileSource(input.path) : bufferSource(input.buffer, input.fileName);
}

async function fileSource(path: string): Promise<ByteSource> {
	const fileName = basename(path);
	const info = await stat(path).catch((cause: unknown) => {
		throw badFile(
			fileName,
			null,
			"Ce fichier est introuvable ou ne peut pas être lu. Vérifiez son chemin.",
			cause,
		);
	});
	if (!info.isFile()) {
		throw badFile(
			fileName,
			null,
			"Ce n’est pas un fichier. Indiquez le chemin d’un fichier CSV, XLSX ou JSON.",
		);
	}
	return {
		fileName,
		size: info.size,
		async slice(start, length) {
			const handle = await open(path);
			try {
				const buffer = Buffer.alloc(Math.max(0, Math.min(length, info.size - start)));
				const { bytesRead } = await handle.read(buffer, 0, buffer.length, start);
				return buffer.subarray(0, bytesRead);
			} finally {
				await handle.close();
			}
		},
		chunks: () => createReadStream(path, { highWaterMark: CHUNK }),
	};
}

function bufferSource(bytes: Uint8Array, fileName: string): ByteSource {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	return {
		fileName,
		size: buffer.length,
		slice: async (start, length) => buffer.subarray(start, start + length),
		async *chunks() {
			for (let at = 0; at < buffer.length; at += CHUNK) yield buffer.subarray(at, at + CHUNK);
		},
	};
}
