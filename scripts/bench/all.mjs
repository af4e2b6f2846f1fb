// npm run bench: every measured budget, one after the other, each in a process of its own. Seeds are fixed.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { findChromium } from "../bootstrap.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const DEMO = join(ROOT, "data/demo");
const BASE = join(ROOT, "data/bench");

process.stdout.write(
	`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 1e9)} GB\n`,
);
mkdirSync(BASE, { recursive: true });

bench("Match, 250 000 suppliers × 4 offers, in memory", "match-domain.ts");
bench("Relaxations, on the demonstration base and on that one", "relax-domain.ts");
bench("Groups among 200 candidates for 40 cells", "consortia.ts");
bench("Import, 50 000 suppliers × 4 offers", "import.ts", "--suppliers", "50000");
bench("Segments read in contract titles", "read.ts");
bench("Search, 200 000 suppliers", "search.ts", "--suppliers", "200000", "--base", BASE);
bench("Match on that base, as the site runs it", "match-base.ts", BASE);
if (!existsSync(join(ROOT, "build/server/index.js"))) {
	execFileSync("npm", ["run", "--silent", "build"], { cwd: ROOT, stdio: "inherit" });
}
if (!existsSync(join(DEMO, "vivier.sqlite"))) {
	execFileSync("env", [`VIVIER_DATA_DIR=${DEMO}`, process.execPath, "scripts/vivier.mjs", "demo"], {
		cwd: ROOT,
		stdio: "ignore",
	});
}
bench("Pages of the demo base", "pages.ts", DEMO);
const chromium = findChromium();
if (chromium) bench("Gestures of the what-if panel, in Chromium", "gesture.ts", DEMO, chromium);

/**
 * @param {string} title
 * @param {string} file
 * @param {string[]} args
 */
function bench(title, file, ...args) {
	process.stdout.write(`\n— ${title}\n`);
	const { status } = spawnSync(
		process.execPath,
		["--import", "tsx", join(ROOT, "scripts/bench", file), ...args],
		{
			cwd: ROOT,
			stdio: "inherit",
		},
	);
	if (status !== 0) process.exitCode = 1;
}
