import { Agent, request } from "node:http";
import { seededRandom } from "#scripts/seeded-random.ts";

/** A page to ask for. */
export interface Ask {
	readonly url: string;
	readonly cookie?: string | undefined;
}

export interface LoadResult {
	/** Milliseconds from the moment a request was due to the last byte of its answer, sorted. */
	readonly latencies: Float64Array;
	/** Answers that were not a 200. */
	readonly errors: number;
}

const MAX_SOCKETS = 100;

/**
 * Asks for pages as visitors do: each comes when it comes (a Poisson process of `rate` a second, seeded), whether or not the
 * former ones have been answered. What the generator itself loses counts in the latencies.
 */
export async function openLoop({
	rate,
	seconds,
	next,
	seed = 1,
}: {
	rate: number;
	seconds: number;
	next: (index: number) => Ask;
	seed?: number;
}): Promise<LoadResult> {
	const random = seededRandom(seed);
	const agent = new Agent({ keepAlive: true, maxSockets: MAX_SOCKETS });
	const answers: Promise<number | null>[] = [];
	const startedAt = performance.now();
	let dueAt = startedAt;
	while (dueAt < startedAt + seconds * 1000) {
		const early = dueAt - performance.now();
		if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
		answers.push(latencyOf(next(answers.length), agent, dueAt));
		dueAt += (-Math.log(1 - random.next()) * 1000) / rate;
	}
	const all = await Promise.all(answers);
	agent.destroy();
	const latencies = Float64Array.from(all.filter((one) => one !== null)).sort();
	return { latencies, errors: all.length - latencies.length };
}

/** Null: no answer, or not a 200. */
function latencyOf({ url, cookie }: Ask, agent: Agent, dueAt: number): Promise<number | null> {
	return new Promise((resolve) => {
		const headers = {
			Accept: "text/html",
			// What browsers ask for: what compressing costs is in the figures.
			"Accept-Encoding": "gzip, deflate, br",
			...(cookie === undefined ? {} : { Cookie: cookie }),
		};
		request(url, { agent, headers }, (answer) => {
			answer.on("data", () => undefined);
			answer.on("error", () => resolve(null));
			answer.on("end", () => resolve(answer.statusCode === 200 ? performance.now() - dueAt : null));
		})
			.on("error", () => resolve(null))
			.end();
	});
}

/** @param share 0.95 for the p95; NaN without values */
export function percentile(sorted: Float64Array, share: number): number {
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
