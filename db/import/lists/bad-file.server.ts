import { AppError } from "#app/domain/errors.ts";

/** A file that is not what it says, broken or cut: `where` completes « ligne 12, colonne 3 », `message` says what to do (French). */
export function badFile(
	fileName: string,
	where: string | null,
	message: string,
	cause?: unknown,
): AppError {
	return new AppError(
		"bad-file",
		{ file: fileName },
		{
			...(cause === undefined ? {} : { cause }),
			problems: [{ path: place(fileName, where), message }],
		},
	);
}

export function fileTooLarge(fileName: string, message: string): AppError {
	return new AppError(
		"file-too-large",
		{ file: fileName },
		{ problems: [{ path: fileName, message }] },
	);
}

function place(fileName: string, where: string | null): string {
	return where ? `${fileName}, ${where}` : fileName;
}

/** 1234567 → « 1 234 567 », with narrow no-break spaces. */
export function frenchNumber(value: number): string {
	return value.toLocaleString("fr-FR").replaceAll(/[\u00a0\u202f ]/g, "\u202f");
}

/** Bytes in megabytes, for a sentence. */
export function megabytes(bytes: number): string {
	return `${frenchNumber(Math.max(1, Math.round(bytes / 1_000_000)))}\u00a0Mo`;
}
