import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { segmentRanker } from "#app/domain/read/segments/rank.ts";
import { createTaxonomy, type TaxonomyIndex } from "#app/domain/taxonomy.ts";
import { readSegments } from "#db/reference-files.server.ts";
import { type Figures, figuresOf } from "./figures.ts";
import { foldOf } from "./folds.ts";
import { learn, SETTINGS, type Settings } from "./learn.ts";
import { readTitles, type Title } from "./titles.ts";

const MODEL = new URL("../../app/domain/read/segments/model.json", import.meta.url);
const FOLDS = 5;

/**
 * `npm run read:train -- TITLES.csv [--cpv CPV.csv] [--cross-validate]`: learns the model of segments from the titles that are not
 * held back, or says how well it does inside them (five folds, all contracts of an object in the same one).
 */
function main(): void {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			cpv: { type: "string" },
			"cross-validate": { type: "boolean", default: false },
			/** Settings to try, as JSON, with --cross-validate. */
			settings: { type: "string", default: "{}" },
		},
	});
	const [path] = positionals;
	if (!path) throw new Error("read:train: which file of titles?");
	const taxonomy = createTaxonomy(readSegments());
	const cpvLabels = values.cpv ? readCpvLabels(values.cpv) : new Map<string, string>();
	const titles = readTitles(path, taxonomy).filter(({ heldBack }) => !heldBack);
	if (values["cross-validate"]) {
		const settings = { ...SETTINGS, ...JSON.parse(values.settings) } as Settings;
		crossValidate(titles, taxonomy, cpvLabels, settings);
		return;
	}
	const model = learn(titles, taxonomy, cpvLabels);
	writeFileSync(MODEL, `${JSON.stringify(model, null, "\t")}\n`);
	process.stdout.write(`${titles.length} titles, ${model.words.length} words\n`);
}

function crossValidate(
	titles: readonly Title[],
	taxonomy: TaxonomyIndex,
	cpvLabels: ReadonlyMap<string, string>,
	settings: Settings,
): void {
	const judged = Array.from({ length: FOLDS }, (_, fold) => {
		const isTested = ({ object }: Title) => foldOf(object, FOLDS) === fold;
		const model = learn(
			titles.filter((title) => !isTested(title)),
			taxonomy,
			cpvLabels,
			settings,
		);
		const ranker = segmentRanker(taxonomy, new Map(), model);
		return titles
			.filter(isTested)
			.map((title) => ({ title, ranked: ranker.rank(title.text, { limit: 300 }) }));
	}).flat();
	print(
		"core",
		figuresOf(
			judged.filter(({ title }) => title.core),
			taxonomy,
		),
	);
	print("all", figuresOf(judged, taxonomy));
}

function print(name: string, { titles, segment, parent }: Figures): void {
	const shares = [segment.first, segment.firstThree, parent.first, parent.firstThree];
	process.stdout.write(
		`${name} ${titles}: ${shares.map((share) => (share * 100).toFixed(1)).join(" / ")}\n`,
	);
}

const cpvSchema = z.array(z.object({ code: z.string(), libelle_fr: z.string() }));

function readCpvLabels(path: string): Map<string, string> {
	const rows = cpvSchema.parse(parse(readFileSync(path), { columns: true, bom: true }));
	return new Map(rows.map(({ code, libelle_fr }) => [code, libelle_fr]));
}

main();
