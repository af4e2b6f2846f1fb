/** Every expected failure of Vivier. Each has an HTTP status and a French sentence in `app/http-errors.ts`. */
export type ErrorCode =
	| "bad-input"
	| "supplier-not-found"
	| "segment-not-found"
	| "need-not-found"
	| "draft-expired"
	| "place-not-found"
	| "corrupt-row"
	| "bad-file"
	| "file-too-large"
	| "search-unavailable"
	| "match-unavailable"
	| "geocoder-unavailable"
	| "rate-limited";

/** One thing wrong in what was given: where (`services[0].daysPerWeek`, `ligne 12, colonne « siret »`) and, in French, what to do. */
export interface InputProblem {
	readonly path: string;
	readonly message: string;
}

/** An expected failure. `context` goes to logs: identifiers, no personal data. `problems` go to the user. */
export class AppError extends Error {
	constructor(
		readonly code: ErrorCode,
		readonly context: Record<string, string | number> = {},
		options?: { cause?: unknown; problems?: readonly InputProblem[] },
	) {
		super(code, options?.cause === undefined ? undefined : { cause: options.cause });
		this.name = "AppError";
		this.problems = options?.problems ?? [];
	}
	readonly problems: readonly InputProblem[];
}
