import { fileSource } from "#app/domain/match/file-source.ts";
import { prepareNeed } from "#app/domain/match/prepare-need.ts";
import { realOffer } from "#app/domain/match/real-offer.ts";
import type { SupplierSource } from "#app/domain/match/supplier-source.ts";
import type { Need } from "#app/domain/need.ts";
import { findExampleNeed, listExampleNeeds } from "#app/domain/need-form/examples.ts";
import { relaxNeed } from "#app/domain/relax/relax.ts";
import { SCOPES, type Scope } from "#app/domain/vocabulary.ts";
import { demoCommunes } from "#scripts/commands/demo.ts";
import { generateDemoBase } from "#scripts/demo-base/generate.ts";
import { domainBase, needWorld, percentile, reference, segments } from "./domain-base.ts";
import { BENCH_ON, randomNeed } from "./generate.ts";

/**
 * Speed of the relaxations (every step, the shortlist, the unknowns) and of a what-if, without database or threads:
 * `node --import tsx scripts/bench/relax-domain.ts [suppliers]`. On the demonstration base with its example needs, then on a seeded base.
 */
const SUPPLIERS = Number(process.argv[2] ?? 250_000);
const ROUNDS = 20;

function measure(
	label: string,
	source: SupplierSource,
	needs: readonly Need[],
	scope: Scope,
): void {
	const relaxing: number[] = [];
	const counting: number[] = [];
	for (const need of needs) {
		const { places, taxonomy } = reference;
		const prepared = prepareNeed(need, { today: BENCH_ON, places, taxonomy });
		const started = performance.now();
		relaxNeed(prepared, source, { scope, viewer: "identified" });
		const relaxed = performance.now();
		realOffer(prepared, source.columns, scope);
		relaxing.push(relaxed - started);
		counting.push(performance.now() - relaxed);
	}
	const figures = (times: readonly number[]) =>
		[0.5, 0.95, 1].map((share) => percentile(times, share).toFixed(1)).join(" / ");
	console.log(
		`${`${label}, ${scope}`.padEnd(44)} relaxations ${figures(relaxing)} ms   what-if ${figures(counting)} ms   (median / p95 / max, ${needs.length} needs)`,
	);
}

const demo = fileSource(
	generateDemoBase({
		communes: demoCommunes(reference),
		taxonomy: reference.taxonomy,
		criteriaFor: (segment) => reference.criteria.ofSegment(segment),
	}),
	reference.places,
);
const examples = listExampleNeeds().flatMap(({ code }) => findExampleNeed(code, BENCH_ON) ?? []);
const rounds = Array.from({ length: ROUNDS }, () => examples).flat();
for (const scope of SCOPES) measure("demonstration base, warm-up", demo, examples, scope);
for (const scope of SCOPES) measure("demonstration base, example needs", demo, rounds, scope);

const source = domainBase(SUPPLIERS);
const world = needWorld();
const [largest = ""] = segments;
const drawn = (count: number, onSegments: () => string[], siteCount: number): Need[] =>
	Array.from({ length: count }, () => randomNeed(world, { segments: onSegments(), siteCount }));
const anySegment = () => [world.drawSegment()];
console.log(`${source.columns.size} offers of ${source.columns.supplierCount} suppliers`);
for (const scope of SCOPES) measure("warm-up", source, drawn(10, anySegment, 1), scope);
for (const scope of SCOPES) measure("one site", source, drawn(60, anySegment, 1), scope);
for (const scope of SCOPES) {
	measure(
		"one site, largest segment",
		source,
		drawn(30, () => [largest], 1),
		scope,
	);
	measure(
		"8 sites, largest segment",
		source,
		drawn(20, () => [largest], 8),
		scope,
	);
}
