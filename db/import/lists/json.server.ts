import { badFile, frenchNumber } from "./bad-file.server.ts";
import type { TableCaps } from "./caps.ts";

export interface JsonRecord {
	readonly line: number;
	readonly value: Record<string, unknown>;
	readonly chars: number;
}

/**
 * The objects of a JSON array, or of one object per line, as they come.
 *
 * @throws {AppError} "bad-file" when the text stops inside an object or holds something else than objects
 */
export async function* readJsonObjects(
	text: AsyncIterable<string>,
	{ fileName, caps }: { fileName: string; caps: TableCaps },
): AsyncGenerator<JsonRecord> {
	let line = 1;
	let startLine = 1;
	let chars = 0;
	let depth = 0;
	let inString = false;
	let escaped = false;
	let inArray = false;
	let kept = "";
	for await (const piece of text) {
		let from = 0;
		for (let at = 0; at < piece.length; at++) {
			const char = piece[at];
			if (char === "\n") line++;
			if (inString) {
				if (escaped) escaped = false;
				else if (char === "\\") escaped = true;
				else if (char === '"') inString = false;
			} else if (depth === 0) {
				if (char === "{") {
					depth = 1;
					from = at;
					startLine = line;
				} else if (char === "[" && !inArray) inArray = true;
				else if (char === "]" && inArray) inArray = false;
				else if (char !== "," && !/\s/.test(char ?? "")) throw unexpected(fileName, line);
			} else if (char === '"') inString = true;
			else if (char === "{" || char === "[") depth++;
			else if (char === "}" || char === "]") {
				depth--;
				if (depth === 0) {
					yield {
						line: startLine,
						value: parseObject(kept + piece.slice(from, at + 1), fileName, startLine),
						chars: chars + at + 1,
					};
					kept = "";
				}
			}
		}
		chars += piece.length;
		if (depth > 0) kept += kept ? piece : piece.slice(from);
		if (kept.length > caps.recordChars) throw unexpected(fileName, startLine);
	}
	if (depth > 0 || inArray) {
		throw badFile(
			fileName,
			`ligne ${frenchNumber(depth > 0 ? startLine : line)}`,
			"Ce fichier JSON s’arrête avant la fin : il est tronqué. Téléchargez-le de nouveau.",
		);
	}
}

function parseObject(text: string, fileName: string, line: number): Record<string, unknown> {
	try {
		return JSON.parse(text) as Record<string, unknown>;
	} catch (cause) {
		throw badFile(
			fileName,
			`ligne ${frenchNumber(line)}`,
			"L’objet JSON qui commence ici est mal écrit (virgule, guillemet ou accolade). Corrigez-le ou exportez de nouveau le fichier.",
			cause,
		);
	}
}

function unexpected(fileName: string, line: number) {
	return badFile(
		fileName,
		`ligne ${frenchNumber(line)}`,
		"Ce fichier JSON ne contient pas une liste d’objets. Un tableau [{…}, {…}] ou un objet par ligne est attendu.",
	);
}
