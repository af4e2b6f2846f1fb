import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { todayInParis } from "#app/clock.server.ts";
import { MAIN_FILE, makeDataDir } from "#app/data-dir.server.ts";
import { matchNeed } from "#app/domain/match/match.ts";
import { prepareNeed } from "#app/domain/match/prepare-need.ts";
import type { Commune } from "#app/domain/reference.ts";
import { parseNeed } from "#app/domain/validation.ts";
import { readEnv } from "#app/env.server.ts";
import { importFile } from "#db/import/run.server.ts";
import { migrateToLatest, openDb } from "#db/open.server.ts";
import { loadReference, type Reference } from "#db/reference.server.ts";
import { loadReferenceFiles } from "#db/reference-tables.server.ts";
import { type Io, plainWords } from "#scripts/cli.ts";
import { DEMO_SOURCE_ID, generateDemoBase } from "#scripts/demo-base/generate.ts";
import { openSearch } from "#search/embedded/engine.server.ts";
import { fileSubject } from "./match.ts";
import { matchReport } from "./match-report.ts";
import { needWords } from "./match-words.ts";

const SCENARIO = fileURLToPath(new URL("../../tests/fixtures/scenario-1/", import.meta.url));

/** INSEE codes of the regions, in their order: the draw depends on it. */
const REGIONS = "01 02 03 04 06 11 24 27 28 32 44 52 53 75 76 84 93 94".split(" ");

const HELP = `Usage : vivier demo

Prépare une base de structures fictives dans VIVIER_DATA_DIR, puis confronte le besoin du scénario 1
à ses propres structures, elles aussi fictives. Recommencer ne change rien.
`;

/** `vivier demo`: the fictional base, then scenario 1 as a readable funnel. */
export async function run(args: string[], io: Io): Promise<number> {
	if (plainWords(args, HELP, io, false) === null) return 0;
	await prepareDemoBase(readEnv().dataDir, io);
	await playScenario(io);
	return 0;
}

/** Creates the base when it is not there, and brings the fictional suppliers in; the same suppliers twice change nothing. */
export async function prepareDemoBase(dataDir: string, io: Io): Promise<void> {
	makeDataDir(dataDir);
	const db = openDb(join(dataDir, MAIN_FILE));
	try {
		await migrateToLatest(db);
		loadReferenceFiles(db);
		const reference = loadReference(db);
		const file = join(dataDir, `${DEMO_SOURCE_ID}.ndjson`);
		const count = await writeDemoFile(file, reference);
		const search = openSearch(db, reference, { today: todayInParis });
		const { counts } = await importFile(db, file, {
			today: todayInParis(),
			format: "exchange",
			source: DEMO_SOURCE_ID,
			demo: true,
			// A newer version of the program may draw other suppliers.
			confirm: true,
			onSuppliersChanged: (ids) => search.update(ids),
		});
		search.close();
		const news = counts.created + counts.changed > 0 ? "" : " (déjà là)";
		io.stdout.write(
			`Base de démonstration : ${count} structures fictives${news}, dans ${dataDir}\n\n`,
		);
	} finally {
		await db.destroy();
	}
}

/** The communes that fictional suppliers are drawn from, in an order of their own. */
export function demoCommunes({ places }: Pick<Reference, "places">): readonly Commune[] {
	return REGIONS.flatMap((region) => places.zone(`region:${region}`)?.communes ?? []);
}

async function writeDemoFile(file: string, reference: Reference): Promise<number> {
	const suppliers = generateDemoBase({
		communes: demoCommunes(reference),
		taxonomy: reference.taxonomy,
		criteriaFor: (segment) => reference.criteria.ofSegment(segment),
	});
	const out = createWriteStream(file);
	for (const supplier of suppliers) out.write(`${JSON.stringify(supplier)}\n`);
	out.end();
	await once(out, "finish");
	return suppliers.length;
}

async function playScenario(io: Io): Promise<void> {
	const need = parseNeed(JSON.parse(await readFile(join(SCENARIO, "need.json"), "utf8")));
	const { source, reference } = await fileSubject(join(SCENARIO, "suppliers.ndjson"));
	const { taxonomy, places, criteria } = reference;
	const prepared = prepareNeed(need, { today: todayInParis(), taxonomy, places, criteria });
	const answer = matchNeed(prepared, source, { scope: "any", viewer: "identified", relax: true });
	io.stdout.write(
		"Scénario 1 — le nettoyage des locaux d’un département (structures fictives)\n\n",
	);
	io.stdout.write(`${matchReport(answer, needWords(prepared, reference), { listed: 4 })}\n`);
}
