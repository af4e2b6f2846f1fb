import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import type { Criterion, Segment } from "#app/domain/reference.ts";
import { PERIODS, UNITS } from "#app/domain/vocabulary.ts";
import additions from "./additions.json";
import { frenchTypography } from "./typography.ts";

/**
 * Writes app/domain/reference/{segments,criteria}.json from the two taxonomy files and our additions:
 * `npm run reference:taxonomy -- FOLDER` where FOLDER holds segments.csv and criteria.csv.
 *
 * The additions (additions.json) are conditions for the core leaves that had none of their own, more segments for a few
 * conditions, and words of the trade that were missing. Their conditions say "ask", never "required"; without `source`
 * they come from practice, without `confidence` from memory. Codes are stable: add, never rename.
 */

const list = z.string().transform((text) => text.split("|").filter((item) => item !== ""));
const addedCriterion = z.strictObject({
	code: z.string(),
	type: z.enum(["capability", "certificate"]).default("capability"),
	label: z.string(),
	need: z.string(),
	question: z.string(),
	segments: z.array(z.string()).min(1),
	source: z.string().default("usage"),
	confidence: z.enum(["V1", "V2", "M", "U"]).default("M"),
	note: z.string().default(""),
});
const ADDED_CRITERIA = z.array(addedCriterion).parse(additions.criteria);
const lists = z.record(z.string(), z.array(z.string()));
const ADDED_SEGMENTS = lists.parse(additions.segments);
const ADDED_SYNONYMS = lists.parse(additions.synonyms);

const flag = z.enum(["0", "1"]).transform((value) => value === "1");
const orNull = <T extends z.ZodType>(schema: T) =>
	z.union([z.literal("").transform(() => null), schema]);

const segmentRow = z.object({
	code: z.string(),
	parent: orNull(z.string()),
	label_fr: z.string(),
	description_fr: z.string(),
	cpv: list,
	naf: list,
	rome: list,
	unit: orNull(z.enum(UNITS)),
	per: orNull(z.enum(PERIODS)),
	synonyms_fr: list,
	agec: orNull(z.string()),
	ess_service: flag,
	typical_constraints: list,
	reuse: flag,
	scope: z.enum(["core", "other"]),
});

const criterionRow = z.object({
	code: z.string(),
	type: z.enum(["capability", "certificate"]),
	label_fr: z.string(),
	need_fr: z.string(),
	question_fr: z.string(),
	segments: list,
	source_fr: z.string(),
	confidence: z.enum(["V1", "V2", "M", "U"]),
	note: z.string(),
});

function readRows<T extends z.ZodType>(path: string, schema: T): z.infer<T>[] {
	const rows: unknown[] = parse(readFileSync(path), { columns: true, bom: true });
	return rows.map((row) => schema.parse(row));
}

export function importSegments(path: string): Segment[] {
	return readRows(path, segmentRow).map((row) => ({
		code: row.code,
		parent: row.parent,
		label: frenchTypography(row.label_fr),
		description: frenchTypography(row.description_fr),
		cpv: row.cpv,
		naf: row.naf,
		rome: row.rome,
		unit: row.unit,
		per: row.per,
		synonyms: [...row.synonyms_fr, ...(ADDED_SYNONYMS[row.code] ?? [])].map(frenchTypography),
		agec: row.agec,
		essService: row.ess_service,
		typicalConstraints: row.typical_constraints,
		reuse: row.reuse,
		scope: row.scope,
	}));
}

export function importCriteria(path: string): Criterion[] {
	const taken = readRows(path, criterionRow).map((row) => ({
		code: row.code,
		type: row.type,
		label: frenchTypography(row.label_fr),
		need: frenchTypography(row.need_fr),
		question: frenchTypography(row.question_fr),
		segments: [...row.segments, ...(ADDED_SEGMENTS[row.code] ?? [])],
		source: frenchTypography(row.source_fr),
		confidence: row.confidence,
		note: frenchTypography(row.note),
	}));
	const added = ADDED_CRITERIA.map((criterion) => ({
		...criterion,
		label: frenchTypography(criterion.label),
		need: frenchTypography(criterion.need),
		question: frenchTypography(criterion.question),
		source: frenchTypography(criterion.source),
		note: frenchTypography(criterion.note),
	}));
	return [...taken, ...added];
}

function main(folder: string): void {
	const target = join(import.meta.dirname, "../../app/domain/reference");
	const write = (name: string, value: unknown) =>
		writeFileSync(join(target, name), `${JSON.stringify(value, null, "\t")}\n`);
	write("segments.json", importSegments(join(folder, "segments.csv")));
	write("criteria.json", importCriteria(join(folder, "criteria.csv")));
}

if (process.argv[1] === import.meta.filename) {
	const folder = process.argv[2];
	if (!folder) {
		process.stderr.write("Indiquez le dossier qui contient segments.csv et criteria.csv.\n");
		process.exitCode = 2;
	} else main(folder);
}
