import { badFile, fileTooLarge, megabytes } from "./bad-file.server.ts";
import type { ByteSource } from "./bytes.server.ts";
import type { TableCaps } from "./caps.ts";
import { readZipDirectory } from "./zip-directory.server.ts";

export type FileKind = "text" | "workbook";

const AS_CSV = "Enregistrez la liste au format CSV ou XLSX, puis recommencez.";

/** Contents that people send by mistake, told by their first bytes. */
const FOREIGN: readonly [signature: string, what: string][] = [
	["%PDF", "un document PDF"],
	["\xd0\xcf\x11\xe0", "un ancien classeur Excel (.xls) ou un document Word"],
	["\x1f\x8b", "une archive GZIP"],
	["7z\xbc\xaf", "une archive 7-Zip"],
	["Rar!", "une archive RAR"],
	["{\\rtf", "un document RTF"],
	["\x89PNG", "une image PNG"],
	["\xff\xd8\xff", "une image JPEG"],
	["SQLite format 3", "une base de données SQLite"],
	["PAR1", "un fichier Parquet"],
];

/**
 * Text or workbook, told by the content and checked against the name.
 *
 * @throws {AppError} "bad-file" when the content is neither, or not what the name says; "file-too-large"
 */
export async function detectFileKind(source: ByteSource, caps: TableCaps): Promise<FileKind> {
	const { fileName } = source;
	if (source.size === 0) {
		throw badFile(fileName, null, "Ce fichier est vide. Vérifiez l’export, puis recommencez.");
	}
	if (source.size > caps.bytes) {
		throw fileTooLarge(
			fileName,
			`Ce fichier pèse ${megabytes(source.size)}, la limite est de ${megabytes(caps.bytes)}. Découpez-le en plusieurs fichiers.`,
		);
	}
	const head = (await source.slice(0, 512)).toString("latin1");
	const isWorkbookName = /\.xls[xm]$/i.test(fileName);
	if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06")) {
		return zipKind(source, isWorkbookName);
	}
	const foreign = foreignContent(head);
	if (foreign) throw badFile(fileName, null, `Le contenu de ce fichier est ${foreign}. ${AS_CSV}`);
	if (/^\s*<(!doctype html|html|head|body)/i.test(head.replace("\xef\xbb\xbf", ""))) {
		throw badFile(
			fileName,
			null,
			"Le contenu de ce fichier est une page web, sans doute une page d’erreur enregistrée à la place de la liste. Téléchargez-la de nouveau.",
		);
	}
	if (isWorkbookName) {
		throw badFile(
			fileName,
			null,
			`Ce fichier porte l’extension d’un classeur Excel mais n’en est pas un. ${AS_CSV}`,
		);
	}
	return "text";
}

/** « une archive GZIP »: what a content is that its first bytes, as latin1, betray; null for a text or a workbook. */
export function foreignContent(head: string): string | null {
	return FOREIGN.find(([signature]) => head.startsWith(signature))?.[1] ?? null;
}

async function zipKind(source: ByteSource, isWorkbookName: boolean): Promise<FileKind> {
	const { fileName } = source;
	const entries = await readZipDirectory(source);
	const names = new Set(entries.map((entry) => entry.name));
	if (names.has("mimetype") && names.has("content.xml")) {
		throw badFile(
			fileName,
			null,
			"Ce fichier est un classeur OpenDocument (.ods). Enregistrez-le au format XLSX ou CSV.",
		);
	}
	if (!names.has("xl/workbook.xml")) {
		throw badFile(
			fileName,
			null,
			"Le contenu de ce fichier est une archive ZIP, pas une liste. Décompressez-la et importez le fichier CSV, XLSX ou JSON qu’elle contient.",
		);
	}
	if (!isWorkbookName) {
		throw badFile(
			fileName,
			null,
			"Le contenu de ce fichier est un classeur Excel, pas du texte. Donnez-lui l’extension .xlsx, puis recommencez.",
		);
	}
	return "workbook";
}
