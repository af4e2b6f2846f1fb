import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import autocannon from "autocannon";

/**
 * Pages of the demo base at 100 requests a second, and a page while matches run.
 * Needs a build and a demo base: `npm run demo` makes both.
 */

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PORT = 3999;
const URL_BASE = `http://localhost:${PORT}`;
const RATE = 100;
const SECONDS = 10;
const PAGES = [
	"/",
	"/fournisseurs",
	"/fournisseurs?q=espaces+verts&zone=region:53",
	"/fournisseurs?serves=56260&segment=nettoyage-locaux",
	"/segments",
	"/segments/nettoyage-locaux",
	"/besoins/nouveau",
];

async function main(): Promise<void> {
	// The server reads its settings from the environment; `env` hands them over.
	const settings = [
		`PORT=${PORT}`,
		"NODE_ENV=production",
		`VIVIER_DATA_DIR=${process.argv[2] ?? "data/demo"}`,
		"VIVIER_LOG_LEVEL=error",
		"VIVIER_RATE_LIMIT=0",
	];
	const server = spawn("env", [...settings, process.execPath, "scripts/vivier.mjs", "serve"], {
		cwd: ROOT,
		stdio: "inherit",
	});
	try {
		await ready();
		const supplier = await firstSupplier();
		for (const page of [...PAGES, ...supplier]) await measure(page);
		await whileMatching();
	} finally {
		server.kill("SIGTERM");
		await once(server, "exit");
	}
}

async function ready(): Promise<void> {
	for (let attempt = 0; attempt < 120; attempt += 1) {
		const answer = await fetch(`${URL_BASE}/healthz`).catch(() => null);
		if (answer?.ok) return;
		await new Promise((resolve) => setTimeout(resolve, 500));
	}
	throw new Error("the server did not start");
}

async function firstSupplier(): Promise<string[]> {
	const answer = await fetch(`${URL_BASE}/api/v1/suppliers`);
	const { items } = (await answer.json()) as { items: { id: string }[] };
	return items.slice(0, 1).map(({ id }) => `/fournisseurs/${id}`);
}

async function measure(path: string, label = path): Promise<void> {
	const result = await autocannon({
		url: `${URL_BASE}${path}`,
		connections: 10,
		overallRate: RATE,
		duration: SECONDS,
	});
	const { p50, p97_5, p99 } = result.latency;
	process.stdout.write(
		`${label.padEnd(60)} ${result.requests.average.toFixed(0)} req/s  p50 ${p50} ms  p97.5 ${p97_5} ms  p99 ${p99} ms  errors ${result.non2xx + result.errors}\n`,
	);
}

/** Matches in a loop beside a page: its latency must hardly move. */
async function whileMatching(): Promise<void> {
	const communes = ["56260", "35238", "29019", "22278", "56121"];
	const need = {
		services: [{ id: "n1", segment: "nettoyage-locaux", daysPerWeek: 3 }],
		sites: communes.map((commune, index) => ({ id: `s${index}`, commune })),
	};
	const latencies: number[] = [];
	let done = false;
	const matching = (async () => {
		while (!done) {
			const startedAt = performance.now();
			const answer = await fetch(`${URL_BASE}/api/v1/needs/match`, {
				method: "POST",
				headers: { "Content-Type": "application/json", Origin: URL_BASE },
				body: JSON.stringify(need),
			});
			await answer.arrayBuffer();
			if (!answer.ok) throw new Error(`match answered ${answer.status}`);
			latencies.push(performance.now() - startedAt);
		}
	})();
	await measure("/fournisseurs", "/fournisseurs while matches run");
	done = true;
	await matching;
	latencies.sort((a, b) => a - b);
	const p95 = latencies[Math.floor(latencies.length * 0.95)] ?? Number.NaN;
	process.stdout.write(`${latencies.length} matches meanwhile, p95 ${p95.toFixed(0)} ms\n`);
}

main().catch((error: unknown) => {
	process.stderr.write(`${String(error)}\n`);
	process.exitCode = 1;
});
