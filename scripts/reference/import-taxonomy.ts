import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import type { Criterion, Segment } from "#app/domain/reference.ts";
import { PERIODS, UNITS } from "#app/domain/vocabulary.ts";
import { ADDED_CRITERIA, ADDED_SEGMENTS, ADDED_SYNONYMS } from "./additions.ts";
import { frenchTypography } from "./typography.ts";

/**
 * Writes app/domain/reference/{segments,criteria}.json from the two taxonomy files and our additions:
 * `npm run reference:taxonomy -- FOLDER` where FOLDER holds segments.csv and criteria.csv.
 */

const list = z.string().transform((text) => text.split("|").filter((item) => item !== ""));
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
		code: criterion.code,
		type: criterion.type ?? ("capability" as const),
		label: frenchTypography(criterion.label),
		need: frenchTypography(criterion.need),
		question: frenchTypography(criterion.question),
		segments: criterion.segments,
		source: frenchTypography(criterion.source ?? "usage"),
		confidence: criterion.confidence ?? ("M" as const),
		note: frenchTypography(criterion.note ?? ""),
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
