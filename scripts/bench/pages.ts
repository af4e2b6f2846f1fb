import { type Ask, openLoop, percentile } from "./open-loop.ts";
import { beginExample, SITE, withSite } from "./site.ts";

/**
 * Pages of the demo base at 100 requests a second, each alone then together, and a page while matches run.
 * Needs a build and a demo base: `npm run demo` makes both.
 */

const RATE = 100;
const SECONDS = 10;
/** Answers that nobody has read yet, a second: each is a match, a search for what would bring others back, and a long page. */
const FIRST_READINGS = 5;
const EXAMPLE = "nettoyage-morbihan";
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
	const asks: Ask[] = [...PAGES, ...(await firstSupplier())].map((path) => ({ url: SITE + path }));
	// Each for itself, then all together: what is kept of one page must not flatter the others.
	for (const ask of asks) await measure(ask.url.slice(SITE.length), () => ask);
	const answer = await answerPage();
	await measure("/besoins/:id, the answer of a need", () => answer);
	const others: Ask[] = [];
	while (others.length < 2 * SECONDS * FIRST_READINGS) others.push(await answerPage());
	const another = () => others.pop() as Ask;
	await measure(`the same, each of another need, ${FIRST_READINGS}/s`, another, FIRST_READINGS);
	const all = [...asks, answer];
	await measure("all of them in turn", (index) => all[index % all.length] as Ask);
	await whileMatching();
}

async function firstSupplier(): Promise<string[]> {
	const answer = await fetch(`${SITE}/api/v1/suppliers`);
	const { items } = (await answer.json()) as { items: { id: string }[] };
	return items.slice(0, 1).map(({ id }) => `/fournisseurs/${id}`);
}

async function measure(label: string, next: (index: number) => Ask, rate = RATE): Promise<void> {
	const { latencies, errors } = await openLoop({ rate, seconds: SECONDS, next });
	const [p50, p95, p99, worst] = [0.5, 0.95, 0.99, 1].map((share) =>
		percentile(latencies, share).toFixed(0),
	);
	process.stdout.write(
		`${label.padEnd(60)} p50 ${p50} ms  p95 ${p95} ms  p99 ${p99} ms  worst ${worst} ms  errors ${errors} of ${latencies.length + errors}\n`,
	);
}

/** A need of eight sites begun from an example, as its owner sees its answer. */
async function answerPage(): Promise<Ask> {
	const { path, cookie } = await beginExample(EXAMPLE);
	return { url: SITE + path, cookie };
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
			const answer = await fetch(`${SITE}/api/v1/needs/match`, {
				method: "POST",
				headers: { "Content-Type": "application/json", Origin: SITE },
				body: JSON.stringify(need),
			});
			await answer.arrayBuffer();
			if (!answer.ok) throw new Error(`match answered ${answer.status}`);
			latencies.push(performance.now() - startedAt);
		}
	})();
	await measure("/fournisseurs while matches run", () => ({ url: `${SITE}/fournisseurs` }));
	done = true;
	await matching;
	const p95 = percentile(Float64Array.from(latencies).sort(), 0.95);
	process.stdout.write(`${latencies.length} matches meanwhile, p95 ${p95.toFixed(0)} ms\n`);
}

withSite(process.argv[2] ?? "data/demo", main).catch((error: unknown) => {
	process.stderr.write(`${String(error)}\n`);
	process.exitCode = 1;
});
