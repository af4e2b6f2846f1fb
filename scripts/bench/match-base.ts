import { join } from "node:path";
import { openMatcher } from "#app/matcher/matcher.server.ts";
import { PROGRAM_VERSION } from "#app/program.server.ts";
import { getDataVersion, openDb } from "#db/open.server.ts";
import { loadReference } from "#db/reference.server.ts";
import { seededRandom } from "../seeded-random.ts";

/**
 * Matches as the site runs them: columns read from a real base, worker thread, reasons of the shown suppliers from SQLite.
 * `node --import tsx scripts/bench/match-base.ts FOLDER [matches]`; the folder holds `vivier.sqlite`.
 */
async function main(): Promise<void> {
	const [folder = "data/bench", matches = "200"] = process.argv.slice(2);
	const file = join(folder, "vivier.sqlite");
	const db = openDb(file, { readonly: true, mmapMb: 0 });
	const reference = loadReference(db);
	const matcher = openMatcher({
		file,
		reference,
		program: PROGRAM_VERSION,
		dataVersion: () => getDataVersion(db),
	});
	const loadedIn = await timed(() => matcher.warm());
	const random = seededRandom(20261121);
	const segments = reference.taxonomy.segments.filter(({ parent }) => parent !== null);
	const communes = reference.places.zone("region:53")?.communes ?? [];
	const timings: number[] = [];
	let theoretical = 0;
	for (let index = 0; index < Number(matches); index += 1) {
		const need = {
			services: [{ id: "n1", segment: random.pick(segments).code, daysPerWeek: 3 }],
			sites: [{ id: "s1", commune: random.pick(communes).code }],
		};
		let found = 0;
		timings.push(
			await timed(async () => {
				found = (await matcher.match(need, { today: "2026-11-21" })).theoretical;
			}),
		);
		theoretical += found;
	}
	timings.sort((a, b) => a - b);
	const at = (share: number) => (timings[Math.floor((timings.length - 1) * share)] ?? 0).toFixed(1);
	const rssMb = Math.round(process.memoryUsage().rss / 1e6);
	process.stdout.write(
		`base ${folder}: columns loaded in ${(loadedIn / 1000).toFixed(1)} s; ${timings.length} matches of one site, all segments alike: median ${at(0.5)} ms, p95 ${at(0.95)} ms; ${Math.round(theoretical / timings.length)} theoretical suppliers on average; process ${rssMb} MB\n`,
	);
	await matcher.close();
	await db.destroy();
}

async function timed(run: () => Promise<unknown>): Promise<number> {
	const startedAt = performance.now();
	await run();
	return performance.now() - startedAt;
}

main().catch((error: unknown) => {
	process.stderr.write(`${String(error)}\n`);
	process.exitCode = 1;
});
