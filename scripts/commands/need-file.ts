import { readFile } from "node:fs/promises";
import { AppError } from "#app/domain/errors.ts";
import { badFile, readableFile } from "./readable-file.ts";

const MAX_BYTES = 10_000_000;

/** The JSON of a need. @throws {AppError} "bad-file" naming the file, and the line of a fault in its JSON */
export async function readNeedFile(path: string): Promise<unknown> {
	await readableFile(path, MAX_BYTES);
	const bytes = await readFile(path).catch((cause: unknown) => {
		throw badFile(path, "ce fichier ne peut pas être lu ; vérifiez vos droits sur lui.", cause);
	});
	const text = decoded(path, bytes);
	if (text.trim() === "")
		throw badFile(path, "ce fichier est vide ; un besoin en JSON est attendu.");
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw badFile(
			path,
			`${faultLine(text, String(cause))}ce n’est pas du JSON ; vérifiez virgules, guillemets et accolades.`,
			cause,
		);
	}
}

function decoded(path: string, bytes: Buffer): string {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch (cause) {
		throw badFile(path, "ce fichier n’est pas en UTF-8 ; enregistrez-le dans cet encodage.", cause);
	}
}

/** `ligne 3 : ` as far as the parser tells; a text that stops too early is at fault at its end. */
function faultLine(text: string, error: string): string {
	const position = /Unexpected end/.test(error)
		? text.trimEnd().length
		: Number(/position (\d+)/.exec(error)?.[1] ?? Number.NaN);
	if (Number.isNaN(position)) return "";
	return `ligne ${text.slice(0, position).split("\n").length} : `;
}

/** Runs what reads a need, and names its file before each field at fault. */
export async function namingFile<T>(path: string, run: () => T | Promise<T>): Promise<T> {
	try {
		return await run();
	} catch (error) {
		if (!(error instanceof AppError) || error.code !== "bad-input") throw error;
		const problems = error.problems.map((problem) => ({
			...problem,
			path: problem.path === "" ? path : `${path}, ${problem.path}`,
		}));
		throw new AppError("bad-input", error.context, { cause: error, problems });
	}
}
