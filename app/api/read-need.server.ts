import { z } from "zod";
import { AppError } from "#app/domain/errors.ts";
import { MAX_READ_LENGTH } from "#app/domain/read/types.ts";
import { explainIssues } from "#app/domain/validation.ts";

/** The body of `POST /api/v1/needs/read`. */
export const readRequestSchema = z.strictObject({
	text: z
		.string()
		.max(MAX_READ_LENGTH)
		.meta({ description: "Une phrase ou un paragraphe, en français" }),
});

/** The text to read. @throws {AppError} "bad-input" naming what is wrong in the body */
export function textToRead(input: unknown): string {
	const parsed = readRequestSchema.safeParse(input, { reportInput: true });
	if (parsed.success) return parsed.data.text;
	const problems = explainIssues(parsed.error, { schema: readRequestSchema, input });
	throw new AppError("bad-input", {}, { problems });
}
