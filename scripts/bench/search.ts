import { createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { type DirectoryQuery, EMPTY_DIRECTORY_QUERY } from "#app/domain/directory.ts";
import { importFile } from "#db/import/run.server.ts";
import { migrateToLatest, openDb } from "#db/open.server.ts";
import { packagedReference, type Reference } from "#db/reference.server.ts";
import { type Random, seededRandom } from "#scripts/seeded-random.ts";
import { openSearch } from "#search/embedded/engine.server.ts";
import type { SearchEngine } from "#search/port.ts";
import { contentWords } from "#search/words.ts";
import { benchSuppliers } from "./search-base.ts";

const TODAY = "2026-11-21";
const FEW_HITS = 10_000;

/** Text search with facet counts: `node --import tsx scripts/bench/search.ts [--suppliers 200000] [--queries 300] [--base FOLDER]`. */
async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			suppliers: { type: "string", default: "200000" },
			queries: { type: "string", default: "300" },
			/** Keeps the base there, and takes it again when it is there. */
			base: { type: "string" },
		},
	});
	const reference = packagedReference();
	const folder = values.base ?? mkdtempSync(join(tmpdir(), "vivier-bench-search-"));
	try {
		const path = join(folder, "vivier.sqlite");
		if (!isThere(path)) await buildBase(path, folder, Number(values.suppliers), reference);
		await measure(path, reference, Number(values.queries));
	} finally {
		if (!values.base) rmSync(folder, { recursive: true, force: true });
	}
}

async function buildBase(
	path: string,
	folder: string,
	count: number,
	reference: Reference,
): Promise<void> {
	const file = join(folder, "base.ndjson");
	const world = { communes: reference.places.rows.communes, taxonomy: reference.taxonomy };
	await pipeline(Readable.from(linesOf(benchSuppliers(count, world))), createWriteStream(file));
	const db = openDb(path);
	await migrateToLatest(db);
	await importFile(db, file, { today: TODAY, source: "banc", workDir: folder });
	const search = openSearch(db, reference, { today: () => TODAY });
	const before = statSync(path).size;
	const started = performance.now();
	await search.reindex();
	const perSupplier = ((performance.now() - started) * 1000) / count;
	await db.destroy();
	const added = (statSync(path).size - before) / 1e6;
	print(
		`index de ${count} structures : ${perSupplier.toFixed(0)} µs par structure, ${added.toFixed(0)} Mo`,
	);
}

function* linesOf(suppliers: Iterable<unknown>): Generator<string> {
	for (const supplier of suppliers) yield `${JSON.stringify(supplier)}\n`;
}

async function measure(path: string, reference: Reference, count: number): Promise<void> {
	const db = openDb(path);
	// No answer is remembered: each search is computed.
	const search = openSearch(db, reference, { today: () => TODAY, remembered: 0 });
	const started = performance.now();
	await search.warm();
	print(`chargement : ${(performance.now() - started).toFixed(0)} ms`);
	const random = seededRandom(7);
	const words = vocabulary(reference);
	const few: Time[] = [];
	const many: Time[] = [];
	for (let i = 0; i < count; i++) {
		const query = withFilters(random, random.sample(words, random.int(1, 2)).join(" "), reference);
		const { time, total } = await timed(search, query);
		(total <= FEW_HITS ? few : many).push(time);
	}
	const typos: Time[] = [];
	let corrected = 0;
	for (let i = 0; i < count; i++) {
		const word = random.pick(words.filter(({ length }) => length >= 6));
		let typed = word;
		while (typed === word) typed = mistyped(random, word);
		const query = withFilters(random, typed, reference);
		const { time, page } = await timed(search, query);
		typos.push(time);
		if (page.corrected.some(({ to }) => to === word)) corrected += 1;
	}
	const all: Time[] = [];
	for (let i = 0; i < count; i++) {
		const q = i % 3 === 0 ? "insertion" : "";
		const sort = random.pick([null, null, "name", "freshness"] as const);
		all.push((await timed(search, { ...EMPTY_DIRECTORY_QUERY, q, sort })).time);
	}
	report("mots, au plus 10 000 réponses (p95 ≤ 40 ms)", few);
	report("mots, plus de 10 000 réponses", many);
	report(`avec une faute (p95 ≤ 60 ms), mot retrouvé ${corrected} fois sur ${count}`, typos);
	report("tout correspond (p95 ≤ 100 ms)", all);
	print(`base : ${(statSync(path).size / 1e6).toFixed(0)} Mo`);
	print(`mémoire du processus : ${(process.memoryUsage().rss / 1e6).toFixed(0)} Mo`);
	await db.destroy();
}

/** A third of the searches narrow their list, as on the page. */
function withFilters(random: Random, q: string, { places }: Reference): DirectoryQuery {
	const query = { ...EMPTY_DIRECTORY_QUERY, q };
	const commune = random.pick(places.rows.communes).code;
	const kind = random.int(0, 11);
	if (kind === 0) return { ...query, kinds: ["ESAT", "EA"] };
	if (kind === 1) return { ...query, reservation: "insertion" };
	if (kind === 2) return { ...query, serves: commune };
	if (kind === 3) return { ...query, near: { commune }, km: 50, sort: "distance" };
	return query;
}

async function timed(search: SearchEngine, query: DirectoryQuery) {
	const cpu = process.cpuUsage();
	const started = performance.now();
	const page = await search.search(query);
	const ms = performance.now() - started;
	const used = process.cpuUsage(cpu);
	return { time: { ms, cpuMs: (used.user + used.system) / 1000 }, total: page.total, page };
}

/** What people type: words of the taxonomy and names of communes. */
function vocabulary({ taxonomy, places }: Reference): string[] {
	const trades = taxonomy.segments.flatMap(({ label, synonyms }) =>
		[label, ...synonyms].flatMap(contentWords),
	);
	const towns = places.rows.communes.slice(0, 3000).flatMap(({ name }) => contentWords(name));
	return [...new Set([...trades, ...towns])].filter((word) => /^[a-z]{4,}$/.test(word));
}

function mistyped(random: Random, word: string): string {
	const at = random.int(1, word.length - 2);
	const [before, after] = [word.slice(0, at), word.slice(at + 1)];
	const letter = String.fromCharCode(random.int(97, 122));
	const swapped = `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`;
	return random.pick([
		before + after,
		before + letter + after,
		before + letter + word.slice(at),
		swapped,
	]);
}

/** Of one search: by the clock, and of processor, which a busy machine does not lengthen. */
interface Time {
	readonly ms: number;
	readonly cpuMs: number;
}

function report(label: string, times: readonly Time[]): void {
	const at = (share: number, read: (time: Time) => number) => {
		const sorted = times.map(read).sort((a, b) => a - b);
		return (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1);
	};
	const both = (of: (time: Time) => number) => `médiane ${at(0.5, of)} ms, p95 ${at(0.95, of)} ms`;
	print(
		`${label} : ${both(({ ms }) => ms)} ; processeur : ${both(({ cpuMs }) => cpuMs)} (${times.length} recherches)`,
	);
}

function isThere(path: string): boolean {
	return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

function print(line: string): void {
	process.stdout.write(`${line}\n`);
}

main().catch((error: unknown) => {
	process.stderr.write(`${String(error)}\n`);
	process.exitCode = 1;
});
