import { join } from "node:path";
import { todayInParis } from "#app/clock.server.ts";
import { MAIN_FILE, makeDataDir } from "#app/data-dir.server.ts";
import { countOfWord, formatNumber } from "#app/domain/french-format.ts";
import { readEnv } from "#app/env.server.ts";
import { migrateToLatest, openDb } from "#db/open.server.ts";
import { loadReference } from "#db/reference.server.ts";
import { type Io, plainWords, UsageError } from "#scripts/cli.ts";
import { openSearch } from "#search/embedded/engine.server.ts";
import { progressBar } from "./import-progress.ts";

const HELP = `Usage : vivier reindex

Refait l’index de recherche à partir des structures de la base. Le site continue de répondre
avec l’ancien index jusqu’à la fin ; un import lancé en même temps attend.
`;

/** `vivier reindex`: rebuilds the search index. */
export async function run(args: string[], io: Io): Promise<number> {
	const words = plainWords(args, HELP, io);
	if (words === null) return 0;
	if (words.length > 0) throw new UsageError("reindex n’attend aucun argument.");
	const { dataDir } = readEnv();
	makeDataDir(dataDir);
	const db = openDb(join(dataDir, MAIN_FILE));
	const bar = progressBar(io);
	const startedAt = performance.now();
	try {
		await migrateToLatest(db);
		const search = openSearch(db, loadReference(db), { today: todayInParis });
		let indexed = 0;
		await search.reindex(({ done, total }) => {
			indexed = done;
			bar.show({ phase: "index", rows: done, done, total });
		});
		bar.clear();
		const seconds = (performance.now() - startedAt) / 1000;
		io.stdout.write(
			`Index refait\u202f: ${countOfWord(indexed, "structure")} en ${formatNumber(seconds, 1)}\u00a0s.\n`,
		);
		return 0;
	} finally {
		bar.clear();
		await db.destroy();
	}
}
