import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { AppError, type InputProblem } from "#app/domain/errors.ts";
import type { Supplier } from "#app/domain/supplier.ts";
import { locate, parseSupplier } from "#app/domain/validation.ts";
import { isAppError } from "#app/http-errors.ts";

const MAX_PROBLEMS = 20;

/**
 * The suppliers of an exchange file, for one match. Unlike an import, nothing is set aside: an answer on a part of the file
 * would not be the answer that was asked.
 *
 * @throws {AppError} "bad-file" naming the file, and each line and field at fault (the first 20)
 */
export async function readSupplierFile(path: string): Promise<Supplier[]> {
	const suppliers: Supplier[] = [];
	const problems: InputProblem[] = [];
	let number = 0;
	try {
		for await (const line of createInterface({
			input: createReadStream(path, "utf8"),
			crlfDelay: Number.POSITIVE_INFINITY,
		})) {
			number += 1;
			const text = number === 1 ? line.replace(/^\ufeff/, "") : line;
			if (text.trim() === "") continue;
			const read = readLine(text, path, number);
			if ("id" in read) suppliers.push(read);
			else problems.push(...read);
			if (problems.length >= MAX_PROBLEMS) break;
		}
	} catch (cause) {
		problems.push({
			path,
			message: "ce fichier n’existe pas ou ne peut pas être lu ; vérifiez son chemin.",
		});
		throw new AppError("bad-file", {}, { cause, problems });
	}
	if (problems.length > 0)
		throw new AppError("bad-file", {}, { problems: problems.slice(0, MAX_PROBLEMS) });
	if (suppliers.length === 0) {
		const message =
			"ce fichier ne contient aucune structure ; une structure par ligne est attendue (NDJSON).";
		throw new AppError("bad-file", {}, { problems: [{ path, message }] });
	}
	return suppliers;
}

function readLine(text: string, file: string, line: number): Supplier | readonly InputProblem[] {
	let parsed: unknown;
	try {
		parsed = JSON.parse(text);
	} catch {
		const message = "cette ligne n’est pas du JSON bien écrit ; le fichier est peut-être tronqué.";
		return [{ path: locate([], { file, line }), message }];
	}
	try {
		return parseSupplier(parsed, { file, line });
	} catch (error) {
		if (!isAppError(error)) throw error;
		return error.problems;
	}
}
