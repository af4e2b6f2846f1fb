import { stat } from "node:fs/promises";
import { AppError } from "#app/domain/errors.ts";
import { formatNumber } from "#app/domain/french-format.ts";

/**
 * Makes sure that a path given on the command line can be read, and is not too large for what is done with it.
 *
 * @throws {AppError} "bad-file" | "file-too-large", with a French sentence that names the file
 */
export async function readableFile(path: string, maxBytes: number): Promise<void> {
	const info = await stat(path).catch((cause: unknown) => {
		throw badFile(
			path,
			"ce fichier n’existe pas ou ne peut pas être lu ; vérifiez son chemin.",
			cause,
		);
	});
	if (info.isDirectory()) {
		throw badFile(path, "c’est un dossier ; donnez le chemin d’un fichier.");
	}
	if (info.size > maxBytes) {
		const message = `ce fichier pèse ${formatNumber(info.size / 1e6, 0)} Mo, la limite est de ${formatNumber(maxBytes / 1e6, 0)} Mo ; découpez-le.`;
		throw new AppError("file-too-large", { bytes: info.size }, { problems: [{ path, message }] });
	}
}

/** @returns the error to throw for a file that is not what it should be */
export function badFile(path: string, message: string, cause?: unknown): AppError {
	return new AppError(
		"bad-file",
		{},
		{ ...(cause === undefined ? {} : { cause }), problems: [{ path, message }] },
	);
}
