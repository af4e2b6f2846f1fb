import { matchNeed, type SupplierSource } from "#app/domain/match/match.ts";
import { prepareNeed } from "#app/domain/match/prepare-need.ts";
import type { Need } from "#app/domain/need.ts";
import type { Scope } from "#app/domain/vocabulary.ts";
import { domainBase, needWorld, percentile, reference, segments } from "./domain-base.ts";
import { BENCH_ON, randomNeed } from "./generate.ts";

/**
 * Speed and memory of the match alone, without database or threads: `npx tsx scripts/bench/match-domain.ts [suppliers]`.
 * Suppliers that a page shows are drawn again from their seed, so that memory is the columns' alone.
 */
const SUPPLIERS = Number(process.argv[2] ?? 250_000);

function measure(
	label: string,
	source: SupplierSource,
	needs: readonly Need[],
	scope: Scope = "any",
): void {
	const times: number[] = [];
	const cpu = process.cpuUsage();
	let theoretical = 0;
	for (const need of needs) {
		const started = performance.now();
		const prepared = prepareNeed(need, {
			today: BENCH_ON,
			places: reference.places,
			taxonomy: reference.taxonomy,
		});
		const answer = matchNeed(prepared, source, { scope });
		times.push(performance.now() - started);
		theoretical += answer.theoretical;
	}
	const figures = [
		`median ${percentile(times, 0.5).toFixed(1)} ms`,
		`p95 ${percentile(times, 0.95).toFixed(1)} ms`,
		`max ${Math.max(...times).toFixed(1)} ms`,
		`cpu ${((process.cpuUsage(cpu).user + process.cpuUsage(cpu).system) / 1000 / needs.length).toFixed(1)} ms`,
		`(${needs.length} needs, theoretical ${Math.round(theoretical / needs.length)} on average)`,
	];
	console.log(`${label.padEnd(44)} ${figures.join("  ")}`);
}

const started = performance.now();
const source = domainBase(SUPPLIERS);
console.log(
	`${source.columns.size} offers of ${source.columns.supplierCount} suppliers built in ${((performance.now() - started) / 1000).toFixed(1)} s`,
);
const [largest = ""] = segments;
const { start, end } = source.columns.rowsOf(largest);
console.log(
	`largest segment: ${end - start} offers (${(((end - start) / source.columns.size) * 100).toFixed(1)} %)`,
);

const world = needWorld();
const drawn = (count: number, segmentCount: number, siteCount: number): Need[] =>
	Array.from({ length: count }, () =>
		randomNeed(world, {
			segments: Array.from({ length: segmentCount }, world.drawSegment),
			siteCount,
		}),
	);
const onLargest = Array.from({ length: 30 }, () =>
	randomNeed(world, { segments: [largest], siteCount: 1 }),
);
measure("warm-up", source, drawn(10, 1, 1));
measure("one site, segments drawn by the law", source, drawn(200, 1, 1));
measure("one site, largest segment", source, onLargest);
measure("one site, largest segment, whole", source, onLargest, "whole");
measure("30 sites × 2 services", source, drawn(60, 2, 30));
measure("30 sites × 2 services, whole", source, drawn(60, 2, 30), "whole");
globalThis.gc?.();
const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
const mb = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
console.log(`memory: rss ${mb(rss)}, heap ${mb(heapUsed)}, arrays ${mb(arrayBuffers)}`);
