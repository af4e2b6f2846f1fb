// npm run demo: from a fresh clone to a site that answers.
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { installPackages, ROOT, run, say } from "./bootstrap.mjs";
import { buildIfStale } from "./build-if-stale.mjs";

const WAIT_S = 60;

installPackages();
buildIfStale();

// A folder of its own: a demonstration never touches a base in use.
process.env["VIVIER_DATA_DIR"] ||= join(ROOT, "data/demo");
process.env["VIVIER_LOG_LEVEL"] ||= "warn";
const port = process.env["PORT"] || "3000";

if (!run(process.execPath, [join(ROOT, "scripts/vivier.mjs"), "demo", ...process.argv.slice(2)])) {
	process.exit(1);
}

process.argv.splice(2, process.argv.length, "serve");
await import("./vivier.mjs");
await announce(`http://localhost:${port}`);

/** @param {string} url */
async function announce(url) {
	for (let second = 0; second < WAIT_S; second++) {
		const answer = await fetch(`${url}/healthz`).catch(() => null);
		if (answer?.ok) {
			say(`Le site est prêt : ${url} (Ctrl+C pour l’arrêter).`);
			return;
		}
		await wait(1000);
	}
}
