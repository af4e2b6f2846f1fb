import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { formatNumber } from "#app/domain/french-format.ts";
import { segmentRanker } from "#app/domain/read/segments/rank.ts";
import { createTaxonomy } from "#app/domain/taxonomy.ts";
import { readSegments } from "#db/reference-files.server.ts";
import {
	confusions,
	type Figures,
	figuresOf,
	type Judged,
	worstMistakes,
} from "#scripts/read-model/figures.ts";
import { readTitles } from "#scripts/read-model/titles.ts";

const TITLES = "../shared/data/decp/decp_objets.csv";
/** Enough to meet three parents. */
const LIMIT = 300;
const TIMED = 1000;
const SHOWN_CONFUSIONS = 15;
const SHOWN_MISTAKES = 10;

/** How well the segment of a contract is read in its title: `npm run bench:read -- [TITLES.csv]`. */
function main(): void {
	const { positionals } = parseArgs({ allowPositionals: true });
	const path = positionals[0] ?? TITLES;
	if (!existsSync(path)) {
		print(`${path} : absent. Rien n’est mesuré.`);
		return;
	}
	const before = process.memoryUsage().heapUsed;
	const started = performance.now();
	const taxonomy = createTaxonomy(readSegments());
	const ranker = segmentRanker(taxonomy);
	const ready = performance.now() - started;
	const memory = (process.memoryUsage().heapUsed - before) / 1e6;
	const titles = readTitles(path, taxonomy);
	const firsts = titles.slice(0, TIMED);
	const timed = performance.now();
	for (const { text } of firsts) ranker.rank(text);
	const spent = performance.now() - timed;
	const judged = titles.map((title) => ({
		title,
		ranked: ranker.rank(title.text, { limit: LIMIT }),
	}));
	const core = judged.filter(({ title }) => title.core);

	print(`lignes avec un CPV : ${formatNumber(titles.length)}`);
	print("                                        n    segment 1er / 3   parent 1er / 3");
	const show = (name: string, list: readonly Judged[]) =>
		printFigures(name, figuresOf(list, taxonomy));
	show("cœur, mis de côté", core.filter(isHeldBack));
	show("cœur, mis de côté, chaque objet une fois", onceEach(core.filter(isHeldBack)));
	show("cœur, tout le fichier (appris compris)", core);
	show("cœur, tout, chaque objet une fois", onceEach(core));
	show("tout, mis de côté", judged.filter(isHeldBack));
	show("tout, mis de côté, chaque objet une fois", onceEach(judged.filter(isHeldBack)));
	show("tout le fichier (appris compris)", judged);

	const unseen = onceEach(core.filter(isHeldBack));
	print("\nConfusions les plus fréquentes (cœur, mis de côté, chaque objet une fois, deux sens) :");
	for (const { pair, count } of confusions(unseen).slice(0, SHOWN_CONFUSIONS)) {
		print(`${String(count).padStart(4)}  ${pair}`);
	}
	print("\nLes dix erreurs les plus assurées (cœur, mis de côté) :");
	for (const { title, ranked } of worstMistakes(unseen, SHOWN_MISTAKES)) {
		const [best] = ranked;
		if (!best) continue;
		const words = best.words.map(([start, end]) => `« ${title.text.slice(start, end)} »`);
		print(
			`${best.score.toFixed(2)}  lu ${best.segment}, CPV ${title.segment} : ${title.text.slice(0, 160)}`,
		);
		print(`      par ${words.join(", ")}`);
	}
	print(
		`\ndémarrage : ${ready.toFixed(0)} ms ; ${TIMED} titres : ${spent.toFixed(0)} ms ; mémoire du lecteur : ${memory.toFixed(0)} Mo`,
	);
}

function isHeldBack({ title }: Judged): boolean {
	return title.heldBack;
}

function onceEach(judged: readonly Judged[]): Judged[] {
	return [...new Map(judged.map((one) => [one.title.object, one])).values()];
}

function printFigures(name: string, { titles, segment, parent }: Figures): void {
	const share = (value: number) => (value * 100).toFixed(1).padStart(5);
	print(
		`${name.padEnd(42)}${String(titles).padStart(6)}   ${share(segment.first)} / ${share(segment.firstThree)}    ${share(parent.first)} / ${share(parent.firstThree)}`,
	);
}

function print(line: string): void {
	process.stdout.write(`${line}\n`);
}

main();
