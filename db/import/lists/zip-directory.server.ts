import { badFile } from "./bad-file.server.ts";
import type { ByteSource } from "./bytes.server.ts";

/** What the directory at the end of an archive says of one entry. Sizes are declared, not measured. */
export interface ZipEntry {
	readonly name: string;
	readonly method: number;
	readonly encrypted: boolean;
	readonly zippedBytes: number;
	readonly unzippedBytes: number;
	readonly headerAt: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;
const MAX_DIRECTORY = 4_000_000;

/** @throws {AppError} "bad-file" when the directory is missing (cut file), damaged or of the 64-bit kind that no list needs */
export async function readZipDirectory(source: ByteSource): Promise<ZipEntry[]> {
	const tailLength = Math.min(source.size, 65_557);
	const tail = await source.slice(source.size - tailLength, tailLength);
	const end = findEnd(tail);
	if (end === -1) {
		throw badFile(
			source.fileName,
			null,
			"Ce classeur est tronqué : sa fin manque. Téléchargez-le ou copiez-le de nouveau.",
		);
	}
	const size = tail.readUInt32LE(end + 12);
	const start = tail.readUInt32LE(end + 16);
	if (size > MAX_DIRECTORY || start + size > source.size) throw damaged(source.fileName);
	return parseEntries(await source.slice(start, size), source.fileName);
}

function findEnd(tail: Buffer): number {
	for (let at = tail.length - 22; at >= 0; at--) {
		if (tail.readUInt32LE(at) === END_OF_DIRECTORY) return at;
	}
	return -1;
}

function parseEntries(directory: Buffer, fileName: string): ZipEntry[] {
	const entries: ZipEntry[] = [];
	let at = 0;
	while (at + 46 <= directory.length) {
		if (directory.readUInt32LE(at) !== ENTRY) throw damaged(fileName);
		const nameLength = directory.readUInt16LE(at + 28);
		const entry: ZipEntry = {
			name: directory.toString("utf8", at + 46, at + 46 + nameLength),
			encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
			method: directory.readUInt16LE(at + 10),
			zippedBytes: directory.readUInt32LE(at + 20),
			unzippedBytes: directory.readUInt32LE(at + 24),
			headerAt: directory.readUInt32LE(at + 42),
		};
		if (entry.unzippedBytes === 0xffffffff || entry.zippedBytes === 0xffffffff)
			throw damaged(fileName);
		entries.push(entry);
		at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
	}
	return entries;
}

function damaged(fileName: string) {
	return badFile(
		fileName,
		null,
		"Ce classeur est endommagé ou d’une forme inhabituelle. Ouvrez-le dans un tableur et enregistrez-le de nouveau en XLSX.",
	);
}
