import type { z } from "zod";
import { AppError, type InputProblem } from "./errors.ts";
import { type IssueContext, issueMessage } from "./issue-messages.ts";
import { type Need, needSchema } from "./need.ts";
import { keysAt } from "./schema-keys.ts";
import { type Supplier, supplierSchema } from "./supplier.ts";
import { supplierProblems } from "./supplier-problems.ts";
import { closestWord } from "./text.ts";

/** Where the value came from, and what it was: makes the messages precise. */
export interface ExplainOptions {
	readonly file?: string | undefined;
	readonly line?: number | undefined;
	/** Gives the names to suggest for an unknown property. */
	readonly schema?: z.ZodType | undefined;
	/** The value that was parsed, to quote what is wrong. */
	readonly input?: unknown;
}

type Issue = z.core.$ZodIssue;

/** Says in French what is wrong in a value and what to do, one problem per issue, each with its path (`services[0].daysPerWeek`). */
export function explainIssues(
	error: { readonly issues: readonly Issue[] } | readonly Issue[],
	options: ExplainOptions = {},
): InputProblem[] {
	const issues = "issues" in error ? error.issues : error;
	const problems = issues
		.slice(0, MAX_PROBLEMS + 1)
		.flatMap((issue) => explainIssue(issue, options));
	return shortened(problems, options);
}

/** Beyond this a list of faults helps nobody, and an answer made of them could weigh more than the question. */
const MAX_PROBLEMS = 100;

function shortened(problems: InputProblem[], options: ExplainOptions): InputProblem[] {
	if (problems.length <= MAX_PROBLEMS) return problems;
	const message = "il y a d’autres fautes encore\u202f: corrigez d’abord les premières.";
	return [...problems.slice(0, MAX_PROBLEMS), { path: locate([], options), message }];
}

function explainIssue(issue: Issue, options: ExplainOptions): InputProblem[] {
	if (issue.code === "unrecognized_keys") {
		const known = options.schema ? keysAt(options.schema, issue.path) : [];
		return issue.keys.map((key) => ({
			path: locate([...issue.path, key], options),
			message: unknownProperty(key, known),
		}));
	}
	const value = "input" in issue ? issue.input : valueAt(options.input, issue.path);
	const named = issue.path.filter((step) => typeof step === "string");
	const context: IssueContext = {
		field: named.at(-1) ?? null,
		holder: named.at(-2) ?? null,
		isElement: typeof issue.path.at(-1) === "number",
		value,
	};
	return [{ path: locate(issue.path, options), message: issueMessage(issue, context) }];
}

function unknownProperty(key: string, known: readonly string[]): string {
	const close = closestWord(key, known);
	if (close) return `propriété inconnue. Vouliez-vous dire «\u202f${close}\u202f»\u202f?`;
	return known.length > 0
		? `propriété inconnue. Propriétés possibles\u202f: ${known.join(", ")}.`
		: "propriété inconnue\u202f: retirez-la.";
}

/** `services[0].daysPerWeek`; the empty path is the whole value. */
export function pathText(path: readonly PropertyKey[]): string {
	let text = "";
	for (const step of path) {
		if (typeof step === "number") text += `[${step}]`;
		else text += text === "" ? String(step) : `.${String(step)}`;
	}
	return text;
}

/** Joins file, line and path: `besoins.json, ligne 3, sites[0].commune`. */
export function locate(
	path: readonly PropertyKey[],
	{ file, line }: Pick<ExplainOptions, "file" | "line">,
): string {
	const parts = [file, line === undefined ? undefined : `ligne ${line}`, pathText(path)];
	return parts.filter(Boolean).join(", ");
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
	let value = input;
	for (const step of path) {
		if (typeof value !== "object" || value === null) return undefined;
		value = (value as Record<PropertyKey, unknown>)[step];
	}
	return value;
}

/**
 * A need as exchanged. Contradictions between its parts are for `prepareNeed`.
 * @throws {AppError} "bad-input" with problems
 */
export function parseNeed(
	input: unknown,
	options: Omit<ExplainOptions, "schema" | "input"> = {},
): Need {
	const parsed = needSchema.safeParse(input, { reportInput: true });
	if (parsed.success) return parsed.data;
	const problems = explainIssues(parsed.error, { ...options, schema: needSchema, input });
	throw new AppError("bad-input", { count: problems.length }, { problems });
}

/**
 * A supplier as exchanged, its SIRET, hours and days checked.
 * @throws {AppError} "bad-input" with problems
 */
export function parseSupplier(
	input: unknown,
	options: Omit<ExplainOptions, "schema" | "input"> = {},
): Supplier {
	const parsed = supplierSchema.safeParse(input, { reportInput: true });
	const problems = parsed.success
		? supplierProblems(parsed.data).map((problem) => ({
				...problem,
				path: locate([problem.path], options),
			}))
		: explainIssues(parsed.error, { ...options, schema: supplierSchema, input });
	if (parsed.success && problems.length === 0) return parsed.data;
	throw new AppError("bad-input", { count: problems.length }, { problems });
}
